"""Addresses in plain fields of an item and of its rows: readers get none of a closed document."""

from functools import cache

from django.db.models import URLField
from modelcluster.models import get_all_child_relations


def plain_addresses(instance, rows=None):
    """Each address of the item and its rows: where it is from, the row, the field's name.

    `rows` gets the rows of a relation, else only those that were read are looked at.
    """
    rows = rows or _load_rows
    for name in _names(type(instance)):
        yield name, instance, name
    for relation in _relations(type(instance)):
        for row in rows(instance, relation):
            for name in _names(type(row)):
                yield relation, row, name


def collect_addresses(instance, needs):
    """Note the documents that they lead to."""
    for _source, row, name in plain_addresses(instance):
        needs.collect_address(getattr(row, name))


def withhold_addresses(instance, resolved):
    """Empties those that lead to a document which is not open to everybody."""
    for _source, row, name in plain_addresses(instance):
        address = getattr(row, name)
        if address and not resolved.address(address):
            setattr(row, name, "")


@cache
def _names(model):
    return [field.name for field in model._meta.fields if isinstance(field, URLField)]


@cache
def _relations(model):
    relations = get_all_child_relations(model)
    return [each.get_accessor_name() for each in relations if _names(each.related_model)]


def _load_rows(instance, relation):
    """Rows of a draft or as prefetched; others are not shown, and not read for this."""
    read = getattr(instance, "_prefetched_objects_cache", {}).keys()
    drafted = getattr(instance, "_cluster_related_objects", {}).keys()
    return getattr(instance, relation).all() if relation in read | drafted else ()
