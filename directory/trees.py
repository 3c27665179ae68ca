"""Descendants of topics and places, and the places of areas."""

from collections import defaultdict

from kogu.content.models import Relation
from kogu.content.trees import register_ancestors, register_descendants
from kogu.delivery.tick_cache import cached_per_tick

from .models import Place, Topic


def children_of(model):
    """Keys of the public items directly below each key; those without a parent under None."""
    return cached_per_tick(f"tree:{model.kind}", lambda: _children(model))


def _children(model):
    pairs = model.objects.visible().values_list("translation_key", "parent__translation_key")
    children = defaultdict(set)
    for key, parent_key in pairs:
        children[parent_key].add(key)
    return dict(children)


def descendants(model, key):
    """The key and everything below it."""
    children = children_of(model)
    found, waiting = set(), {key}
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting |= children.get(one, set()) - found
    return found


def ancestors_from_root(model, key):
    """Keys of what an item belongs under, the root first."""
    parents = {
        child: parent for parent, keys in children_of(model).items() for child in keys if parent
    }
    chain = []
    while (key := parents.get(key)) and key not in chain:
        chain.append(key)
    return chain[::-1]


def areas():
    """Keys of the places of each public area."""
    return cached_per_tick("areas", _areas)


def _areas():
    found = defaultdict(set)
    rows = Relation.objects.filter(source_kind="area", relation="place")
    for area, place in rows.values_list("source_key", "target_key"):
        found[area].add(place)
    return dict(found)


@register_descendants("topic")
def descendants_of_topic(key):
    """The topic and those under it."""
    return descendants(Topic, key)


@register_descendants("area")
@register_descendants("place")
def descendants_of_place(key):
    """The place, or the area's places, with everything within."""
    places = areas().get(key, {key})
    return set().union(*(descendants(Place, place) for place in places))


register_ancestors("topic")(lambda key: ancestors_from_root(Topic, key))
register_ancestors("place")(lambda key: ancestors_from_root(Place, key))
