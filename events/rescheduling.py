"""A published event gets another start: announcing the change, and moving its programme along."""

import datetime as dt
from functools import partial

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kogu.content.publication_choices import Choice, register_choices

from .choices import Status
from .models import EventPage
from .zones import zone_of


@register_choices
def reschedule_choice(draft, submitted):
    """Choices for a draft whose start differs from the published one, while that lies ahead.

    `submitted` is the draft as it was sent for review: what its editor decided then is not
    asked again, and the programme moves along with the change since.
    """
    published = _published_with_other_start(draft)
    if published is None:
        return
    if _needs_announcement(draft, published) and not (submitted and _was_decided(submitted)):
        before = date_format(_start(published), "DATETIME_FORMAT")
        words = _("Announce the new time: readers are told that it was to begin on %(before)s")
        reason = {"note": _("Why it is moved, for readers"), "written": draft.status_reason}
        yield Choice("announce", words % {"before": before}, announce, **reason)
    reference = submitted if submitted and submitted.starts_at else published
    if _times(draft) and _times(draft) == _times(reference) and _moved(draft, reference):
        words = _("Move the programme along with the start")
        yield Choice("move_programme", words, partial(move_programme, reference=reference))


def announce(draft, reason):
    """Mark the draft as rescheduled: readers see the former start beside the new one, and why."""
    draft.previous_starts_at = _published_with_other_start(draft).starts_at
    draft.status, draft.status_reason = Status.RESCHEDULED, reason


def move_programme(draft, reference):
    """Move every session: as long after the start as it was in `reference`."""
    sessions = list(draft.sessions.all())
    for session, (day, starts, ends) in zip(sessions, _moved(draft, reference), strict=True):
        session.day, session.starts, session.ends = day, starts, ends
    draft.sessions = sessions


def _published_with_other_start(draft):
    """The published event, if it begins at another time than the draft, still to come; or None."""
    if not isinstance(draft, EventPage) or not draft.live or draft.starts_at is None:
        return None
    published = EventPage.objects.filter(pk=draft.pk, starts_at__gt=timezone.now()).first()
    return published if published and published.starts_at != draft.starts_at else None


def _needs_announcement(draft, published):
    return draft.status == Status.SCHEDULED or _is_moved_again(draft, published)


def _was_decided(submitted):
    """Whether the editor chose on submitting whether to announce the new time."""
    published = _published_with_other_start(submitted)
    return published is not None and _needs_announcement(submitted, published)


def _is_moved_again(draft, published):
    """Published as rescheduled to another time, and the draft still has that former start."""
    draft_state = draft.status, draft.previous_starts_at
    return (
        draft_state == (Status.RESCHEDULED, published.previous_starts_at)
        and published.status == draft.status
    )


def _times(event):
    return [(one.day, one.starts, one.ends) for one in event.sessions.all()]


def _moved(draft, reference):
    """The sessions' times in `reference` moved to the draft's start; empty where nothing changes.

    Sessions without a day and times of their own follow the start by themselves.
    """
    first, before = _start(draft), _start(reference)
    moved = [_shifted(times, first, before) for times in _times(reference)]
    return moved if moved != _times(reference) else []


def _shifted(times, first, before):
    """A session's day and times after the move; an empty day is that of the start and stays so."""
    day, starts, ends = times
    offset = first - before
    begins = dt.datetime.combine(day or before.date(), starts or before.time())
    moved = begins + offset
    new_end = ends and (dt.datetime.combine(begins.date(), ends) + offset).time()
    new_day = None if day is None and moved.date() == first.date() else moved.date()
    return new_day, starts and moved.time(), new_end


def _start(event):
    return event.starts_at.astimezone(zone_of(event.time_zone)).replace(tzinfo=None)
