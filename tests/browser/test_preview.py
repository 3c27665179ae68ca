"""The panel beside the form shows what readers will see, as wide as a phone, tablet and desktop."""

import re

import pytest

from . import admin
from .drafts import wait_until

PREVIEW = "[data-side-panel-toggle=preview]"
WIDTHS = {"mobile": 375, "tablet": 768, "desktop": 1280}
EDITED = {
    "an event": ("/admin/pages/add/events/eventpage/{calendar}/", "title"),
    "a topic": ("/admin/snippets/directory/topic/add/?locale=et", "name"),
}


@pytest.fixture
def editor(sign_in):
    page = sign_in("editor")
    page.complaints = admin.complaints(page)
    return page


@pytest.mark.parametrize("kind", EDITED)
def test_the_panel_shows_the_draft_at_three_widths(editor, kind):
    address, field = EDITED[kind]
    editor.goto(address.format(calendar=admin.section(editor, "syndmused")))
    editor.fill(f"#id_{field}", "Laat veski juures")
    editor.locator(PREVIEW).click()

    for name, width in WIDTHS.items():
        editor.locator(f"[name=preview-size][value={name}]").dispatch_event("click")
        frame = editor.frame_locator("#w-preview-iframe")
        frame.get_by_role("heading", level=1, name="Laat veski juures").wait_for()
        wait_until(editor, f"document.querySelector('#w-preview-iframe').clientWidth === {width}")

    assert [said for said in editor.complaints if re.search("frame|refused", said, re.I)] == []
