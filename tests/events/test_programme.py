"""An event's programme names its sessions in the time of the place, and who speaks."""

import datetime as dt
import re

from events.models import EventSession, EventSpeaker
from tests.events.conftest import NOON

from .conftest import publish, shown


def test_the_programme_is_told_in_the_time_of_the_place(make_event):
    event = make_event(starts="2026-12-01 09:00", time_zone="Europe/Warsaw")
    event.sessions.add(
        EventSession(title="Opening", starts=dt.time(9, 30), ends=dt.time(10), room="Aula")
    )
    event.sessions.add(EventSession(title="Next day", day=dt.date(2026, 12, 2)))
    event = publish(event)

    first, second = shown(event, NOON).sessions

    assert (first.when.text, first.when.iso) == ("09:30–10:00", "2026-12-01T09:30+01:00")
    assert first.room == "Aula"
    assert second.when.iso == "2026-12-02"


def test_a_programme_of_several_days_names_each_with_its_weekday_once(client, make_event):
    event = make_event(starts="2026-12-01 09:00", ends="2026-12-02 17:00")
    event.sessions.add(
        EventSession(title="Avamine", starts=dt.time(9, 30)),
        EventSession(title="Arutelu", starts=dt.time(11)),
        EventSession(title="Teine päev", day=dt.date(2026, 12, 2), starts=dt.time(10)),
    )
    event = publish(event)

    html = client.get(event.public_url()).content.decode()

    rows = re.findall(r'scope="(?:rowgroup|row)">(?:<time[^>]*>)?([^<]*)<', html)
    days = ("teisipäev, 1. detsember 2026", "kolmapäev, 2. detsember 2026")
    assert rows == [days[0], "09:30", "11:00", days[1], "10:00"]


def test_a_programme_of_one_day_does_not_say_its_date_again(make_event):
    event = make_event(starts="2026-12-01 09:00")
    event.sessions.add(EventSession(title="Avamine", starts=dt.time(9, 30)))

    assert [one.day_words for one in shown(publish(event), NOON).sessions] == [""]


def test_the_api_says_of_a_session_what_is_known(client, make_event):
    event = make_event(starts="2026-12-01 09:00", time_zone="Europe/Warsaw")
    event.sessions.add(EventSession(title="Opening", starts=dt.time(9, 30)))
    event.sessions.add(EventSession(title="Next day", day=dt.date(2026, 12, 2)))
    undated = make_event("Undated", period_from=dt.date(2027, 9, 1))
    undated.sessions.add(EventSession(title="Some day", starts=dt.time(10)))

    def sessions(instance):
        answer = client.get(f"/api/v1/events/{publish(instance).translation_key}").json()
        return [(one["starts_at"], one["day"]) for one in answer["sessions"]]

    assert sessions(event) == [("2026-12-01T08:30:00Z", "2026-12-01"), (None, "2026-12-02")]
    assert sessions(undated) == [(None, None)]


def test_only_people_who_may_be_shown_are_named_as_speakers(make_event, make_person):
    event = make_event(starts="2026-12-01 18:00")
    open_person = make_person("Kadri Ilves", role="mayor")
    hidden = make_person("Peidetud Isik", basis="withdrawn")
    event.speakers.add(EventSpeaker(person=open_person))
    event.speakers.add(EventSpeaker(person=hidden, name="Peidetud Isik"))
    event.speakers.add(EventSpeaker(name="Līga Ozoliņa", role="weaver"))
    event = publish(event)

    speakers = shown(event, NOON).speakers

    assert [(one.name, one.role) for one in speakers] == [
        ("Kadri Ilves", "mayor"),
        ("Līga Ozoliņa", "weaver"),
    ]
