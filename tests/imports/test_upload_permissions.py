"""Who may import what: uploads are their owner's alone, and nobody makes what they may not add."""

from io import BytesIO

import docx
import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission

from directory.models import Person
from home.models import NewsIndexPage, NewsPage
from kogu.demo.factories import (
    AdministratorFactory,
    UserFactory,
)
from kogu.imports.models import ImportedDocument
from tests.imports.uploads import entered, review_of, upload
from tests.translation.conftest import group_called


def test_others_uploads_are_not_to_be_found(client, staff):
    upload(client, "news-et.txt")
    document = ImportedDocument.objects.get()
    client.force_login(AdministratorFactory())

    assert client.get(review_of(document)).status_code == 404
    for screen in ("reading", "original"):
        address = reverse(f"kogu_imports_{screen}", args=[document.key])
        assert client.get(address).status_code == 404
    assert client.get(reverse("kogu_imports_state")).json() == {"reading": []}
    assert client.post(review_of(document), {"delete": "1"}).status_code == 404


@pytest.mark.parametrize("name", ["upload", "state", "reading", "review", "original"])
def test_visitors_are_asked_to_sign_in(client, staff, name):
    upload(client, "news-et.txt")
    args = [] if name in {"upload", "state"} else [ImportedDocument.objects.get().key]
    client.logout()

    response = client.get(reverse(f"kogu_imports_{name}", args=args))

    assert response.status_code == 302
    assert "/login/" in response["Location"]


def test_translators_import_nothing(client, staff):
    upload(client, "news-et.txt")
    document = ImportedDocument.objects.get()
    translator = UserFactory()
    translator.groups.add(group_called("Translators: Latvian"))
    client.force_login(translator)

    addresses = [
        reverse("kogu_imports_upload"),
        reverse("kogu_imports_state"),
        reverse("kogu_imports_reading", args=[document.key]),
        review_of(document),
    ]
    for address in addresses:
        assert client.get(address).status_code in {302, 403}
        assert client.post(address, {"delete": "1"}).status_code in {302, 403, 405}
    assert ImportedDocument.objects.exists()


def test_who_may_add_nothing_may_not_import(client, sections):
    client.force_login(UserFactory())

    response = client.get(reverse("kogu_imports_upload"))

    assert response.status_code in {302, 403}


def limited_to(homes, *codes, code="lv"):
    """Somebody who may add pages in two languages, and has these rights to snippets in one."""
    group = Group.objects.create(name="Newcomers")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codes]))
    page = {"content_type__app_label": "wagtailcore"}
    for language, action in (("et", "add_page"), ("en", "add_page"), (code, "change_page")):
        permission = Permission.objects.get(codename=action, **page)
        GroupPagePermission.objects.create(group=group, page=homes[language], permission=permission)
    return UserFactory(groups=[group])


@pytest.mark.parametrize(
    ("codes", "code"), [((), "et"), (("change_person",), "et"), (("add_person",), "lv")]
)
def test_who_may_add_no_people_is_offered_none_and_makes_none(client, homes, sections, codes, code):
    client.force_login(limited_to(homes, *codes, code=code))
    values = entered(upload(client, "news-et.txt"))
    assert "makes_people" not in values

    document = ImportedDocument.objects.get()
    client.post(review_of(document), {**values, "makes_people": "on"})

    assert NewsPage.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(("code", "made"), [("et", 1), ("en", 0)])
def test_people_are_made_in_languages_in_which_one_may_add_them(
    client, homes, sections, code, made
):
    client.force_login(limited_to(homes, "add_person", code="et"))
    values = entered(upload(client, "news-et.txt"))
    section = NewsIndexPage.objects.get(locale__language_code=code)
    values |= {"makes_people": "on", "section": section.pk}

    client.post(review_of(ImportedDocument.objects.get()), values)

    assert Person.objects.count() == made
    assert NewsPage.objects.count() == made


def test_who_may_add_no_pictures_brings_none_in(client, homes, sections):
    client.force_login(limited_to(homes))
    document, picture = docx.Document(), BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    picture.seek(0)
    document.add_paragraph("Meistrid kohtusid vanas meiereis ja vaatasid tööd.")
    document.add_picture(picture)
    content = BytesIO()
    document.save(content)
    values = entered(upload(client, "uudis.docx", content.getvalue(), kind="news", language="et"))

    client.post(review_of(ImportedDocument.objects.get()), {**values, "title": "Uudis"})

    assert NewsPage.objects.exists()
    assert not get_image_model().objects.exists()
    assert "add pictures to no collection" in ImportedDocument.objects.get().report
