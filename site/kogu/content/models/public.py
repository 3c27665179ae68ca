"""What it takes to be a public item: visible, carded, related."""

from dataclasses import dataclass, field
from uuid import UUID

from modelcluster.models import get_all_child_relations

from kogu.content.completeness import refuse_if_incomplete
from kogu.delivery.refs import Ref
from kogu.language.sorting import sort_key

from .relations import RelationRow


@dataclass(frozen=True)
class Edge:
    """One relation of an item to another: relation, role, target's key and position."""

    relation: str
    target_key: UUID
    role: str = ""
    sort_order: int = field(default=0, compare=False)


class PublicItem:
    """A page or snippet that readers may see, one row for each language.

    `kind` is its name in the API, in cards, tags and changes.
    """

    kind = ""
    # Menus and the site's own words have no card; they touch a tag.
    is_carded = True

    @property
    def ref(self):
        """The ref of the item in its language."""
        return Ref(self.kind, self.translation_key, self.locale.language_code)

    def public_url(self):
        """Its address on this site, a path; empty for items without a page."""
        return ""

    def card_fields(self):
        """Values of the card's columns by name; subclasses add to them."""
        return {
            "object_id": self.pk,
            "title": str(self)[:255],
            "url": self.public_url(),
            "sort_key": sort_key(str(self), self.locale.language_code),
        }

    def missing(self):
        """Problems that hinder publication, and warnings."""
        return []

    def publish(self, revision, *args, **kwargs):
        """Publish the revision, unless something is missing in it."""
        refuse_if_incomplete(revision.as_object())
        return super().publish(revision, *args, **kwargs)

    def copy_for_translation(self, locale, *args, exclude_fields=None, **kwargs):
        """In another language, without what could not be stored in this one's draft."""
        exclude_fields = [*(exclude_fields or ()), "as_typed"]
        return super().copy_for_translation(locale, *args, exclude_fields=exclude_fields, **kwargs)

    def edges(self):
        """Its relations to other items, in their order."""
        rows = [
            (position, row)
            for relation in get_all_child_relations(type(self))
            if issubclass(relation.related_model, RelationRow)
            for position, row in enumerate(getattr(self, relation.get_accessor_name()).all())
        ]
        keys = _keys_of(row for _position, row in rows)
        return [
            Edge(row.relation, keys[type(row), target_id], row.role_code, position)
            for position, row in rows
            if (type(row), target_id := row.target_id_value) in keys
        ]


def _keys_of(rows):
    """Translation keys of the rows' targets, one query for each kind of row."""
    ids_by_row_type = {}
    for row in rows:
        if target_id := row.target_id_value:
            ids_by_row_type.setdefault(type(row), set()).add(target_id)
    return {
        (row_type, pk): key
        for row_type, ids in ids_by_row_type.items()
        for pk, key in row_type._meta.get_field(row_type.target)
        .related_model.objects.filter(pk__in=ids)
        .values_list("pk", "translation_key")
    }
