"""Final deletion of items that were in the bin for 30 days."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter, registry
from wagtail.models import Page

from kogu.delivery.periodic import every
from kogu.editorial.models import KEPT, DeletedItem
from kogu.language.markers import name_in
from kogu.presenting.isolation import try_each

from .versions import earlier_version

PURGED = "kogu.purge"


class NotPurgeable(Exception):
    """Why the item stays in the bin, in words for the editor."""


@every(3600)
def purge_bin():
    """Deletes what nobody brought back in time; an item that cannot be deleted hinders no other."""
    due = DeletedItem.objects.filter(deleted_at__lt=timezone.now() - KEPT).order_by("deleted_at")
    return sum(try_each(_purge_due, list(due.values_list("pk", flat=True))))


@transaction.atomic
def _purge_due(pk):
    """Whether it was still there, and nobody was bringing it back."""
    item = DeletedItem.objects.select_for_update(no_key=True).filter(pk=pk).first()
    if item is None:
        return False
    purge(item)
    return True


@transaction.atomic
def purge(item, user=None):
    """Delete one item for good; the site's history records it.

    What an older version would have to say if it came back, such as that a person withdrew, is
    known here only: as long as there is one, this raises `NotPurgeable`.
    """
    if item.model is not None:
        if earlier := earlier_version(item):
            words = _(
                "An older version (%(language)s) is in the bin too, and lacks what was changed in "
                "this one since. Delete that one for good first."
            )
            raise NotPurgeable(words % {"language": name_in(earlier.language, get_language())})
        _note(item, user)
    item.delete()


def _note(item, user):
    """A line as `log` writes it, which wants the page to be there."""
    entries = registry.get_log_model_for_model(item.model)
    is_page = issubclass(item.model, Page)
    entry = entries(
        content_type=item.content_type,
        label=item.title,
        action=PURGED,
        timestamp=timezone.now(),
        user=user,
        deleted=True,
        **{"page_id" if is_page else "object_id": item.object_id},
    )
    entries.objects.bulk_create([entry])


class PurgeFormatter(LogFormatter):
    """Formats the log entry of a deleted item."""

    label = gettext_lazy("Deleted for good")
    message = gettext_lazy("Deleted for good from the bin")
