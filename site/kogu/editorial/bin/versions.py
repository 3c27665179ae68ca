"""Which of several deleted versions of one item knows the facts that were published last."""

from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from kogu.editorial.models import DeletedRow


def later_version(item):
    """A deleted item with a version that was published after this one was deleted."""
    for row in _other_versions(item):
        published_at = _published_at(row)
        if published_at and published_at > item.deleted_at:
            return row.item
    return None


def earlier_version(item):
    """A deleted item with a version that was deleted before this one was published last."""
    published = {row.data["translation_key"]: _published_at(row) for row in _versions(item)}
    for row in _other_versions(item):
        published_at = published[row.data["translation_key"]]
        if published_at and published_at > row.item.deleted_at:
            return row.item
    return None


def _rows(item):
    label = (Page if item.parent_page_id else item.model)._meta.label_lower
    return DeletedRow.objects.filter(model=label, field="")


def _versions(item):
    return _rows(item).filter(item=item)


def _other_versions(item):
    keys = [row.data["translation_key"] for row in _versions(item)]
    others = _rows(item).filter(data__translation_key__in=keys).exclude(item=item)
    return others.select_related("item").order_by("item__deleted_at")


def _published_at(row):
    return parse_datetime(row.data.get("last_published_at") or "")
