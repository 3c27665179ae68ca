"""A draft always saves; what cannot be is refused by field; what is missing is said later."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from events.models import EventMaterial, EventPage, EventSession
from kogu.content.completeness import Incomplete
from kogu.delivery.changes import public_change

from .conftest import moment, publish


@pytest.fixture
def draft(calendars):
    """An event of which only the title is known."""
    event = EventPage(title="Sometime", slug="sometime", locale=calendars["et"].locale, live=False)
    with public_change():
        return calendars["et"].add_child(instance=event)


def missing(event):
    return {problem.field for problem in event.missing() if not problem.is_warning}


def test_a_draft_saves_with_a_title_alone(draft):
    draft.save_revision()

    assert draft.get_latest_revision_as_object().title == "Sometime"


def test_what_is_missing_is_said_before_publication(draft):
    assert missing(draft) == {"starts_at", "venue", "event_kind"}
    with pytest.raises(Incomplete):
        publish(draft)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        (
            {"starts_at": moment("2026-12-01 18:00"), "ends_at": moment("2026-12-01 17:00")},
            "ends_at",
        ),
        ({"time_zone": "Europe/Koivamaa"}, "time_zone"),
        ({"time_zone": ""}, "time_zone"),
        (
            {"period_from": dt.date(2027, 5, 1), "period_until": dt.date(2027, 4, 1)},
            "period_until",
        ),
        ({"ages_from": 18, "ages_until": 12}, "ages_until"),
        ({"ages_from": -1}, "ages_from"),
        ({"registration_url": "not an address"}, "registration_url"),
        ({"registration_url": "ftp://example.org/form"}, "registration_url"),
        ({"join_link": "javascript:alert(1)"}, "join_link"),
        ({"held_in": ["et", "klingon"]}, "held_in"),
        ({"status": "perhaps"}, "status"),
    ],
)
def test_what_cannot_be_is_refused_by_field(draft, fields, named):
    for name, value in fields.items():
        setattr(draft, name, value)

    with pytest.raises(ValidationError) as refused:
        draft.save_revision()

    assert named in refused.value.message_dict


def test_everything_that_cannot_be_is_named_at_once(draft):
    draft.starts_at, draft.ends_at = moment("2026-12-02 18:00"), moment("2026-12-01 18:00")
    draft.ages_from, draft.ages_until = 18, 12

    with pytest.raises(ValidationError) as refused:
        draft.full_clean()

    assert {"ends_at", "ages_until"} <= set(refused.value.message_dict)


def test_whole_days_are_compared_by_day(draft):
    draft.is_all_day = True
    draft.starts_at, draft.ends_at = moment("2026-12-01 09:00"), moment("2026-12-01 00:00")

    draft.full_clean()


def test_a_period_may_end_in_the_season_in_which_it_begins(draft):
    draft.period_from, draft.period_from_precision = dt.date(2027, 9, 15), "day"
    draft.period_until, draft.period_until_precision = dt.date(2027, 9, 1), "season"

    draft.full_clean()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"status": "rescheduled"}, "previous_starts_at"),
        ({"starts_at": None, "ends_at": moment("2036-12-01 18:00")}, "starts_at"),
        ({"address": ""}, "venue"),
        ({"event_kind": ""}, "event_kind"),
        ({"price": "5 €"}, "price"),
    ],
)
def test_what_publishing_waits_for(make_event, fields, named):
    event = make_event(starts="2036-12-01 18:00", live=False)
    assert not missing(event)

    for name, value in fields.items():
        setattr(event, name, value)

    assert named in missing(event)


def test_what_may_be_overlooked_is_only_a_warning(make_event):
    event = make_event(
        starts="2036-12-01 18:00",
        live=False,
        status="cancelled",
        attendance="online",
        is_free=False,
    )

    warnings = {problem.field for problem in event.missing() if problem.is_warning}

    assert warnings == {"status_reason", "join_link", "price"}
    assert not missing(event)


def test_unfinished_rows_save_in_a_draft_and_wait_for_publication(make_event):
    event = make_event(starts="2036-12-01 18:00", live=False)
    event.sessions.add(EventSession(room="Aula"))
    event.materials.add(EventMaterial(title="Slides"))

    with public_change():
        event.save_revision()
        event.save()

    assert missing(event) == {"sessions", "materials"}


def test_a_session_that_ends_before_it_begins_is_refused():
    session = EventSession(title="Opening", starts=dt.time(10), ends=dt.time(9))

    with pytest.raises(ValidationError) as refused:
        session.clean()

    assert "ends" in refused.value.message_dict
