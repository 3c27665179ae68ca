"""A new installation, and a new language, begins with its front door and its sections."""

from django.conf import settings
from django.core.management import call_command
from wagtail.models import Page, Site

from directory.models import TopicIndexPage
from home.models import HomePage, NewsIndexPage
from kogu.delivery.changes import public_change
from kogu.editorial.sections import SECTIONS, make_sections

CODES = [code for code, _name in settings.LANGUAGES]


def test_every_language_gets_its_front_door_and_every_section(db, client, capsys):
    call_command("make_sections")

    addresses = capsys.readouterr().out.split()
    assert len(addresses) == len(CODES) * (len(SECTIONS) + 1)
    assert {f"/{code}/" for code in CODES} <= set(addresses)
    assert {client.get(address).status_code for address in addresses} == {200}
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    assert list(Site.objects.values_list("root_page", flat=True)) == [home.pk]
    assert not Page.objects.filter(depth=2, content_type__model="page").exists()


def test_sections_are_versions_of_each_other(db):
    make_sections()

    keys = NewsIndexPage.objects.values_list("translation_key", flat=True)
    assert len(keys) == len(CODES)
    assert len(set(keys)) == 1


def test_what_is_there_stays_and_only_what_is_missing_is_made(db):
    make_sections()
    renamed = NewsIndexPage.objects.get(locale__language_code="et")
    renamed.title = "Värsked uudised"
    with public_change():
        renamed.save_revision().publish()
        TopicIndexPage.objects.get(locale__language_code="lv").delete()

    made = make_sections()

    assert [(type(page), page.locale.language_code) for page in made] == [(TopicIndexPage, "lv")]
    renamed.refresh_from_db()
    assert renamed.title == "Värsked uudised"
    assert make_sections() == []
