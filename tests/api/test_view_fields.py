"""What a view declares for the API, and nothing else of it, becomes its answer."""

from dataclasses import dataclass, make_dataclass
from uuid import UUID

import pytest
from pydantic import ValidationError

from kogu.api.fields import answer_of, api_field
from kogu.api.vocabulary import Codes, vocabularies
from kogu.presenting.card_views import CardView

pytestmark = pytest.mark.pure

KEY = UUID("0f3c9d1e-5a64-4b0e-9a0c-2f6f4f6f4f6f")

COLOURS = Codes("test_colour", [("red", "Red"), ("blue", "Blue")])
# Nothing of the site has it.
del vocabularies["test_colour"]


def in_capitals(word) -> str:
    return word.upper()


def doubled(parts) -> tuple["PartView", ...]:
    return parts * 2


@dataclass(frozen=True)
class PartView:
    """A part."""

    name: str = api_field("Name")
    note: str
    inner: tuple["PartView", ...] = api_field("Parts of it", default=())


@dataclass(frozen=True)
class WholeView:
    """A whole."""

    name: str = api_field("Name", examples=["Sauna"])
    secret: str
    size: str = api_field("Size", name="how_big", serialize=in_capitals)
    colours: tuple[str, ...] = api_field("Colours", codes=COLOURS)
    parts: tuple[PartView, ...] = api_field("Parts", serialize=doubled)
    owner: CardView | None = api_field("Owner", default=None)


@dataclass(frozen=True)
class BranchView:
    """A branch of a tree."""

    name: str = api_field("Name")
    note: str
    parent: "BranchView | None" = api_field("What it grows from", default=None)


def answered(**changed):
    part = PartView("Door", "hidden", (PartView("Handle", "hidden"),))
    given = {"name": "House", "secret": "s", "size": "big", "colours": ("red",), "parts": (part,)}
    answer = answer_of(WholeView)
    made = answer.serialize(WholeView(**{**given, **changed}))
    return answer.schema.model_validate(made).model_dump(mode="json")


def test_a_field_that_is_not_declared_stays_out_of_the_answer_and_of_its_parts():
    answer = answered()

    assert list(answer) == ["name", "how_big", "colours", "parts", "owner"]
    assert list(answer["parts"][0]) == ["name", "inner"]


def test_a_field_is_answered_as_it_is_made_under_its_name():
    answer = answered()

    assert answer["how_big"] == "BIG"
    assert [part["name"] for part in answer["parts"]] == ["Door", "Door"]


def test_parts_may_hold_parts_of_their_own_type():
    part = answered()["parts"][0]

    assert part["inner"] == [{"name": "Handle", "inner": []}]


def test_a_part_may_name_one_of_its_own_type():
    answer = answer_of(BranchView)
    made = answer.serialize(BranchView("Twig", "hidden", BranchView("Trunk", "hidden")))

    assert answer.schema.model_validate(made).model_dump() == {
        "name": "Twig",
        "parent": {"name": "Trunk", "parent": None},
    }


@pytest.mark.parametrize(
    "of",
    [
        *(list[PartView], dict[str, PartView], set[str], tuple[PartView, str], tuple[str]),
        *(int | str, int | str | None, tuple[int | str, ...], object, dict),
    ],
    ids=str,
)
def test_a_type_of_which_the_api_does_not_know_what_to_answer_is_refused(of):
    view = make_dataclass("OddView", [("parts", of, api_field("Parts"))])

    with pytest.raises(TypeError, match="The API answers no"):
        answer_of(view)


def test_a_card_is_answered_as_a_reference_and_nothing_as_nothing():
    card = CardView("organisation", KEY, "en", "Mill", "/en/organisations/mill/")

    assert answered()["owner"] is None
    assert answered(owner=card)["owner"]["id"] == str(KEY)
    assert answered(owner=card)["owner"]["title"] == "Mill"


def test_a_code_outside_its_vocabulary_is_refused():
    with pytest.raises(ValidationError):
        answered(colours=("green",))


def test_the_schema_says_what_the_view_declares():
    schema = answer_of(WholeView).schema.model_json_schema()

    assert schema["title"] == "WholeOut"
    assert schema["description"] == "A whole."
    assert schema["properties"]["name"]["description"] == "Name"
    assert schema["properties"]["name"]["examples"] == ["Sauna"]
    assert schema["properties"]["colours"]["items"]["enum"] == ["red", "blue"]
    assert schema["properties"]["colours"]["items"]["x-vocabulary"] == "test_colour"
