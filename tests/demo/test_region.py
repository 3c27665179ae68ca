"""The demo region's texts are complete: every language claimed, every name known."""

import datetime as dt
import re
import uuid
from collections import Counter

import pytest

from kogu.demo.build import build_instance
from kogu.demo.region_files import LANGUAGES, picture_files, region, table
from kogu.demo.rich_text import rich_text
from kogu.demo.translations import passages_by_path

pytestmark = pytest.mark.django_db
ITEMS = list(region().values())
TOLD = [item for item in ITEMS if item.kind in {"news", "event", "cluster", "project", "page"}]


def of_kind(kind):
    return [item for item in ITEMS if item.kind == kind]


def passage_counts(item, language):
    """How many passages the item tells in a language, by the path of their block."""
    said = passages_by_path(build_instance(item, language, Scenario()))
    return {path: len(words) for path, words in said.items()}


def refs_in(value):
    """Every `kind/key` that the facts of an item hold."""
    if isinstance(value, dict):
        return [ref for each in value.values() for ref in refs_in(each)]
    if isinstance(value, list):
        return [ref for each in value for ref in refs_in(each)]
    if isinstance(value, str) and re.fullmatch(r"[a-z]+/[a-z0-9/-]+", value):
        return [value]
    return []


def named(item):
    """What the item names by key alone, as refs."""
    facts = item.facts
    for field, kind in (
        ("topics", "topic"),
        ("places", "place"),
        ("organisations", "organisation"),
        ("programmes", "programme"),
        ("goals", "goal"),
        ("speakers", "person"),
        ("founders", "organisation"),
    ):
        yield from (f"{kind}/{key}" for key in facts.get(field, []))
    for row in facts.get("activities", []) if item.kind == "project" else ():
        yield from (f"place/{key}" for key in row.get("places", []))
        yield from (f"event/{key}" for key in row.get("events", []))
    for row in facts.get("contacts", []):
        yield f"person/{row['person']}"
    for field, kind in (("venue", "place"), ("organiser", "organisation"), ("area", "area")):
        if field in facts:
            yield f"{kind}/{facts[field]}"


class Scenario:
    """A world in which everything named is there."""

    today = dt.date(2026, 11, 21)
    early = ""

    def get(self, ref):
        return None

    def pk(self, ref):
        return 1

    def all(self, kind, names):
        return []


def test_the_region_has_what_a_region_needs():
    counts = Counter(item.kind for item in ITEMS)

    least = {"news": 16, "event": 12, "cluster": 4, "organisation": 16, "person": 8, "project": 6}
    least |= {"topic": 8, "strategy": 1, "goal": 12}
    assert {kind: counts[kind] for kind in least if counts[kind] < least[kind]} == {}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.ref)
def test_every_name_is_known(item):
    known = set(region()) | {f"image/{name}" for name in picture_files()}

    dangling = {ref for ref in [*refs_in(item.facts), *named(item)] if ref not in known}
    assert {ref for ref in dangling if ref.split("/")[0] in {i.kind for i in ITEMS}} == set()


@pytest.mark.parametrize("item", TOLD, ids=lambda item: item.ref)
def test_every_language_claimed_tells_the_whole_story(item, locales):
    source = passage_counts(item, item.written_in)

    for language in item.languages[1:]:
        assert passage_counts(item, language) == source


@pytest.mark.parametrize("item", TOLD, ids=lambda item: item.ref)
def test_stories_are_made_of_valid_blocks(item, locales):
    for language in item.languages:
        page = build_instance(item, language, Scenario())

        kinds = {block["block"] for block in item.story}
        assert {block.block_type for block in page.story} == kinds
        assert all(uuid.UUID(block.id) for block in page.story)
        for block in page.story.raw_data:
            assert "None" not in str(block["value"].get("text", ""))


def test_languages_are_shared_out_but_not_everything_is_translated():
    spoken = Counter(code for item in TOLD for code in item.languages)
    shares = {code: spoken[code] / len(TOLD) for code in LANGUAGES}

    assert shares["et"] >= 0.65
    assert shares["lv"] >= 0.45
    assert shares["pl"] >= 0.35
    assert 0.5 <= shares["en"] < 0.95
    assert {item.written_in for item in of_kind("news")} == set(LANGUAGES)


def test_news_are_as_long_as_news_are():
    lengths = {}
    for item in of_kind("news"):
        for language in item.languages:
            said = " ".join(_words(block, language) for block in item.story)
            lengths[item.key, language] = len(said.split())

    live = {key: n for key, n in lengths.items() if "state" not in region()[f"news/{key[0]}"].facts}
    assert {key: n for key, n in live.items() if not 100 <= n <= 500} == {}
    assert max(live.values()) > 250


def _words(block, language):
    value = block.get(language, "")
    return value if isinstance(value, str) else str(value)


def test_every_state_that_editors_meet_is_there():
    states = Counter(item.facts.get("state", "live") for item in of_kind("news"))
    statuses = {item.facts.get("status", "scheduled") for item in of_kind("event")}
    bases = {item.facts["basis"] for item in of_kind("person")}

    assert states["draft"] == states["review"] == 1
    assert any("expires_days" in item.facts for item in of_kind("news"))
    assert any("outdated" in item.facts for item in of_kind("news"))
    assert {"cancelled", "rescheduled"} <= statuses
    assert {"official_duty", "consent", "public_register", "to_confirm"} <= bases
    assert any("withdrawn_days" in item.facts for item in of_kind("person"))
    assert any("superseded_by" in item.facts for item in of_kind("news"))
    assert any("replaced_by" in item.facts for item in of_kind("organisation"))


def test_events_lie_before_on_and_after_the_day_of_loading():
    days = [item.facts["day"] for item in of_kind("event") if "day" in item.facts]

    assert min(days) < 0 < max(days)
    assert 0 in days
    assert any("period" in item.facts for item in of_kind("event"))


def test_a_latvian_news_item_names_a_project_that_exists_in_estonian_only():
    found = [
        item
        for item in of_kind("news")
        if item.languages == ["lv"]
        for row in item.facts.get("projects", [])
        if region()[row["page"]].languages == ["et"]
    ]

    assert found


@pytest.mark.parametrize("item", of_kind("project"), ids=lambda item: item.key)
def test_the_money_of_projects_adds_up_and_their_numbers_match(item):
    facts, programmes = item.facts, table("programmes.toml")
    cents = [round(float(amount) * 100) for _source, _programme, amount in facts["funding"]]

    assert sum(cents) == round(float(facts["total"]) * 100)
    for number, name in facts["numbers"]:
        assert re.fullmatch(programmes[name]["rules"]["number"], number)


def test_plain_text_becomes_rich_text():
    text = "Üks **kaks** *kolm*\nneli.\n\n- a\n- b & c\n\n1. x\n2. y"

    assert rich_text(text) == (
        "<p>Üks <b>kaks</b> <i>kolm</i> neli.</p>"
        "<ul><li>a</li><li>b &amp; c</li></ul><ol><li>x</li><li>y</li></ol>"
    )
