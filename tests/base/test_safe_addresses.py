"""Whatever is stored, a link leads to the web, to a mailbox, a telephone or a page of ours."""

import pytest

from kogu.base.blocks import StoryBlock
from kogu.base.models import Menu
from kogu.base.models.site import MenuItem
from kogu.base.presenting import chrome
from kogu.base.reading import Reader, Wanted
from kogu.base.site_urls import absolute, safe
from kogu.delivery import memory
from kogu.delivery.changes import public_change

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


@pytest.mark.pure
@pytest.mark.parametrize("address", GOOD)
def test_what_leads_somewhere_is_kept(address):
    assert safe(address) == address
    assert safe(f" {address}\n") == address


@pytest.mark.pure
@pytest.mark.parametrize("address", BAD)
def test_what_might_be_a_trick_leads_nowhere(address):
    assert safe(address) == ""


@pytest.mark.pure
def test_only_paths_are_completed():
    assert absolute("/et/").endswith("/et/")
    assert absolute("/et/") != "/et/"
    for address in ("https://a.example/", "mailto:a@a.example", "tel:1", ""):
        assert absolute(address) == address


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("name", ["call_to_action", "video", "embed"])
def test_a_stored_trick_comes_out_of_no_block(homes, name, address):
    block, base = BLOCKS[name], {"type": name, "id": "1"}
    found = Wanted(Reader("et")).find()

    def shown(url):
        return block.present({"url": url, "label": "Ava", "title": "Ava"}, found, base)

    assert shown(address) is None
    assert shown("https://example.org/").url == "https://example.org/"


def test_a_menu_leads_nowhere_unsafe(homes):
    with public_change():
        menu = Menu(position="main", locale=homes["et"].locale)
        menu.items = [
            MenuItem(title="Hea", url="https://example.org/"),
            MenuItem(title="Paha", url="javascript:alert(1)"),
        ]
        menu.save()
        menu.save_revision().publish()
    memory.forget_all()

    assert [link.title for link in chrome("et").menu] == ["Hea"]
