"""The rows of a deleted item on their way back: which can be written, and as what."""

from collections import defaultdict

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db.models import SET_NULL, ForeignKey, Model
from wagtail.models import Page

from kogu.content.models.public import PublicItem
from kogu.content.receivers import touch_by
from kogu.editorial.models import DeletedRow


class ReturningRows:
    """Rows by model and id, read once; `drop` and `empty` say what became of them."""

    def __init__(self, item):
        self.item = item
        self.kept = {}
        self.emptied = []
        for row in item.rows.order_by("pk"):
            if row.field:
                self.emptied.append(row)
            elif instance := _instance(row):
                self.kept[row.model, instance.pk] = row, instance

    @property
    def to_write(self):
        """The rows that will be written."""
        return [instance for _row, instance in self.kept.values()]

    def instances(self):
        """Pages as the tree knows them, or the snippet."""
        return [one for one in self.whole() if _is_public_item(one)]

    def whole(self):
        """All but the parts of pages, which say nothing without the page itself."""
        return [one for one in self.to_write if not _is_part(one)]

    def has_unknown_model(self):
        """Whether something of the item itself is of a kind that a later release removed."""
        if not any(one.pk == self.item.object_id for one in self.instances()):
            return True
        labels = defaultdict(set)
        for label, pk in self.kept:
            labels[pk].add(label)
        return any(not _labels_of(one) <= labels[one.pk] for one in self.instances())

    def drop_existing(self):
        """Rows made anew meanwhile stay as they are; returns the item where it is one itself."""
        for key, (_row, instance) in list(self.kept.items()):
            checks, _dates = instance._get_unique_checks(include_meta_constraints=True)
            own = [(model, names) for model, names in checks if model is type(instance)]
            if instance._perform_unique_checks(own):
                if _is_public_item(instance):
                    return instance
                del self.kept[key]
        return None

    def drop_dangling(self):
        """Rows that name what is nowhere; returns the item where it is the item that does."""
        while missing := self._missing():
            for key, field, target in missing:
                if key not in self.kept:
                    continue
                row, instance = self.kept[key]
                if field.remote_field.on_delete is SET_NULL:
                    setattr(instance, field.attname, None)
                    self._wait(row, field.attname, target)
                elif _is_public_item(instance):
                    return instance
                else:
                    self._wait(row, "", target)
                    del self.kept[key]
        return None

    def write(self):
        """The rows as they were, by nobody's rules but the database's."""
        for instance in self.to_write:
            Model.save_base(instance, raw=True, force_insert=True)

    def refill_emptied_columns(self):
        """Columns that the deletion emptied, unless something else stands there now."""
        for row in self.emptied:
            if (field := _column(row)) is None:
                continue
            found = field.model._base_manager.filter(pk=row.object_id)
            if found.filter(**{row.field: None}).update(**{row.field: row.data}):
                touch_by(found.get())

    def _missing(self):
        """Each row, field and target that is neither here nor in the database."""
        named = defaultdict(list)
        for key, (_row, instance) in self.kept.items():
            for field in instance._meta.local_concrete_fields:
                value = getattr(instance, field.attname)
                if isinstance(field, ForeignKey) and field.db_constraint and value is not None:
                    named[field.related_model._meta.concrete_model].append((key, field, value))
        found = []
        for model, names in named.items():
            label = model._meta.label_lower
            elsewhere = {value for _key, _field, value in names if (label, value) not in self.kept}
            there = set(model._base_manager.filter(pk__in=elsewhere).values_list("pk", flat=True))
            found += [
                (key, field, (label, value))
                for key, field, value in names
                if value in elsewhere - there
            ]
        return found

    def _wait(self, row, field, target):
        """Where the target is deleted too, the row comes back with it."""
        other = DeletedRow.objects.filter(model=target[0], object_id=target[1], field="")
        if holder := other.exclude(item=self.item).first():
            data = target[1] if field else row.data
            holder.item.rows.create(
                model=row.model, object_id=row.object_id, field=field, data=data
            )


def _instance(row):
    """The row as an instance; fields that a later release removed are ignored."""
    data = {"model": row.model, "pk": row.object_id, "fields": row.data}
    try:
        found = list(serializers.deserialize("python", [data], ignorenonexistent=True))
    except serializers.base.DeserializationError:
        return None
    return found[0].object if found else None


def _column(row):
    """The foreign key that was emptied, where table, column and what it named are there."""
    try:
        fields = apps.get_model(row.model)._meta.local_concrete_fields
    except LookupError:
        return None
    for field in fields:
        if field.attname == row.field and isinstance(field, ForeignKey):
            named = field.related_model._base_manager.filter(pk=row.data)
            return field if named.exists() else None
    return None


def _labels_of(instance):
    """The tables of a page or snippet; a page of a kind that is gone has one that nothing has."""
    model = _page_model(instance) if isinstance(instance, Page) else type(instance)
    if model is None:
        return {""}
    return {one._meta.label_lower for one in (model, *model._meta.all_parents)}


def _page_model(page):
    try:
        return ContentType.objects.get_for_id(page.content_type_id).model_class()
    except ContentType.DoesNotExist:
        return None


def _is_public_item(instance):
    return isinstance(instance, Page | PublicItem)


def _is_part(instance):
    """The part of a page that the tree does not know."""
    return isinstance(instance, Page) and type(instance) is not Page
