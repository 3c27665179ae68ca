"""Former addresses: what they take along, and that none names what one may not read."""

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from kogu.content.models import LegacyURL
from kogu.delivery.changes import public_change
from kogu.demo.factories import DocumentFactory, NewsPageFactory, UserFactory
from kogu.demo.factories.calendar import EventPageFactory
from tests.directory.public_views import changed

FILE = "salajane-fail"


@pytest.fixture
def document(homes):
    with public_change():
        collection = Collection.get_first_root_node().add_child(name="Contracts")
        file = ContentFile(b"%PDF-", f"{FILE}.pdf")
        return DocumentFactory(title="Leping", collection=collection, file=file)


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
@pytest.mark.parametrize("host", ["", "http://testserver", "//testserver"])
def test_to_a_closed_document(client, document, kind, host):
    with public_change():
        Redirect.add_redirect("/leping", f"http://testserver{document.url}")
        Redirect.objects.update(redirect_link=f"{host}{document.url}")
    led = client.get("/leping")
    with public_change():
        CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type=kind, password="koiv"
        )

    refused = client.get("/leping")

    # What begins with two slashes leads nowhere at all.
    assert (FILE in led.get("Location", "")) == (host != "//testserver")
    assert refused.status_code == 404
    assert FILE not in str(refused.headers) + refused.content.decode()


def test_to_a_document_that_is_gone(client, document):
    with public_change():
        Redirect.add_redirect("/leping", f"http://testserver{document.url}")
        document.delete()

    assert client.get("/leping").status_code == 404


def test_to_a_draft_or_a_page_behind_a_sign_in(client, section):
    with public_change():
        page = NewsPageFactory(parent=section, title="Salajane")
        Redirect.add_redirect("/uudis", redirect_to=page)
    led = client.get("/uudis")
    with public_change():
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")

    behind = client.get("/uudis")
    client.force_login(UserFactory())
    signed_in = client.get("/uudis")
    with public_change():
        restriction.delete()
        page.unpublish()
    draft = client.get("/uudis")

    assert [led.status_code, behind.status_code, signed_in.status_code] == [301, 404, 301]
    assert draft.status_code in {404, 410}
    assert "salajane" in led["Location"]
    assert "Location" not in behind
    assert "Location" not in draft


@pytest.mark.parametrize("query", ["ui=lv", "ui=lv&year=2026", "q=%C3%B5un%0D%0AX:%20y"])
def test_what_was_asked_of_a_former_address_is_asked_of_the_new_one(client, news, query):
    old = news.public_url()
    changed(news, slug="uus-nimi")
    with public_change():
        LegacyURL.objects.create(key=news.translation_key, locale="et", path="/vana/uudis")
        Redirect.add_redirect("/uudis", redirect_to="/et/uudised/uus-nimi/#lisa")

    def led(path):
        return client.get(f"{path}?{query}")["Location"]

    new = "/et/uudised/uus-nimi/"
    assert led(old) == led("/vana/uudis") == led(new.rstrip("/")) == f"{new}?{query}"
    assert led("/uudis") == f"{new}?{query}#lisa"
    assert led("/") == f"/et/?{query}"


def test_an_address_known_with_its_query_leads_on_without_it(client, news):
    with public_change():
        LegacyURL.objects.create(key=news.translation_key, locale="et", path="/index.php?id=7")
        Redirect.add_redirect("/node?id=8", redirect_to=news.public_url())

    assert client.get("/index.php?id=7")["Location"] == news.public_url()
    assert client.get("/node?id=8")["Location"] == news.public_url()


def test_feeds_and_calendars_move_with_their_section(client, news, section):
    event = EventPageFactory(locale="et")
    calendar = event.get_parent().specific
    was = {"feed/": section.public_url(), "calendar.ics": calendar.public_url()}
    changed(section, slug="teated")
    changed(calendar, slug="kava")

    led = {name: client.get(f"{url}{name}?topic=x")["Location"] for name, url in was.items()}

    assert led == {
        "feed/": "/et/teated/feed/?topic=x",
        "calendar.ics": "/et/kava/calendar.ics?topic=x",
    }
    assert client.get(led["feed/"]).status_code == 200
    assert client.get("/et/pole/feed/").status_code == 404
