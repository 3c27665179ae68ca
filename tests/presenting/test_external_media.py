"""What stands on other sites is a card that leads there; nothing of it is loaded before."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.segments.extract import extract_segments

from kogu.demo.factories import NewsPageFactory, story
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.blocks.providers import frame_of
from kogu.presenting.stories import excerpt, plain_text

BLOCKS = StoryBlock().child_blocks
MAP = {
    "medium": "map",
    "title": "Peatused <1>",
    "url": "https://www.openstreetmap.org/#map=12/57.7/26.9",
    "text": "Üksteist peatust.",
    "poster": None,
}


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        (
            "https://www.youtube.com/watch?t=3&v=abc-DEF_123&list=x",
            "https://www.youtube-nocookie.com/embed/abc-DEF_123",
        ),
        ("https://youtu.be/abc-DEF_123?si=1", "https://www.youtube-nocookie.com/embed/abc-DEF_123"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        (
            "https://soundcloud.com/koivamaa/lugu-1",
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fkoivamaa%2Flugu-1",
        ),
        (
            "https://open.spotify.com/episode/4rOoJ6Egrf",
            "https://open.spotify.com/embed/episode/4rOoJ6Egrf",
        ),
        (
            "https://docs.google.com/presentation/d/1a-B/edit#slide=id.p",
            "https://docs.google.com/presentation/d/1a-B/embed",
        ),
        ("https://youtube.com.example/watch?v=abc-DEF_123", ""),
        ("http://vimeo.com/76979871", ""),
        ('https://vimeo.com/76979871" onload=x', ""),
        ("https://koivamaa.example/kaart", ""),
    ],
)
def test_known_sites_offer_a_frame_and_others_none(url, frame):
    assert frame_of(url) == frame


def test_a_page_leads_to_a_map_and_loads_nothing_of_it(client, homes):
    news = NewsPageFactory(story=story(("embed", MAP)))

    html = client.get(news.public_url()).content.decode()

    assert f'<a href="{MAP["url"]}" rel="external" dir="auto">Peatused &lt;1&gt;</a>' in html
    assert "Üksteist peatust." in html
    assert "Map · opens at openstreetmap.org" in html
    assert "<iframe" not in html
    assert html.count("openstreetmap.org") == 2


def test_what_it_shows_counts_as_words_of_the_story(homes):
    news = NewsPageFactory.build(story=story(("embed", MAP)))

    assert plain_text(news.story) == "Üksteist peatust."
    assert excerpt(news.story) == ""


def test_translators_are_given_its_words_and_nothing_else(homes):
    news = NewsPageFactory(story=story(("embed", MAP)))

    segments = [each for each in extract_segments(news) if each.path.startswith("story")]

    words = {each.path.rsplit(".")[-1]: each for each in segments}
    assert {name for name, each in words.items() if hasattr(each, "string")} == {"title", "text"}
    assert not any("medium" in name or "poster" in name for name in words)


@pytest.mark.parametrize("name", ["video", "embed"])
@pytest.mark.parametrize("url", ["http://a.example/", "javascript:alert(1)", "map"])
def test_an_address_that_is_not_safe_is_refused_with_the_field_named(name, url, homes):
    block = BLOCKS[name]

    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({**MAP, "url": url}))

    assert set(refused.value.block_errors) == {"url"}
