"""Other programs' calendars follow an event, and a calendar as a reader narrowed it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.icalendar import calendar, text
from kogu.delivery import clock
from kogu.presenting.chrome import chrome

from .conftest import publish


def lines(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    raw = response.content
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    return raw.decode().replace("\r\n ", "").split("\r\n")


def values(resolved, name):
    return [
        line.partition(":")[2]
        for line in resolved
        if line.partition(":")[0].partition(";")[0] == name
    ]


@pytest.fixture
def event(make_event):
    return make_event("Puidu, villa; päev", "2031-07-04 18:00", "2031-07-04 20:30")


def test_an_event_is_told_in_utc_with_its_words_escaped(client, event):
    found = lines(client, f"{event.public_url()}calendar.ics")

    assert found[0] == "BEGIN:VCALENDAR"
    assert values(found, "DTSTART") == ["20310704T150000Z"]
    assert values(found, "DTEND") == ["20310704T173000Z"]
    assert values(found, "SUMMARY") == [r"Puidu\, villa\; päev"]
    assert values(found, "LOCATION") == [r"Keskväljak 1\, Rapla"]
    assert values(found, "STATUS") == ["CONFIRMED"]


def test_a_moved_and_cancelled_event_keeps_its_uid_and_counts_on(client, event):
    url = f"{event.public_url()}calendar.ics"
    before = lines(client, url)

    publish(event, status="cancelled", status_reason="Torm")
    after = lines(client, url)

    assert values(before, "UID") == values(after, "UID")
    assert values(after, "STATUS") == ["CANCELLED"]
    assert int(values(after, "SEQUENCE")[0]) >= int(values(before, "SEQUENCE")[0])


def test_whole_days_are_days_and_the_end_is_the_day_after(client, make_event):
    event = make_event("Laat", "2031-07-04 00:00", "2031-07-06 00:00", is_all_day=True)

    found = lines(client, f"{event.public_url()}calendar.ics")

    assert values(found, "DTSTART") == ["20310704"]
    assert values(found, "DTEND") == ["20310707"]


def test_a_calendar_is_narrowed_as_its_page_is(client, calendars, event, make_event):
    make_event("Kontsert", "2031-08-01 18:00", event_kind="concert")
    url = f"{calendars['et'].public_url()}calendar.ics"

    assert len(values(lines(client, url), "UID")) == 2
    assert values(lines(client, url, kind="concert"), "SUMMARY") == ["Kontsert"]
    page = client.get(calendars["et"].public_url(), {"kind": "concert"}).content.decode()
    assert f"{url}?kind=concert" in page


def test_drafts_and_what_is_long_over_are_in_no_calendar(client, calendars, make_event):
    draft = make_event("Mustand", "2031-07-04 18:00", live=False)
    make_event("Ammu", "2019-07-04 18:00")

    assert values(lines(client, f"{calendars['et'].public_url()}calendar.ics"), "UID") == []
    assert client.get(f"{draft.public_url()}calendar.ics").status_code == 404


def test_who_has_the_calendar_asks_in_one_query(client, event, django_assert_num_queries):
    url = f"{event.public_url()}calendar.ics"
    etag = client.get(url)["ETag"]
    clock.discard_reading()

    with django_assert_num_queries(1):
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 304


def test_lines_are_cut_between_letters_and_words_bring_no_lines():
    made = calendar("õ" * 60, "https://example.org/", [])

    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert f"\r\nNAME:{'õ' * 60}\r\n" in made.replace("\r\n ", "")
    assert text("a\r\nDTSTART:1\\;,\x00").to_ical() == rb"a\nDTSTART:1\\\;\,"
    assert text(r"C:\Naited\new").to_ical() == rb"C:\\Naited\\new"


def test_a_calendar_is_named_after_what_it_holds_and_whose_it_is(
    client, calendars, make_event, make_place
):
    county = make_place("Raplamaa", slug="raplamaa", place_kind="county")
    event = make_event("Kontsert", "2031-08-01 18:00", event_kind="concert", venue=county)
    url = f"{calendars['et'].public_url()}calendar.ics"

    def named(address, **query):
        found = lines(client, address, **query)
        (name,) = values(found, "NAME")
        assert values(found, "X-WR-CALNAME") == [name]
        assert values(found, "REFRESH-INTERVAL") == ["PT6H"]
        return name.replace("\\", "")

    site = chrome("et").site_name
    assert named(url) == f"Calendar et – {site}"
    assert named(url, kind="concert", place="raplamaa", when="today") == (
        f"Calendar et: Raplamaa, Concert – {site}"
    )
    assert named(f"{event.public_url()}calendar.ics") == f"Kontsert – {site}"


def test_the_location_holds_venue_room_and_address(client, calendars, make_event, make_place):
    venue = make_place("Raamatukogu", address="Tallinna mnt 9, Rapla")
    make_event("Kodus", "2031-07-04 18:00", venue=venue, room="Saal", address="")
    make_event("Ainult aadress", "2031-07-05 18:00", room="III korrus")
    make_event("Veebis", "2031-07-06 18:00", attendance="online", address="Keskväljak 1")

    found = lines(client, f"{calendars['et'].public_url()}calendar.ics")

    assert values(found, "LOCATION") == [
        r"Raamatukogu\, Saal\, Tallinna mnt 9\, Rapla",
        r"III korrus\, Keskväljak 1\, Rapla",
        "Online",
    ]


def test_a_calendar_costs_the_same_however_many_dates(client, calendars, make_event, make_place):
    def cost():
        clock.discard_reading()
        client.get(url, query)
        publish(event)
        with CaptureQueriesContext(connection) as queries:
            lines(client, url, **query)
        return len(queries)

    url, query = f"{calendars['et'].public_url()}calendar.ics", {"kind": "concert"}
    event = make_event("Laat", "2031-07-01 18:00", event_kind="concert")
    of_one = cost()
    for day in range(1, 9):
        venue = make_place(f"Saal {day}", address=f"Tänav {day}")
        make_event(f"Päev {day}", f"2031-08-0{day} 18:00", event_kind="concert", venue=venue)

    assert cost() == of_one


def test_a_position_is_written_without_an_exponent(client, make_event, make_place):
    venue = make_place("Null", address="Meridian 1", latitude="51.478", longitude="0.00005")
    event = make_event("Kontsert", "2031-08-01 18:00", venue=venue)

    assert values(lines(client, f"{event.public_url()}calendar.ics"), "GEO") == [
        "51.478000;0.000050"
    ]
