"""The address of a private document that was pasted somewhere is nowhere public."""

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import URLField
from wagtail.fields import RichTextField
from wagtail.models import CollectionViewRestriction

from kogu.api.resource import resources
from kogu.content.completeness import problems
from kogu.content.models import Card
from kogu.content.models.site import MenuItem
from kogu.delivery import tick_cache
from kogu.delivery.changes import public_change
from kogu.demo import factories as make
from kogu.media.documents import document_id_in
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.document_links import plain_addresses
from kogu.presenting.resolver import Needs, Reader
from kogu.presenting.rich_text import collect, plain_text, render
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures

FILE = "salajane-fail"
FORMS = [
    *("/documents/7/a.pdf", "http://testserver/documents/7/a.pdf", "//testserver/documents/7/a"),
    *("https://testserver:8443/documents/7/a.pdf", "HTTPS://TestServer./documents/7/a.pdf"),
    *("https://www.region.example/documents/7/a.pdf", "https://x@region.example/documents/7/a"),
    *(" /documents/7/a.pdf\n", "/doc\tuments/7/a.pdf", "\\documents\\7/a.pdf", "/documents/007/a"),
    *("/%64ocuments/%37/a.pdf", "/et/../documents/7/a.pdf", "//testserver//documents/./7/a.pdf"),
    *("/documents/7/a.pdf?x=1#y", "/Documents/7/a.pdf", "/documents/7"),
]
OTHERS = [
    *("https://example.org/documents/7/a.pdf", "/et/documents/7/", "/documents/x/7/", "", None),
    *("mailto:documents/7/a@testserver", "https://[/documents/7/a", "/documents/٧/a"),
    *("https://testserver.example.org/documents/7/a", "/documentsx/7/a"),
]


@pytest.mark.parametrize("address", FORMS)
def test_a_document_is_known_by_every_form_of_its_address(address, settings):
    settings.ALLOWED_HOSTS = ["*", ".region.example"]

    assert document_id_in(address) == 7


@pytest.mark.parametrize("address", OTHERS)
def test_other_addresses_lead_to_no_document(address):
    assert document_id_in(address) is None


@pytest.fixture
def document(root_collection, db):
    """A document in a collection that is not closed yet."""
    collection = root_collection.add_child(name="Contracts")
    with public_change():
        file = ContentFile(b"%PDF-", f"{FILE}.pdf")
        return make.DocumentFactory(title="Leping", collection=collection, file=file)


def close(document):
    with public_change():
        CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type="login"
        )
    tick_cache.clear()


def paste(document):
    """Its address into every field of every table that holds an address or a rich text."""
    address = f"HTTP://TESTSERVER{document.url}"
    text = f'<p><a href="{address}">{address}</a></p>'
    with public_change(), connection.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                if isinstance(field, URLField | RichTextField) or _is_of_menu(field):
                    value = text if isinstance(field, RichTextField) else address
                    sql = f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s'
                    cursor.execute(sql, [value])
    tick_cache.clear()


def _is_of_menu(field):
    return field.model is MenuItem and field.name == "url"


def told(client):
    addresses = [f"/api/v1/{name}?locale=en&limit=100" for name in resources]
    for card in Card.objects.exclude(url=""):
        addresses += [card.url, f"{card.url}feed/", f"{card.url}calendar.ics"]
    return {each for each in addresses if FILE.encode() in client.get(each).content}


def test_a_pasted_address_is_public_as_long_as_its_document_is(client, scenario, document):
    paste(document)
    open_to_all = told(client)

    close(document)

    kinds = set(Card.objects.filter(url__in=open_to_all).values_list("kind", flat=True))
    assert {"organisation", "cluster", "project", "programme", "strategy", "event"} <= kinds
    assert told(client) == set()


def instances():
    """Every public item that has an address of its own or in its rows."""
    for card in Card.objects.all():
        model = next(m for m in apps.get_models() if getattr(m, "kind", "") == card.kind)
        instance = model.objects.get(translation_key=card.key, locale__language_code=card.locale)
        rows = list(plain_addresses(instance, lambda instance, name: getattr(instance, name).all()))
        if rows:
            yield instance, {source for source, _row, _name in rows}


def test_who_pasted_it_is_warned_at_its_field(scenario, document):
    paste(document)
    close(document)

    checked = list(instances())

    assert len(checked) >= 6
    for instance, sources in checked:
        found = [problem for problem in problems(instance) if "Leping" in problem.message]
        assert {problem.field for problem in found if problem.is_warning} >= sources


@pytest.mark.parametrize("name", ["call_to_action", "video", "embed"])
def test_a_block_leads_to_no_private_document(homes, document, name):
    block, base = StoryBlock().child_blocks[name], {"type": name, "id": "1"}
    raw = {"url": f"https://testserver{document.url}", "label": "Ava", "title": "Ava"}

    def shown():
        needs = Needs(Reader("et"))
        block.collect(raw, needs)
        return block.present(raw, needs.resolve(), base)

    before = shown()
    close(document)

    assert before.url == raw["url"]
    assert shown() is None


def test_an_address_that_is_written_out_in_a_text_is_not_shown(homes, document):
    close(document)
    text = f"<p>Vaata http://testserver{document.url}, siis https://example.org/7/a.pdf.</p>"
    needs = Needs(Reader("et"))
    collect(text, needs)

    shown = render(text, needs.resolve())

    assert shown == "<p>Vaata … siis https://example.org/7/a.pdf.</p>"
    assert FILE not in plain_text(text)


def test_no_card_has_the_address_of_a_document(homes, document, settings):
    settings.ALLOWED_HOSTS = ["region.example"]
    make.OrganisationPageFactory(locale="et", website=f"http://region.example{document.url}")

    card = Card.objects.get(kind="organisation")

    assert card.facts["website"] == ""
