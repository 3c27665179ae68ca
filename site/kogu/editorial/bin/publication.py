"""Whether an item restored from the bin is published again."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from kogu.translation.permissions import may_publish


def withhold_from_public(rows, item, user, parent):
    """Unpublish and unschedule what readers could not read before; returns notes for editors."""
    notes = []
    elsewhere = parent is not None and parent.pk != item.parent_page_id
    becomes_draft = item.is_restricted and elsewhere
    if becomes_draft and _unpublish(rows):
        notes.append(_("It is a draft now, as not everybody could read it where it stood before."))
    if (becomes_draft or not _may_publish(rows, item, user, parent)) and _unschedule(rows):
        notes.append(_("It is no longer scheduled."))
    elif _unschedule(rows, before=timezone.now()):
        notes.append(_("The time for which it was scheduled has passed."))
    return notes


def _unpublish(rows):
    """As Wagtail does it to pages whose rows are written; whether any was live."""
    live = [page for page in rows.instances() if page.live]
    for page in live:
        page.live, page.has_unpublished_changes, page.live_revision_id = False, True, None
    return bool(live)


def _may_publish(rows, item, user, parent):
    if parent is not None:
        return parent.permissions_for_user(user).can_publish_subpage()
    return all(may_publish(user, instance) for instance in rows.instances())


def _unschedule(rows, before=None):
    """Take back what was approved for a moment, or one before another; whether anything was."""
    scheduled = [
        revision
        for revision in rows.to_write
        if isinstance(revision, Revision)
        and revision.approved_go_live_at
        and (before is None or revision.approved_go_live_at < before)
    ]
    for revision in scheduled:
        revision.approved_go_live_at = None
    return bool(scheduled)
