"""Writes down what a deletion removes, before it happens."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS
from django.db.models.deletion import Collector
from wagtail.models import Page

from events.models import Occurrence
from kogu.editorial.models import DeletedItem, DeletedRow
from kogu.translation.deletion import rows_about

# Made anew from what they index.
INDEXES = {
    "wagtailcore.referenceindex",
    "wagtailsearch.indexentry",
    "wagtailsearch.sqliteftsindexentry",
}
_BATCH = 200


class _DeletionCollector(Collector):
    """Names every row that would go; Django's own leaves some to the database."""

    def can_fast_delete(self, *args, **kwargs):
        """Never: such rows are not named."""
        return False


def take_snapshot(instance, user):
    """Remember a page with everything below it, or a snippet, that the user is about to delete."""
    instances = _items(instance)
    item = _item(instance, instances, user)
    item.save()
    rows = _Rows(item)
    collected = _DeletionCollector(DEFAULT_DB_ALIAS)
    collected.collect(instances)
    for deleted in collected.data.values():
        rows.add(deleted)
    for one in instances:
        rows.add(Occurrence.objects.filter(event_key=one.translation_key, locale=item.language))
    for found in rows_about({one.translation_key for one in instances}):
        rows.add(found)
    for (field, value), instances_list in collected.field_updates.items():
        for emptied in instances_list:
            rows.add_emptied(field, value, emptied)
    rows.save()
    return item


def drop_surviving_translations(item):
    """Of translations only that is kept which the deletion removed."""
    kept = defaultdict(list)
    labels = {found.model._meta.label_lower: found.model for found in rows_about(set())}
    for label, pk in item.rows.filter(model__in=labels, field="").values_list("model", "object_id"):
        kept[label].append(pk)
    for label, pks in kept.items():
        stayed = labels[label].objects.filter(pk__in=pks).values_list("pk", flat=True)
        item.rows.filter(model=label, field="", object_id__in=[str(pk) for pk in stayed]).delete()


def _items(instance):
    if isinstance(instance, Page):
        return list(Page.objects.filter(path__startswith=instance.path).order_by("path"))
    return [instance]


def _item(instance, instances, user):
    """What the bin's list shows, and what its rights ask for."""
    item = DeletedItem(
        content_type=ContentType.objects.get_for_model(instance.specific_class or Page)
        if isinstance(instance, Page)
        else ContentType.objects.get_for_model(instance),
        object_id=instance.pk,
        title=str(instance)[:255],
        language=instance.locale.language_code,
        slug=getattr(instance, "slug", ""),
        pages_below=len(instances) - 1,
        has_live=any(one.live for one in instances),
        deleted_by=user,
    )
    if isinstance(instance, Page):
        item.title = instance.get_admin_display_title()[:255]
        parent = instance.get_parent()
        item.parent_page_id = parent.pk
        item.is_restricted = parent.get_view_restrictions().exists()
        owners = {one.owner_id for one in instances}
        item.owner_id = owners.pop() if len(owners) == 1 else None
    return item


class _Rows:
    """The rows of one item, each once."""

    def __init__(self, item):
        self.item, self.found = item, {}

    def add(self, instances):
        """Rows that will go."""
        for instance in instances:
            label = instance._meta.concrete_model._meta.label_lower
            if label not in INDEXES:
                data = serializers.serialize("python", [instance])[0]["fields"]
                self._put(label, instance.pk, "", data)

    def add_emptied(self, field, value, instances):
        """Rows that stay, with a column that will be empty."""
        label = field.model._meta.label_lower
        for instance in instances:
            before = getattr(instance, field.attname)
            if value is None and (label, str(instance.pk), "") not in self.found:
                self._put(label, instance.pk, field.attname, before)

    def _put(self, label, pk, field, data):
        identity = (label, str(pk), field)
        self.found.setdefault(
            identity,
            DeletedRow(item=self.item, model=label, object_id=pk, field=field, data=data),
        )

    def save(self):
        """All at once."""
        DeletedRow.objects.bulk_create(self.found.values(), batch_size=_BATCH)
