"""What a thing names and what names it, read once."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kogu.base.models import Edge, Relation

# A page shows at most so many of the things that name it; lists show the rest.
MOST_BACKWARD = 300


@dataclass(frozen=True)
class Backward:
    """That another thing names this one."""

    kind: str
    key: UUID
    relation: str
    role: str


@dataclass(frozen=True)
class Relations:
    """Both directions of a thing's relations."""

    forward: tuple[Edge, ...] = ()
    backward: tuple[Backward, ...] = ()
    # Whether the thing is shown alone, on its own page, or as one of many.
    is_alone: bool = False

    @classmethod
    def of(cls, thing, *, draft=False, backward=True):
        """Read in one query; a draft's own relations come from the draft itself."""
        wanted = Q(pk=None)
        if not draft:
            wanted |= Q(source_key=thing.translation_key, source_kind=thing.kind)
        if backward:
            wanted |= Q(target_key=thing.translation_key)
        rows = list(Relation.objects.filter(wanted).order_by("sort_order", "id")[:MOST_BACKWARD])
        own = [r for r in rows if r.source_key == thing.translation_key]
        return cls(
            tuple(thing.edges()) if draft else tuple(_edge(row) for row in own),
            tuple(_backward(row) for row in rows if row.target_key == thing.translation_key),
            is_alone=True,
        )

    @classmethod
    def of_many(cls, things, naming=()):
        """What each of these things names, by its key, in one query.

        `naming` says by which (kind, relation) they are shown as named, too.
        """
        keys, kinds = {thing.translation_key for thing in things}, {t.kind for t in things}
        wanted = Q(source_key__in=keys, source_kind__in=kinds)
        for kind, relation in naming:
            wanted |= Q(target_key__in=keys, source_kind=kind, relation=relation)
        forward, backward = {key: [] for key in keys}, {key: [] for key in keys}
        for row in Relation.objects.filter(wanted).order_by("sort_order", "id"):
            if row.source_key in keys:
                forward[row.source_key].append(_edge(row))
            if row.target_key in keys and (row.source_kind, row.relation) in naming:
                backward[row.target_key].append(_backward(row))
        return {key: cls(tuple(forward[key]), tuple(backward[key])) for key in keys}

    def keys(self):
        """Everything named in either direction."""
        return {e.target_key for e in self.forward} | {b.key for b in self.backward}

    def named(self, relation, *roles):
        """Keys this thing names by a relation, in its roles if any are given, in order."""
        return [
            e.target_key
            for e in self.forward
            if e.relation == relation and (not roles or e.role in roles)
        ]

    def naming(self, kind, relation=None, *roles):
        """Keys of things of a kind that name this one."""
        return [
            b.key
            for b in self.backward
            if b.kind == kind
            and (relation is None or b.relation == relation)
            and (not roles or b.role in roles)
        ]


def _edge(row):
    return Edge(row.relation, row.target_key, row.role, row.sort_order)


def _backward(row):
    return Backward(row.source_kind, row.source_key, row.relation, row.role)
