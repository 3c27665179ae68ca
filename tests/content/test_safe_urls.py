"""Whatever is stored, a link leads to the web, to a mailbox, a telephone or a page of ours."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import URLField
from wagtail.admin.forms.choosers import ExternalLinkChooserForm
from wagtail.blocks import URLBlock
from wagtail.fields import RichTextField

from directory.models.project_work import EventsBlock
from kogu.api.resource import resources
from kogu.content.models import Card, Menu
from kogu.content.models.site import MenuItem
from kogu.content.site_urls import absolute, safe_url
from kogu.delivery import tick_cache
from kogu.delivery.changes import public_change
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.chrome import chrome
from kogu.presenting.resolver import Needs, Reader, Resolved
from kogu.presenting.rich_text import render
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures

GOOD = [
    *("https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/"),
    *("mailto:info@example.org", "tel:+3725551234", "/et/uudised/"),
]
BAD = [
    *("javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "data:text/html,x"),
    *("vbscript:x", "file:///etc/passwd", "//evil.example/", "/\\evil.example/", "ftp://a.example"),
    *("\x01javascript:alert(1)", "https:///evil.example", "https://", "evil.example", "", None),
    *("https://a.example/ javascript:", "blob:https://a.example/1", "http:javascript:alert(1)"),
]
BLOCKS = StoryBlock().child_blocks


@pytest.mark.parametrize("address", GOOD)
def test_what_leads_somewhere_is_kept(address):
    assert safe_url(address) == address
    assert safe_url(f" {address}\n") == address


@pytest.mark.parametrize("address", BAD)
def test_what_might_be_a_trick_leads_nowhere(address):
    assert safe_url(address) == ""


def test_only_paths_are_completed():
    assert absolute("/et/").endswith("/et/")
    assert absolute("/et/") != "/et/"
    for address in ("https://a.example/", "mailto:a@a.example", "tel:1", ""):
        assert absolute(address) == address


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("name", ["call_to_action", "video", "embed"])
def test_a_stored_trick_comes_out_of_no_block(homes, name, address):
    block, base = BLOCKS[name], {"type": name, "id": "1"}
    resolved = Needs(Reader("et")).resolve()

    def shown(url):
        return block.present({"url": url, "label": "Ava", "title": "Ava"}, resolved, base)

    assert shown(address) is None
    assert shown("https://example.org/").url == "https://example.org/"


def test_a_menu_leads_nowhere_unsafe(homes):
    with public_change():
        menu = Menu(position="main", locale=homes["et"].locale)
        menu.items = [
            MenuItem(title="Hea", url="https://example.org/"),
            MenuItem(title="Paha", url="https://example.com/"),
        ]
        menu.save()
        menu.save_revision().publish()
        MenuItem.objects.filter(title="Paha").update(url="javascript:alert(1)")
    tick_cache.clear()

    assert [link.title for link in chrome("et").menu] == ["Hea"]


def url_fields():
    """Every field of every model that holds an address elsewhere."""
    return [
        pytest.param(field, id=f"{model._meta.label}.{field.name}")
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, URLField)
    ]


def url_blocks(block, path=""):
    """Every block that holds an address, with its place in the story."""
    if isinstance(block, URLBlock):
        yield pytest.param(block, id=path)
    children = getattr(block, "child_blocks", {})
    if child := getattr(block, "child_block", None):
        children = {"*": child}
    for name, each in children.items():
        yield from url_blocks(each, f"{path}.{name}")


SCRIPTS = [address for address in BAD if address and ":" in address]
ODD_SCHEMES = ["mailto:a@a.example", "ftp://a.example/", "javascript://a.example/%0aalert(1)"]


@pytest.mark.parametrize("field", url_fields())
@pytest.mark.parametrize("address", [*SCRIPTS, *ODD_SCHEMES])
def test_every_field_refuses_it_in_forms_and_drops_what_is_stored(field, address):
    with pytest.raises(ValidationError):
        field.formfield().clean(address)
    with pytest.raises(ValidationError):
        field.run_validators(address)
    assert field.from_db_value(address, None, None) == ""


@pytest.mark.parametrize("field", url_fields())
def test_every_field_keeps_addresses_of_the_web(field):
    assert field.formfield().clean("https://a.example/b?c#d") == "https://a.example/b?c#d"
    assert field.from_db_value("http://a.example/", None, None) == "http://a.example/"
    assert field.from_db_value(None, None, None) is None


@pytest.mark.parametrize("block", [*url_blocks(StoryBlock()), *url_blocks(EventsBlock())])
@pytest.mark.parametrize("address", [*SCRIPTS, *ODD_SCHEMES])
def test_every_block_refuses_it(block, address):
    with pytest.raises(ValidationError):
        block.clean(block.value_from_datadict({"url": address}, {}, "url"))


@pytest.mark.parametrize("address", [address for address in BAD if address != "evil.example"])
def test_the_form_for_a_link_in_a_text_refuses_what_would_be_dropped(address):
    assert not ExternalLinkChooserForm({"url": address or ""}).is_valid()
    assert not ExternalLinkChooserForm({"url": "mailto:a@a.example"}).is_valid()


@pytest.mark.parametrize("address", ["https://a.example/b?c#d", "/et/uudised/", "a.example"])
def test_the_form_for_a_link_in_a_text_takes_the_web_and_paths(address):
    form = ExternalLinkChooserForm({"url": address})

    assert form.is_valid()
    assert safe_url(form.cleaned_data["url"])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example/", "evil.example"])
def test_a_menu_refuses_what_leads_nowhere_safe(db, address):
    with pytest.raises(ValidationError, match="https://"):
        MenuItem(title="Paha", url=address).clean()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/"])
def test_a_link_in_a_text_leads_nowhere_unsafe(db, address):
    html = f'<p><a href="{address}">Ava</a> <a href="#alla">Alla</a></p>'

    assert render(html, Resolved(Reader("et"))) == '<p><a>Ava</a> <a href="#alla">Alla</a></p>'


def test_a_stored_script_is_nowhere_public(client, scenario):
    script = "javascript:alert(1)"
    link = f'<p><a href="{script}">x</a></p>'
    with public_change(), connection.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                value = link if isinstance(field, RichTextField) else script
                if isinstance(field, URLField | RichTextField):
                    sql = f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s'
                    cursor.execute(sql, [value])
    tick_cache.clear()

    addresses = [f"/api/v1/{name}?locale=en&limit=100" for name in resources]
    for card in Card.objects.exclude(url=""):
        addresses += [card.url, f"{card.url}feed/", f"{card.url}calendar.ics"]
    for address in addresses:
        assert b"javascript:" not in client.get(address).content, address
