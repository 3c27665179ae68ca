"""Edges to items named by a foreign key, read in one query for each kind."""

from collections import defaultdict

from kogu.content import kinds
from kogu.content.models import Edge


def keys_of(named):
    """Translation keys by (kind, id) of items given as (kind, id)."""
    ids = defaultdict(set)
    for kind, pk in named:
        if pk is not None:
            ids[kind].add(pk)
    return {
        (kind, pk): key
        for kind, kind_ids in ids.items()
        for pk, key in kinds.model(kind)
        .objects.filter(pk__in=kind_ids)
        .values_list("pk", "translation_key")
    }


def edges_to(named):
    """Edges to (kind, id, role, relation), in their order."""
    named = list(named)
    keys = keys_of((kind, pk) for kind, pk, _role, _relation in named)
    return [
        Edge(relation, keys[kind, pk], role, position)
        for position, (kind, pk, role, relation) in enumerate(named)
        if (kind, pk) in keys
    ]
