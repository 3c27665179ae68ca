"""What is on says until when; what is over stands apart; a row says its date once."""

import pytest

from events.models import NewsEvent
from kogu.delivery.changes import public_change
from kogu.delivery.dependencies import collect_dependencies
from kogu.presenting.page import present
from kogu.presenting.resolver import Reader

from .conftest import listed, moment

NOON = moment("2026-11-30 12:00")


def ongoing(calendar, at=NOON):
    return [card.ongoing_until and card.ongoing_until.text for card in listed(calendar, at).items]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("et", "Praegu käimas – kuni 2. dets"),
        ("lv", "Notiek tagad – līdz 02.12."),
        ("pl", "Trwa – do 2 grudnia"),
        ("en", "On now – until 2 Dec"),
    ],
)
def test_what_is_on_says_until_when_instead_of_a_past_date(
    client, calendars, make_event, language, words, time_machine, catalogues
):
    time_machine.move_to(NOON, tick=False)
    make_event("Näitus", "2026-11-20 10:00", "2026-12-02 18:00")

    html = client.get(calendars[language].public_url()).content.decode()

    assert ongoing(calendars[language]) == [words]
    assert f'<time datetime="2026-12-02">{words}</time>' in html
    assert "20. november" not in html


@pytest.mark.parametrize(
    ("starts", "ends", "fields", "words"),
    [
        # On its first day the date is none of the past.
        ("2026-11-30 10:00", "2026-12-02 18:00", {}, None),
        ("2026-11-30 10:00", "2026-11-30 18:00", {}, None),
        ("2026-12-01 10:00", "2026-12-02 18:00", {}, None),
        ("2026-11-28 10:00", "2026-11-30 18:00", {}, "On now – until 18:00"),
        ("2026-11-28 10:00", "2026-12-01 00:00", {}, "On now – until midnight"),
        ("2026-11-28 10:00", "2026-12-02 00:00", {}, "On now – until 1 Dec"),
        ("2026-11-28 00:00", "2026-11-30 00:00", {"is_all_day": True}, "On now – last day"),
        ("2026-11-28 00:00", "2026-12-02 00:00", {"is_all_day": True}, "On now – until 2 Dec"),
        ("2026-11-28 10:00", "2027-01-08 18:00", {}, "On now – until 8 Jan 2027"),
        ("2026-11-28 10:00", "2026-12-02 18:00", {"status": "cancelled"}, None),
        ("2026-11-28 10:00", "2026-12-02 18:00", {"status": "postponed"}, None),
    ],
)
def test_on_is_what_began_on_an_earlier_day(calendars, make_event, starts, ends, fields, words):
    make_event("Exhibition", starts, ends, language="en", **fields)

    assert ongoing(calendars["en"]) == [words]


def test_the_front_page_and_related_rows_say_it_too(homes, news, make_event, catalogues):
    event = make_event("Näitus", "2026-11-20 10:00", "2026-12-02 18:00")
    news.news_events.add(NewsEvent(event=event))
    with public_change():
        news.save_revision().publish()

    for page in (homes["et"], news):
        view = present(page, Reader("et", NOON))
        groups = getattr(view, "sections", view.related)
        (card,) = [card for group in groups for card in group.cards if card.kind == "event"]
        assert card.ongoing_until.text == "Praegu käimas – kuni 2. dets"


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-19 12:00", "2026-11-21 00:00"),
        ("2026-11-30 12:00", "2026-12-02 00:00"),
        ("2026-12-02 12:00", "2026-12-02 18:00"),
    ],
)
def test_a_page_that_says_it_holds_until_other_words_are_due(news, make_event, at, until):
    event = make_event("Näitus", "2026-11-20 10:00", "2026-12-02 18:00")
    news.news_events.add(NewsEvent(event=event))
    with public_change():
        news.save_revision().publish()

    with collect_dependencies() as seen:
        present(news, Reader("et", moment(at)))

    assert seen.until == moment(until)


def test_at_new_year_the_year_need_not_be_said_any_more(news, make_event):
    event = make_event("Näitus", "2026-11-20 10:00", "2027-01-08 18:00")
    news.news_events.add(NewsEvent(event=event))
    with public_change():
        news.save_revision().publish()

    with collect_dependencies() as seen:
        present(news, Reader("et", NOON))

    assert seen.until == moment("2027-01-01 00:00")


def test_related_events_to_come_stand_soonest_first_and_past_ones_apart(news, make_event):
    for title, starts in (
        ("Late", "2026-12-24 18:00"),
        ("Older", "2026-10-01 18:00"),
        ("Soon", "2026-12-01 18:00"),
        ("Over", "2026-11-01 18:00"),
        ("Some day", None),
    ):
        period = {} if starts else {"period_from": "2027-01-01"}
        news.news_events.add(NewsEvent(event=make_event(title, starts, **period)))
    with public_change():
        news.save_revision().publish()

    groups = present(news, Reader("en", NOON)).related

    assert [(group.heading, [card.title for card in group.cards]) for group in groups] == [
        ("Coming events", ["Soon", "Late", "Some day"]),
        ("Past events", ["Over", "Older"]),
    ]


@pytest.mark.parametrize(
    ("period", "heading"),
    [
        ({"period_from": "2026-09-01", "period_from_precision": "season"}, "Past events"),
        ({"period_from": "2026-10-01", "period_until": "2026-11-29"}, "Past events"),
        ({"period_from": "2026-12-15", "period_from_precision": "month"}, "Coming events"),
    ],
    ids=["the autumn that has just ended", "days", "this month"],
)
def test_what_is_known_only_by_a_past_period_is_not_to_come(news, make_event, period, heading):
    event = make_event("Some day", **period)
    news.news_events.add(NewsEvent(event=event))
    with public_change():
        news.save_revision().publish()

    groups = present(news, Reader("en", moment("2026-12-01 00:00"))).related

    assert [group.heading for group in groups] == [heading]


def test_a_row_says_its_date_once(client, calendars, make_event):
    make_event("Laat", "2031-07-04 18:00", "2031-07-04 20:30")
    make_event("Laager", "2031-08-04 10:00", "2031-08-06 12:00")

    html = client.get(calendars["et"].public_url()).content.decode()

    assert "<span>reede, 18:00–20:30</span>" in html
    assert "<span>esmaspäev, 10:00 – kolmapäev, 6. august 2031, 12:00</span>" in html
    assert "4. juuli" not in html
