"""A fact is one in all languages: published once, true everywhere at once."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import EventPage, EventSession
from kogu.content.models import Card
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    EventPageFactory,
    FundingLineFactory,
    PersonFactory,
    ProjectPageFactory,
)
from kogu.translation import targets

from .conftest import translate_all

pytestmark = pytest.mark.django_db


def translated(instance, locale, *, live=True):
    """The item in another language, live or as a draft; its parents too."""
    with public_change():
        if hasattr(instance, "get_parent"):
            parent = instance.get_parent().specific
            if not parent.has_translation(locale):
                row = parent.copy_for_translation(locale)
                row.save_revision().publish()
        translation = targets.start(instance, [locale])[0]
        if live:
            translate_all(translation, "LV {}")
            targets.save_draft(translation).publish()
    return translation


def target_of(translation):
    return translation.source.get_translated_instance(translation.target_locale)


@pytest.fixture
def event(homes):
    starts = (timezone.now() + dt.timedelta(days=1)).replace(microsecond=0)
    return EventPageFactory(title="Käsitöölaat", starts_at=starts)


def cancel(event):
    with public_change():
        event.status, event.status_reason = "cancelled", "Torm"
        event.starts_at += dt.timedelta(days=3)
        event.ends_at += dt.timedelta(days=3)
        event.save_revision().publish()


def test_a_cancelled_event_is_cancelled_in_every_live_language(event, locales):
    translation = translated(event, locales["lv"])

    cancel(event)

    target = target_of(translation)
    assert (target.status, target.starts_at) == ("cancelled", event.starts_at)
    assert target.title == "LV Käsitöölaat"
    assert target.status_reason == ""
    card = Card.objects.get(key=event.translation_key, locale="lv")
    assert (card.status, card.starts_at) == ("cancelled", event.starts_at)


def test_a_draft_in_another_language_learns_it_too(event, locales):
    translation = translated(event, locales["lv"], live=False)

    cancel(event)

    draft = target_of(translation).get_latest_revision_as_object()
    assert (draft.status, draft.starts_at) == ("cancelled", event.starts_at)


def test_a_review_goes_on_with_the_new_facts(event, locales, reviewer):
    translation = translated(event, locales["lv"], live=False)
    translate_all(translation, "LV {}")
    with public_change():
        targets.save_draft(translation)
        target = target_of(translation)
        target.get_workflow().start(target, reviewer)
    task_state = target_of(translation).current_workflow_task_state

    cancel(event)

    task_state.refresh_from_db()
    assert task_state.status == task_state.STATUS_IN_PROGRESS
    assert task_state.revision.as_object().status == "cancelled"
    with public_change():
        task_state.approve(user=reviewer)
    assert target_of(translation).live
    assert target_of(translation).status == "cancelled"


def test_old_facts_do_not_come_back_with_a_later_translation(event, locales):
    translation = translated(event, locales["lv"])
    cancel(event)

    with public_change():
        translation.refresh_from_db()
        targets.save_draft(translation).publish()

    assert target_of(translation).status == "cancelled"


def test_facts_changed_in_a_translation_give_way_to_the_source(event, locales):
    translation = translated(event, locales["lv"])
    target = target_of(translation)
    wrong = timezone.now() + dt.timedelta(days=90)

    with public_change():
        target.starts_at = wrong
        target.ends_at = wrong + dt.timedelta(hours=1)
        target.save_revision().publish()

    assert target_of(translation).starts_at == event.starts_at


def test_a_scheduled_translation_learns_new_facts(event, locales):
    translation = translated(event, locales["lv"], live=False)
    translate_all(translation, "LV {}")
    with public_change():
        draft = targets.save_draft(translation).as_object()
        draft.go_live_at = timezone.now() + dt.timedelta(days=1)
        draft.save_revision().publish()

    cancel(event)

    scheduled = EventPage.objects.get(pk=draft.pk).scheduled_revision
    assert scheduled.as_object().status == "cancelled"


def test_a_changed_budget_is_changed_in_every_language(homes, locales):
    project = ProjectPageFactory(
        total_budget=Decimal(100),
        funding_lines=[FundingLineFactory.build(amount=Decimal(100))],
    )
    translation = translated(project, locales["lv"])

    with public_change():
        project.total_budget = Decimal(250)
        line = project.funding_lines.first()
        line.amount = Decimal(250)
        project.funding_lines = [line]
        project.save_revision().publish()

    target = target_of(translation)
    assert target.total_budget == Decimal(250)
    assert [line.amount for line in target.funding_lines.all()] == [Decimal(250)]
    draft = target.get_latest_revision_as_object()
    assert [line.amount for line in draft.funding_lines.all()] == [Decimal(250)]


def test_a_withdrawn_consent_hides_a_person_in_every_language(homes, locales):
    person = PersonFactory(name="Liis Kask")
    translated(person, locales["lv"])
    assert Card.objects.filter(key=person.translation_key).count() == 2

    with public_change():
        person.basis = "withdrawn"
        person.save_revision().publish()

    assert not Card.objects.filter(key=person.translation_key).exists()


def test_publishing_costs_the_same_queries_for_many_rows_of_facts(
    homes, locales, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kogu.translation.shared_fields import follow_publication

    def cost(lines):
        project = ProjectPageFactory(
            total_budget=Decimal(lines),
            funding_lines=[FundingLineFactory.build(amount=Decimal(1)) for _ in range(lines)],
        )
        translated(project, locales["lv"])
        with public_change(), CaptureQueriesContext(connection) as queries:
            follow_publication(project)
        return len(queries)

    assert cost(1) == cost(8)


@pytest.fixture
def programme(event):
    """The event with two sessions, opening and end."""
    with public_change():
        event.sessions.set(
            [EventSession(title="Algus", sort_order=0), EventSession(title="Lõpp", sort_order=1)]
        )
        event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def reverse_sessions(event):
    first, last = event.sessions.all()
    with public_change():
        first.sort_order, last.sort_order = 1, 0
        event.sessions.add(first, last)
        event.save_revision().publish()


TYPED = {"title": "pikk", "starts_at": "31.02.2027", "held_in": ["?"]}


@pytest.mark.parametrize(
    "follow", [lambda translation: None, targets.save_draft], ids=["facts", "draft"]
)
def test_what_was_typed_into_a_row_follows_the_row(programme, locales, follow):
    translation = translated(programme, locales["lv"], live=False)
    draft = target_of(translation).get_latest_revision_as_object()
    draft.as_typed = TYPED | {"sessions": {"0": {"title": "garš " * 99, "starts": "desmitos"}}}
    with public_change():
        draft.save_revision(clean=False)

    reverse_sessions(programme)
    with public_change():
        follow(translation)

    draft = target_of(translation).get_latest_revision_as_object()
    place = [row.title for row in draft.sessions.all()].index("Algus")
    assert draft.as_typed == {"title": "pikk", "sessions": {str(place): {"title": "garš " * 99}}}


def test_publishing_without_a_change_rewrites_no_revision_of_another_language(event, locales):
    translation = translated(event, locales["lv"])
    with public_change():
        event.save_revision().publish()
    target = target_of(translation)
    before = target.latest_revision.content

    with CaptureQueriesContext(connection) as asked, public_change():
        event.save_revision().publish()

    rewritten = [
        one["sql"]
        for one in asked
        if one["sql"].startswith('UPDATE "wagtailcore_revision" SET "content"')
    ]
    assert not rewritten
    assert target_of(translation).latest_revision.content == before
