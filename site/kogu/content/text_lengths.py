"""Texts longer than their fields, in drafts that no form has checked."""

from modelcluster.models import get_all_child_relations


def truncate_overlong(instance):
    """Store the beginning, and keep the whole in `as_typed` to be shortened by an editor."""
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        rows = enumerate(getattr(instance, name).all())
        if kept := {str(position): cut for position, row in rows if (cut := _cut(row))}:
            instance.as_typed[name] = kept
    instance.as_typed |= _cut(instance)


def _cut(row):
    """The whole texts by field; the row is left with their beginnings."""
    found = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, str) and field.max_length and len(value) > field.max_length:
            found[field.name] = value
            setattr(row, field.attname, value[: field.max_length])
    return found
