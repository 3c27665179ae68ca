"""Who moves an event decides, when publishing, whether readers are told and the programme moves."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from events.models import EventPage, EventSession
from kogu.content.completeness import problems
from kogu.content.publication_choices import choices
from kogu.delivery.changes import public_change
from kogu.demo.factories import EventPageFactory, fresh
from kogu.editorial.warning_overrides import fingerprint
from tests.translation.conftest import user_in

ZONE = ZoneInfo("Europe/Tallinn")
BEFORE = dt.datetime(2036, 12, 1, 10, 0, tzinfo=ZONE)
AFTER = dt.datetime(2036, 12, 3, 11, 30, tzinfo=ZONE)


@pytest.fixture
def event(homes):
    event = EventPageFactory(
        locale="et", title="Laat", starts_at=BEFORE, time_zone="Europe/Tallinn", published=False
    )
    event.sessions = [
        EventSession(title="Avamine", starts=dt.time(10), ends=dt.time(11)),
        EventSession(title="Teine päev", day=dt.date(2036, 12, 2), starts=dt.time(12)),
    ]
    with public_change():
        event.save_revision(clean=False).publish()
    return fresh(event)


def move(event, to=AFTER):
    draft = event.get_latest_revision_as_object()
    draft.starts_at, draft.ends_at = to, to + dt.timedelta(hours=5)
    with public_change():
        draft.save_revision(clean=False)
    names = ["events", "eventpage", event.pk, "action-publish"]
    return reverse("kogu_editorial_reason", args=names)


def decide(client, url, **chosen):
    asked = client.get(url)
    seen = asked.context["form"]["seen"].value()
    client.post(url, {"seen": seen, **chosen})
    return asked


def test_the_new_time_is_announced_and_the_programme_moves_along(admin_client, event):
    asked = decide(admin_client, move(event), announce="on", move_programme="on")
    moved = EventPage.objects.get(pk=event.pk)

    assert {"announce", "move_programme"} <= {*asked.context["form"].fields}
    assert "reason" not in asked.context["form"].fields
    assert (moved.status, moved.previous_starts_at) == ("rescheduled", BEFORE)
    assert moved.starts_at == AFTER
    assert [(one.day, one.starts, one.ends) for one in moved.sessions.all()] == [
        (None, dt.time(11, 30), dt.time(12, 30)),
        (dt.date(2036, 12, 4), dt.time(13, 30), None),
    ]
    assert [one.title for one in moved.sessions.all()] == ["Avamine", "Teine päev"]


def test_the_reason_is_asked_beside_the_announcement(admin_client, event):
    why = "Saal on remondis."
    asked = decide(admin_client, move(event), announce="on", announce_note=why)
    moved = EventPage.objects.get(pk=event.pk)

    assert "announce_note" in asked.context["form"].fields
    assert (moved.status, moved.status_reason) == ("rescheduled", why)
    assert "status_reason" not in [one.field for one in problems(moved)]


def test_the_message_names_what_was_published(admin_client, event):
    url = move(event)
    draft = fresh(event).get_latest_revision_as_object()
    draft.title = "Suur laat"
    with public_change():
        draft.save_revision(clean=False)

    asked = admin_client.get(url)
    seen = asked.context["form"]["seen"].value()
    html = admin_client.post(url, {"seen": seen}, follow=True).content.decode()

    assert "“Suur laat” is published." in html


def test_a_correction_is_published_without_a_word(admin_client, event):
    decide(admin_client, move(event))
    moved = EventPage.objects.get(pk=event.pk)

    assert (moved.status, moved.previous_starts_at) == ("scheduled", None)
    assert moved.starts_at == AFTER
    assert moved.sessions.first().starts == dt.time(10)


def test_only_days_that_are_named_move_where_the_clock_stays(admin_client, event):
    decide(admin_client, move(event, BEFORE + dt.timedelta(days=7)), move_programme="on")
    first, second = EventPage.objects.get(pk=event.pk).sessions.all()

    assert (first.day, first.starts) == (None, dt.time(10))
    assert (second.day, second.starts) == (dt.date(2036, 12, 9), dt.time(12))


def test_a_programme_that_the_editor_moved_is_left_alone(admin_client, event):
    url = move(event)
    draft = fresh(event).get_latest_revision_as_object()
    draft.sessions.all()[0].starts = dt.time(12)
    draft.sessions = [*draft.sessions.all()][:1]
    with public_change():
        draft.save_revision(clean=False)

    assert "move_programme" not in admin_client.get(url).context["form"].fields


def test_nothing_is_asked_of_an_event_that_stays(admin_client, event):
    assert admin_client.get(move(event, BEFORE)).status_code == 302


def test_publishing_in_the_editor_leads_to_the_question(admin_client, event):
    url = move(event)
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    form = admin_client.get(edit).context["form"]
    typed = {name: form[name].value() for name in form.fields if name != "story"}
    typed = {name: value for name, value in typed.items() if value}
    counts = ("TOTAL", "INITIAL")
    typed |= {f"{name}-{count}_FORMS": 0 for name in form.formsets for count in counts}

    answer = admin_client.post(edit, typed | {"story-count": 0, "action-publish": "1"})

    assert EventPage.objects.get(pk=event.pk).starts_at == BEFORE
    assert answer.url == url


def test_an_event_that_is_moved_again_was_to_begin_when_readers_last_knew(admin_client, event):
    decide(admin_client, move(event), announce="on")
    later = AFTER + dt.timedelta(days=1)
    decide(admin_client, move(fresh(event), later), announce="on", reason="Torm.")
    moved = EventPage.objects.get(pk=event.pk)

    assert (moved.status, moved.previous_starts_at) == ("rescheduled", AFTER)
    assert moved.starts_at == later


@pytest.fixture
def reviewer(homes):
    return user_in("reviewer", "Reviewers")


def submit(event):
    with public_change():
        fresh(event).get_workflow().start(fresh(event), user_in("editor", "Editors"))


def approve(client, event, **typed):
    """What the editor's form sends when a reviewer approves what was typed there."""
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    form = client.get(edit).context["form"]
    sent = {name: form[name].value() for name in form.fields if name != "story"}
    sent = {name: value for name, value in sent.items() if value}
    counts = ("TOTAL", "INITIAL")
    sent |= {f"{name}-{count}_FORMS": 0 for name in form.formsets for count in counts}
    action = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    said = {"workflow-action-extra-data": '{"comment": "Hiljem."}'}
    return client.post(edit, {**sent, "story-count": 0, **action, **said, **typed})


def test_a_reviewer_who_moves_what_was_submitted_is_asked_when_approving(client, event, reviewer):
    submit(event)
    client.force_login(reviewer)

    answer = approve(client, event, starts_at="2036-12-03 11:30", ends_at="2036-12-03 16:00")
    known = EventPage.objects.get(pk=event.pk)
    assert (known.starts_at, known.current_workflow_task is None) == (BEFORE, False)
    decide(client, answer.url, announce="on")
    moved = EventPage.objects.get(pk=event.pk)

    assert (moved.status, moved.previous_starts_at) == ("rescheduled", BEFORE)
    assert moved.starts_at == AFTER
    assert moved.workflow_states.get().current_task_state.comment == "Hiljem."


def test_the_programme_follows_a_reviewer_who_moves_the_event_further(
    admin_client, event, reviewer
):
    move(event)
    draft = fresh(event).get_latest_revision_as_object()
    for choice in choices(draft):
        choice.apply(draft, *(["Torm."] if choice.note else []))
    with public_change():
        draft.save_revision(clean=False)
    submit(event)
    moved = move(fresh(event), AFTER + dt.timedelta(days=1, hours=1))
    admin_client.force_login(reviewer)

    url = moved.replace("action-publish", "approve")
    asked = decide(admin_client, url, move_programme="on")
    public = EventPage.objects.get(pk=event.pk)

    assert set(asked.context["form"].fields) == {"move_programme", "seen"}
    assert (public.previous_starts_at, public.status_reason) == (BEFORE, "Torm.")
    assert [(one.day, one.starts, one.ends) for one in public.sessions.all()] == [
        (None, dt.time(12, 30), dt.time(13, 30)),
        (dt.date(2036, 12, 5), dt.time(14, 30), None),
    ]


def test_who_approves_from_a_list_is_asked_as_well(client, event, reviewer):
    submit(event)
    move(event)
    client.force_login(reviewer)
    state = fresh(event).current_workflow_task_state

    url = reverse("wagtailadmin_pages:workflow_action", args=[event.pk, "approve", state.pk])
    answer = client.post(url, {"comment": "Hiljem."})
    assert fresh(event).current_workflow_task is not None
    decide(client, answer.url, announce="on")
    moved = EventPage.objects.get(pk=event.pk)

    assert (moved.status, moved.starts_at) == ("rescheduled", AFTER)
    assert moved.workflow_states.get().current_task_state.comment == "Hiljem."


def test_what_was_decided_on_submitting_is_not_asked_again(client, event, reviewer):
    move(event)
    submit(event)
    client.force_login(reviewer)

    approve(client, event)
    moved = EventPage.objects.get(pk=event.pk)

    assert (moved.starts_at, moved.status) == (AFTER, "scheduled")


def test_who_does_not_review_approves_nothing(client, event):
    submit(event)
    move(event)
    client.force_login(user_in("other", "Editors"))
    names = ["events", "eventpage", event.pk, "approve"]
    url = reverse("kogu_editorial_reason", args=names)

    for answer in (client.get(url), client.post(url, {"seen": fingerprint([])})):
        assert answer.url == reverse("wagtailadmin_home")
    assert fresh(event).current_workflow_task is not None
