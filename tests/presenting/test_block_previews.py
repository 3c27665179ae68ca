"""An editor sees what a block looks like before choosing it."""

import pytest

from kogu.demo.factories import EventPageFactory, ImageFactory, PersonFactory, ProjectPageFactory
from kogu.media.renditions import make_now
from kogu.presenting.blocks import StoryBlock

BLOCKS = StoryBlock().child_blocks
# Nothing is in them but what the site has.
OF_THE_SITE = {
    "related_pages": "Loov piir",
    "project_card": "Loov piir",
    "event_list": "Kudumise õhtu",
    "people": "Mari Maasikas",
    "contact": "Mari Maasikas",
    "image": "<img",
    "gallery": "<img",
}
WRITTEN = {
    "rich_text": "Forty makers",
    "heading": "What happens next</h2>",
    "quote": "I know nine",
    "call_to_action": "Sign up for the workshop",
    "video": "How the network began",
    "embed": "All stops of the craft bus",
    "document_list": "Read more",
    "key_figures": "46",
    "table": "214",
    "timeline": "Twelve founders meet",
    "accordion": "Everybody may come",
}


@pytest.fixture
def site_with_items(homes):
    make_now(ImageFactory().pk, fallback_only=True)
    PersonFactory(name="Mari Maasikas")
    EventPageFactory(title="Kudumise õhtu")
    ProjectPageFactory(title="Loov piir")


def test_every_block_has_an_example():
    assert set(BLOCKS) == {*OF_THE_SITE, *WRITTEN}


def shown(name):
    block = BLOCKS[name]
    return block.render(block.get_preview_value())


def test_previews_show_the_examples_written_for_them(homes):
    lacking = {name for name, words in WRITTEN.items() if words not in shown(name)}

    assert not lacking


def test_previews_show_real_things(site_with_items):
    lacking = {name for name, words in OF_THE_SITE.items() if words not in shown(name)}

    assert not lacking


def test_previews_stand_on_an_empty_site(homes):
    assert all(isinstance(shown(name), str) for name in BLOCKS)
