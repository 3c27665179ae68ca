"""An announced event is moved: readers are told of it, and its programme moves along."""

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
    """What is offered where the start is another than the one readers know, and still to come.

    Whoever reviews decides of the programme as it was submitted.
    """
    known = _announced(draft)
    if known is None:
        return
    if _is_news(draft, known) and not (submitted and _was_decided(submitted)):
        before = date_format(_start(known), "DATETIME_FORMAT")
        words = _("Announce the new time: readers are told that it was to begin on %(before)s")
        reason = {"note": _("Why it is moved, for readers"), "written": draft.status_reason}
        yield Choice("announce", words % {"before": before}, announce, **reason)
    since = submitted if submitted and submitted.starts_at else known
    if _times(draft) and _times(draft) == _times(since) and _moved(draft, since):
        words = _("Move the programme along with the start")
        yield Choice("move_programme", words, partial(move_programme, since=since))


def announce(draft, reason):
    """Readers see the former start beside the new one, and why."""
    draft.previous_starts_at = _announced(draft).starts_at
    draft.status, draft.status_reason = Status.RESCHEDULED, reason


def move_programme(draft, since):
    """Every session as long after the start as it was before."""
    sessions = list(draft.sessions.all())
    for session, (day, starts, ends) in zip(sessions, _moved(draft, since), strict=True):
        session.day, session.starts, session.ends = day, starts, ends
    draft.sessions = sessions


def _announced(draft):
    """The event as readers know it, if it was to begin at another time that has not come yet."""
    if not isinstance(draft, EventPage) or not draft.live or draft.starts_at is None:
        return None
    known = EventPage.objects.filter(pk=draft.pk, starts_at__gt=timezone.now()).first()
    return known if known and known.starts_at != draft.starts_at else None


def _is_news(draft, known):
    return draft.status == Status.SCHEDULED or _is_moved_again(draft, known)


def _was_decided(submitted):
    """Whether its editor decided what readers are told."""
    known = _announced(submitted)
    return known is not None and _is_news(submitted, known)


def _is_moved_again(draft, known):
    """Readers know of another new time, and the editor has not named the former one."""
    known_state = draft.status, draft.previous_starts_at
    return (
        known_state == (Status.RESCHEDULED, known.previous_starts_at)
        and known.status == draft.status
    )


def _times(event):
    return [(one.day, one.starts, one.ends) for one in event.sessions.all()]


def _moved(draft, known):
    """The times of the sessions, moved; nothing where only days count that follow by themselves."""
    first, before = _start(draft), _start(known)
    moved = [_shifted(times, first, before) for times in _times(known)]
    return moved if moved != _times(known) else []


def _shifted(times, first, before):
    """An empty day is that of the start, and stays so while the session is on it."""
    day, starts, ends = times
    by = first - before
    begins = dt.datetime.combine(day or before.date(), starts or before.time())
    moved = begins + by
    until = ends and (dt.datetime.combine(begins.date(), ends) + by).time()
    new_day = None if day is None and moved.date() == first.date() else moved.date()
    return new_day, starts and moved.time(), until


def _start(event):
    return event.starts_at.astimezone(zone_of(event.time_zone)).replace(tzinfo=None)
