"""Nothing becomes public by coming back from the bin that was not so before."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from directory.models import OrganisationIndexPage
from directory.models.people import Basis
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.delivery.publishing import publish_due
from kogu.demo.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationIndexPageFactory,
    PersonFactory,
    TopicFactory,
    fresh,
)
from kogu.editorial.bin import purging
from kogu.editorial.models import DeletedItem
from kogu.translation import targets
from tests.translation.conftest import translate_all, user_in

from .conftest import delete, restore

SOON = dt.timedelta(days=3)


@pytest.fixture
def scheduled(section):
    """A draft that a publisher scheduled."""
    with public_change():
        page = fresh(NewsPageFactory(parent=section, title="Tulekul", published=False))
        page.go_live_at = timezone.now() + SOON
        page.save_revision().publish()
    return page


def is_scheduled(page):
    return Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["below", "far below"])
def test_what_was_closed_to_readers_is_a_draft_elsewhere(admin, homes, section, news, where):
    closed = section if where == "below" else homes["et"]
    with public_change():
        other = NewsIndexPageFactory(parent=homes["et"], title="Teated")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
    item = delete(admin, news)
    delete(admin, section)
    with public_change():
        PageViewRestriction.objects.all().delete()

    response = restore(admin, item, parent=other.pk)

    page = fresh(news)
    assert not page.live
    assert "It is a draft now" in response.content.decode()
    admin.logout()
    assert admin.get(page.public_url()).status_code == 404
    assert admin.get(f"/api/v1/news/{page.translation_key}?locale=et").status_code in (404, 410)


@pytest.mark.django_db
def test_what_was_closed_comes_back_as_it_was_where_it_stood(admin, section, news):
    with public_change():
        PageViewRestriction.objects.create(page=section, restriction_type="login")

    restore(admin, delete(admin, news))

    page = fresh(news)
    assert page.live
    admin.logout()
    assert admin.get(page.public_url()).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(("group", "stays"), {"Editors": False, "Publishing editors": True}.items())
def test_only_who_may_publish_brings_a_schedule_back(client, admin, scheduled, group, stays):
    item = delete(admin, scheduled)
    client.force_login(user_in("somebody", group))

    response = restore(client, item)

    assert NewsPage.objects.filter(pk=scheduled.pk).exists()
    assert is_scheduled(scheduled) == stays
    assert ("no longer scheduled" in response.content.decode()) == (not stays)


@pytest.mark.django_db
def test_what_was_due_in_the_bin_stays_a_draft(admin, scheduled, time_machine):
    item = delete(admin, scheduled)
    time_machine.move_to(timezone.now() + 2 * SOON)
    admin.force_login(user_in("somebody", "Publishing editors"))

    response = restore(admin, item)
    publish_due()

    assert not fresh(scheduled).live
    assert "for which it was scheduled has passed" in response.content.decode()


@pytest.mark.django_db
def test_of_kinds_with_one_page_none_becomes_a_second(admin, homes):
    with public_change():
        first = OrganisationIndexPageFactory(parent=homes["et"])
    item = delete(admin, first)
    with public_change():
        second = OrganisationIndexPageFactory(parent=homes["et"])

    response = restore(admin, item)

    assert "something new stands in its place" in response.content.decode()
    assert OrganisationIndexPage.objects.filter(locale=first.locale).get().pk == second.pk


@pytest.mark.django_db
def test_what_is_in_a_language_that_the_site_lost_hides_nothing_else(admin, news):
    with public_change():
        lost = TopicFactory(name="Katkenud")
    delete(admin, lost)
    DeletedItem.objects.update(language="fi")
    delete(admin, news)

    listed = admin.get(reverse("kogu_bin:index"))

    assert "Laat tuleb" in listed.content.decode()
    assert "Katkenud" not in listed.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("parent", ["root", "home", "other language", 99999, "x", ""])
def test_it_stands_below_no_page_that_may_not_hold_it(admin, homes, section, news, parent):
    item = delete(admin, news)
    delete(admin, section)
    known = {"root": 1, "home": homes["et"].pk}
    known["other language"] = Page.objects.get(slug="zinas").pk

    restore(admin, item, parent=known.get(parent, parent))

    assert not Page.objects.filter(pk=news.pk).exists()


@pytest.mark.django_db
def test_a_hostile_title_is_only_shown(admin, section):
    with public_change():
        page = NewsPageFactory(parent=section, title="<img src=x onerror=alert(1)>")

    item = delete(admin, page)
    asked = admin.get(reverse("kogu_bin:restore", args=[item.pk])).content.decode()
    listed = admin.get(reverse("kogu_bin:index")).content.decode()
    told = restore(admin, item).content.decode()

    for html in (asked, listed, told):
        assert "&lt;img src=x" in html
        assert "<img src=x" not in html


@pytest.fixture
def people(homes, locales):
    """A person in three languages, translated from Estonian, by their codes."""
    with public_change():
        person = PersonFactory(name="Mari Maasikas", basis=Basis.OFFICIAL_DUTY)
        for translation in targets.start(person, [locales["lv"], locales["pl"]]):
            translate_all(translation)
            targets.save_draft(translation)
    found = {"et": fresh(person)}
    for code in ("lv", "pl"):
        with public_change():
            person.get_translation(locales[code]).latest_revision.publish()
        found[code] = fresh(person.get_translation(locales[code]))
    return found


def withdraw(person):
    """No ground is left to show the person."""
    with public_change():
        person = fresh(person)
        person.basis = Basis.WITHDRAWN
        person.save_revision().publish()


def shown(client, person):
    answers = [
        client.get(f"/api/v1/people/{person.translation_key}?locale={code}")
        for code in ("et", "lv", "pl")
    ]
    return [answer.status_code for answer in answers if answer.status_code == 200]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("deleted", "withdrawn", "unpublished"),
    [
        (["lv"], "et", []),
        (["lv"], "et", ["et"]),
        (["lv"], "et", ["et", "pl"]),
        (["et"], "lv", []),
        (["et"], "lv", ["lv", "pl"]),
        (["et", "pl"], "lv", []),
    ],
)
def test_a_person_who_withdrew_meanwhile_stays_hidden(
    admin, people, deleted, withdrawn, unpublished
):
    assert shown(admin, people["et"])
    items = [delete(admin, people[code]) for code in deleted]
    withdraw(people[withdrawn])
    for code in unpublished:
        with public_change():
            fresh(people[code]).unpublish()

    for item in items:
        restore(admin, item)

    assert not DeletedItem.objects.exists()
    assert {fresh(person).basis for person in people.values()} == {Basis.WITHDRAWN}
    assert shown(admin, people["et"]) == []


@pytest.mark.django_db
def test_of_two_deleted_languages_the_one_published_last_comes_back_first(admin, people):
    former = delete(admin, people["lv"])
    withdraw(people["et"])
    latter = delete(admin, people["et"])
    delete(admin, people["pl"])

    refused = restore(admin, former)
    assert "was published after this one was deleted" in refused.content.decode()
    assert shown(admin, people["et"]) == []
    restore(admin, latter)
    restore(admin, former)

    assert fresh(people["lv"]).basis == Basis.WITHDRAWN
    assert shown(admin, people["et"]) == []


@pytest.mark.django_db
def test_two_deleted_languages_come_back_in_any_order(admin, people):
    items = [delete(admin, people[code]) for code in ("lv", "et")]

    for item in items:
        restore(admin, item)

    assert not DeletedItem.objects.exists()
    assert len(shown(admin, people["et"])) == 3


@pytest.mark.django_db
def test_a_withdrawal_is_not_forgotten_while_an_older_version_can_come_back(admin, people):
    former = delete(admin, people["lv"])
    withdraw(people["et"])
    latter, third = delete(admin, people["et"]), delete(admin, people["pl"])

    refused = restore(admin, latter, purge="1")
    restore(admin, third, purge="1")

    assert "Delete that one for good first" in refused.content.decode()
    assert set(DeletedItem.objects.all()) == {former, latter}
    restore(admin, former, purge="1")
    restore(admin, latter, purge="1")
    assert not DeletedItem.objects.exists()


@pytest.mark.django_db
def test_a_withdrawal_is_purged_after_the_older_versions(admin, people, time_machine, monkeypatch):
    former = delete(admin, people["lv"])
    withdraw(people["et"])
    latter = delete(admin, people["et"])
    time_machine.move_to(timezone.now() + dt.timedelta(days=31), tick=False)
    stock = purging.purge

    def failing(item, user=None):
        if item == former:
            raise OSError
        stock(item, user)

    monkeypatch.setattr(purging, "purge", failing)
    assert purging.purge_bin() == 0
    assert set(DeletedItem.objects.all()) == {former, latter}
    monkeypatch.undo()

    assert purging.purge_bin() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_only_a_form_that_was_sent_brings_anything_back(admin, news, method):
    item = delete(admin, news)

    getattr(admin, method)(reverse("kogu_bin:restore", args=[item.pk]))

    assert DeletedItem.objects.filter(pk=item.pk).exists()
    assert not NewsPage.objects.exists()
