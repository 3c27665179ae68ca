"""A cursor that somebody bent goes nowhere, breaks nothing and shows nothing more."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from kogu.demo.factories import OrganisationPageFactory

KEY = "0f0e0d0c-0b0a-4908-8706-050403020100"
NAME = "organisations title"


def packed(*parts):
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).rstrip(b"=").decode()


def asked(client, cursor, resource="organisations", **more):
    query = {"locale": "en", "limit": 1, "order": "title", "cursor": cursor, **more}
    return client.get(f"/api/v1/{resource}", query)


@pytest.fixture
def given(client, scenario):
    """A cursor as the list hands it out."""
    OrganisationPageFactory(title="Zoo", parent=scenario.organisation.get_parent().specific)
    following = client.get("/api/v1/organisations?locale=en&limit=1&order=title").json()["next"]
    return parse_qs(urlsplit(following).query)["cursor"][0]


def test_bent_cursors_are_refused(client, given):
    bent = [
        *(packed(NAME, "\ud800", KEY), packed(NAME, "a\x00", KEY), packed(NAME, 5, KEY)),
        *(
            packed(NAME, "a", 5),
            packed(NAME, "a", "x"),
            packed(NAME, "a"),
            packed("title", "a", KEY),
        ),
        *(
            packed("title", "a", KEY),
            packed(NAME, ["a"], KEY),
            "nonsense",
            "é",
            base64.urlsafe_b64encode(b"[" * 2_500).decode(),
            given[:-7],
        ),
    ]

    for cursor in bent:
        response = asked(client, cursor)

        assert response.status_code == 400, cursor
        assert "cursor" in response.content.decode()


def test_a_flipped_bit_is_refused_or_only_goes_on_elsewhere(client, given):
    raw = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4))

    for place in range(len(raw)):
        turned = bytearray(raw)
        turned[place] ^= 1 << place % 8

        response = asked(client, base64.urlsafe_b64encode(turned).decode().rstrip("="))

        assert response.status_code in {200, 400}, bytes(turned)


def test_a_cursor_belongs_to_its_list(client, given):
    assert asked(client, given).status_code == 200

    for other in ("clusters", "people", "places", "topics"):
        assert asked(client, given, other).status_code == 400


def test_with_another_choice_it_shows_what_that_choice_shows_at_most(client, given):
    everything = client.get("/api/v1/organisations?locale=en&kind=association").json()["items"]

    shown = asked(client, given, kind="association").json()["items"]

    assert [item for item in shown if item not in everything] == []
