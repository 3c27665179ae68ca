"""Dates follow what is public, keep their identity when moved, and stay as they were once past."""

import uuid

import time_machine

from events.models import Occurrence
from kogu.delivery.changes import public_change

from .conftest import date_of, moment, publish, translate


def test_a_published_event_has_one_date_in_its_language(make_event):
    event = make_event(starts="2026-12-01 18:00", ends="2026-12-01 20:00")

    date = date_of(event)
    assert date.starts_at == moment("2026-12-01 18:00")
    assert date.ends_at == date.over_at == moment("2026-12-01 20:00")
    assert date.page_id == event.pk
    assert date.public_id == uuid.uuid5(event.translation_key, "2026-12-01T16:00:00Z")


def test_a_draft_has_no_date(make_event):
    make_event(starts="2026-12-01 18:00", live=False)

    assert not Occurrence.objects.exists()


def test_every_language_has_the_same_date_with_the_same_identity(make_event):
    event = make_event(starts="2026-12-01 18:00")
    translated = translate(event, "lv", title="Vakars")

    assert date_of(event, "lv").public_id == date_of(event, "et").public_id
    assert date_of(event, "lv").page_id == translated.pk


@time_machine.travel("2026-11-20 09:00+00:00", tick=False)
def test_a_moved_date_keeps_its_identity_in_every_language(make_event):
    event = make_event(starts="2026-12-01 18:00")
    translated = translate(event, "lv")
    before = date_of(event)

    for version in (event, translated):
        publish(
            version,
            starts_at=moment("2026-12-08 19:00"),
            status="rescheduled",
            previous_starts_at=moment("2026-12-01 18:00"),
        )

    for language in ("et", "lv"):
        after = date_of(event, language)
        assert after.public_id == before.public_id
        assert after.original_start == moment("2026-12-01 18:00")
        assert after.starts_at == moment("2026-12-08 19:00")
        assert after.status == "rescheduled"


def test_a_cancellation_is_true_in_every_languages_calendar(make_event):
    event = make_event(starts="2036-12-01 18:00")
    translate(event, "lv")

    publish(event, status="cancelled", status_reason="Torm")

    assert date_of(event, "lv").status == "cancelled"
    assert (date_of(event, "et").note, date_of(event, "lv").note) == ("Torm", "")


def test_a_date_moved_twice_still_has_the_identity_first_announced(make_event):
    with time_machine.travel("2026-11-20 09:00+00:00"):
        event = make_event(starts="2026-12-01 18:00")
        first = date_of(event).public_id
        for day in ("2026-12-08", "2026-12-15"):
            event = publish(event, starts_at=moment(f"{day} 18:00"))

    assert date_of(event).public_id == first


def test_a_date_taken_back_to_be_announced_keeps_its_identity(make_event):
    event = make_event(starts="2036-12-01 18:00")
    first = date_of(event).public_id

    event = publish(event, starts_at=None, period_from="2037-03-01", period_from_precision="season")
    waiting = date_of(event)
    event = publish(event, starts_at=moment("2037-04-01 18:00"))

    assert waiting.starts_at is None
    assert waiting.public_id == date_of(event).public_id == first


def test_a_date_that_has_taken_place_is_frozen(make_event):
    with time_machine.travel("2026-11-01 09:00+00:00"):
        event = make_event(starts="2026-11-20 18:00", ends="2026-11-20 20:00")
        publish(event)
    with time_machine.travel("2026-11-21 09:00+00:00"):
        publish(event, starts_at=moment("2026-11-19 12:00"), status="cancelled")

    date = date_of(event)
    assert date.starts_at == moment("2026-11-20 18:00")
    assert date.status == "scheduled"


def test_a_translation_published_afterwards_tells_what_took_place(make_event):
    with time_machine.travel("2026-11-01 09:00+00:00"):
        event = make_event(starts="2026-11-20 18:00", ends="2026-11-20 20:00")
    with time_machine.travel("2026-11-21 09:00+00:00"):
        translate(event, "pl", starts_at=moment("2026-11-19 12:00"))

    assert date_of(event, "pl").starts_at == moment("2026-11-20 18:00")
    assert date_of(event, "pl").public_id == date_of(event).public_id


def test_the_event_held_again_has_a_new_date_beside_the_old_one(make_event):
    with time_machine.travel("2026-11-01 09:00+00:00"):
        event = make_event(starts="2026-11-20 18:00", ends="2026-11-20 20:00")
    with time_machine.travel("2026-11-21 09:00+00:00"):
        publish(event, starts_at=moment("2027-11-19 18:00"), ends_at=moment("2027-11-19 20:00"))

    dates = Occurrence.objects.order_by("starts_at")
    assert [date.starts_at for date in dates] == [
        moment("2026-11-20 18:00"),
        moment("2027-11-19 18:00"),
    ]
    assert len({date.public_id for date in dates}) == 2


def test_a_past_event_entered_late_can_still_be_corrected(make_event):
    with time_machine.travel("2026-11-21 09:00+00:00"):
        event = make_event(starts="2026-11-10 18:00", ends="2026-11-10 20:00")
        publish(event, starts_at=moment("2026-11-11 18:00"), ends_at=moment("2026-11-11 20:00"))

    assert date_of(event).starts_at == moment("2026-11-11 18:00")


def test_a_postponed_date_that_passed_moves_to_its_new_day(make_event):
    with time_machine.travel("2026-11-01 09:00+00:00"):
        event = make_event(starts="2026-11-20 18:00", ends="2026-11-20 20:00")
        event = publish(event, status="postponed", status_reason="Storm")
        first = date_of(event).public_id
    with time_machine.travel("2026-11-25 09:00+00:00"):
        publish(
            event,
            status="rescheduled",
            previous_starts_at=event.starts_at,
            starts_at=moment("2026-12-10 18:00"),
            ends_at=moment("2026-12-10 20:00"),
        )

    assert date_of(event).starts_at == moment("2026-12-10 18:00")
    assert date_of(event).public_id == first


def test_an_unpublished_event_has_no_date(make_event):
    event = make_event(starts="2026-12-01 18:00")
    translate(event, "lv")

    with public_change():
        event.unpublish()

    assert list(Occurrence.objects.values_list("locale", flat=True)) == ["lv"]


def test_a_deleted_event_has_no_date(make_event):
    event = make_event(starts="2026-12-01 18:00")

    with public_change():
        event.delete()

    assert not Occurrence.objects.exists()


def test_a_moved_event_published_anew_keeps_the_start_announced_before(make_event):
    event = make_event(
        starts="2036-12-08 18:00",
        status="rescheduled",
        status_reason="The hall is being repaired",
        previous_starts_at=moment("2036-12-01 18:00"),
    )

    assert date_of(event).original_start == moment("2036-12-01 18:00")
