"""States that only time and people bring: waiting for review, expired, dates that move on."""

import datetime as dt

from kogu.delivery.changes import public_change

from .factories.publishing import fresh
from .field_values.pages import moments
from .field_values.shared import day
from .region_files import region


def submit_for_review(objects, staff):
    """Hand drafts in for review that the region says are in review."""
    for item in _items("news", "state", "review"):
        page = objects.get(item.ref) and fresh(objects.get(item.ref))
        if page is None or page.current_workflow_state or page.live:
            continue
        workflow = page.get_workflow()
        if workflow:
            with public_change():
                workflow.start(page, staff["editor"])


def expire_pages(objects):
    """Take off the site what has had its time."""
    for item in region().values():
        if "expires_days" not in item.facts or item.ref not in objects:
            continue
        page = objects.get(item.ref) and fresh(objects.get(item.ref))
        if page is None or page.expired or not page.live:
            continue
        ends = dt.datetime.combine(day(objects, item.facts["expires_days"]), dt.time(), dt.UTC)
        with public_change():
            page.expire_at = ends
            page.save_revision()
            page.save(update_fields=["expire_at"])
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def move_dates(objects):
    """Count the days of events anew from today, where nobody has changed the event."""
    for item in region().values():
        if item.kind != "event" or item.ref not in objects:
            continue
        event = objects.get(item.ref) and fresh(objects.get(item.ref))
        if event is None or not event.live or _touched(event):
            continue
        values = moments(item.facts, objects)
        if all(getattr(event, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(event, name, value)
        with public_change():
            event.save_revision().publish()


def _touched(event):
    """Whether somebody has saved the event: what the demo saves is nobody's."""
    return event.revisions.exclude(user=None).exists()


def _items(kind, name, value):
    return [i for i in region().values() if i.kind == kind and i.facts.get(name) == value]
