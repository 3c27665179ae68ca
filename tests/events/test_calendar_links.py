"""A date gets into a reader's own calendar, wherever that is, and nothing is loaded from there."""

from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from .conftest import listed, moment, shown

NOON = moment("2026-11-21 12:00")


def query(address):
    """The address without its query, and what the query says."""
    parts = urlsplit(address)
    assert "+" not in parts.query
    said = {name: value for name, (value,) in parse_qs(parts.query).items()}
    return f"{parts.scheme}://{parts.netloc}{parts.path}", said


@pytest.fixture
def event(make_event, make_place):
    venue = make_place("Saal & kohvik", address="Tallinna mnt 9, Rapla")
    return make_event(
        "Puit + villa: mis saab 100%?",
        "2026-12-01 18:00",
        "2026-12-01 20:30",
        venue=venue,
        room="Väike saal",
        address="",
        summary="Räägime; ja sööme.",
        time_zone="Europe/Warsaw",
    )


def test_google_takes_down_title_place_and_the_events_own_clocks(event):
    address, said = query(shown(event, NOON).calendar_links.google)

    assert address == "https://calendar.google.com/calendar/render"
    assert said == {
        "action": "TEMPLATE",
        "text": "Puit + villa: mis saab 100%?",
        "dates": "20261201T180000/20261201T203000",
        "ctz": "Europe/Warsaw",
        "details": f"Räägime; ja sööme.\n\nhttp://testserver{event.public_url()}",
        "location": "Saal & kohvik, Väike saal, Tallinna mnt 9, Rapla",
    }


def test_outlook_takes_down_the_same_with_offsets(event):
    address, said = query(shown(event, NOON).calendar_links.outlook)

    assert address == "https://outlook.live.com/calendar/0/action/compose"
    assert said["subject"] == "Puit + villa: mis saab 100%?"
    assert said["startdt"] == "2026-12-01T18:00:00+01:00"
    assert said["enddt"] == "2026-12-01T20:30:00+01:00"
    assert said["location"] == "Saal & kohvik, Väike saal, Tallinna mnt 9, Rapla"
    assert "allday" not in said


@pytest.mark.parametrize(
    ("starts", "ends", "is_all_day", "google", "outlook"),
    [
        (
            "2026-12-01 09:00",
            "2026-12-03 12:00",
            False,
            "20261201T090000/20261203T120000",
            ("2026-12-01T09:00:00+02:00", "2026-12-03T12:00:00+02:00"),
        ),
        (
            "2026-12-01 00:00",
            "2026-12-03 00:00",
            True,
            "20261201/20261204",
            ("2026-12-01", "2026-12-04"),
        ),
        ("2026-12-01 00:00", None, True, "20261201/20261202", ("2026-12-01", "2026-12-02")),
        (
            "2026-12-01 18:00",
            None,
            False,
            "20261201T180000/20261201T180000",
            ("2026-12-01T18:00:00+02:00", None),
        ),
    ],
    ids=["several days", "whole days", "a whole day", "open end"],
)
def test_days_and_open_ends_are_taken_down_rightly(
    make_event, starts, ends, is_all_day, google, outlook
):
    links = shown(make_event("Laat", starts, ends, is_all_day=is_all_day), NOON).calendar_links

    said = query(links.outlook)[1]
    assert query(links.google)[1]["dates"] == google
    assert (said["startdt"], said.get("enddt")) == outlook
    assert said.get("allday") == ("true" if is_all_day else None)


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_called_off_is_for_no_calendar(client, make_event, status):
    with time_machine.travel(NOON):
        event = make_event("Laat", "2026-12-01 18:00", status=status)
        html = client.get(event.public_url()).content.decode()

    assert shown(event, NOON).calendar_links is None
    assert "calendar-links" not in html


def test_what_is_over_or_not_dated_is_for_no_calendar(make_event):
    over = make_event("Laat", "2026-11-01 18:00")
    loose = make_event("Kunagi", period_from="2027-01-01")

    assert shown(over, NOON).calendar_links is None
    assert shown(loose, NOON).calendar_links is None


def test_the_page_shows_the_address_to_copy_and_loads_nothing(client, event):
    with time_machine.travel(NOON):
        html = client.get(event.public_url()).content.decode()

    file = f"{event.public_url()}calendar.ics"
    assert f'href="webcal://testserver{file}"' in html
    assert f'href="{file}" type="text/calendar"' in html
    assert f'value="http://testserver{file}" readonly' in html
    assert 'src="https://' not in html


def test_a_narrowed_calendar_is_followed_as_narrowed(client, calendars, make_event):
    make_event("Kontsert", "2031-08-01 18:00", event_kind="concert")
    url = calendars["et"].public_url()

    links = listed(calendars["et"], kind="concert", when="today").calendar_links

    host = f"testserver{url}calendar.ics?kind=concert"
    assert links.webcal == f"webcal://{host}"
    assert query(links.google)[1] == {"cid": f"webcal://{host}"}
    assert query(links.outlook)[1] == {
        "url": f"http://{host}",
        "name": "Calendar et: Concert – Kogu",
    }
    html = client.get(url, {"kind": "concert"}).content.decode()
    assert f'href="webcal://{host}"' in html
    assert f'value="http://{host}" readonly' in html
