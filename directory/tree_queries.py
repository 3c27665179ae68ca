"""Ancestors and descendants in the trees of programmes and of strategies, by page path."""

from collections import defaultdict
from dataclasses import dataclass

from wagtail.models import Page

from kogu.content import kinds, trees
from kogu.content.models import preference
from kogu.delivery.tick_cache import cached_per_tick

# Kinds whose pages make one tree; the first may only stand at its root.
PROGRAMMES = ("programme",)
STRATEGIES = ("strategy", "strategy_goal")


@dataclass(frozen=True)
class TreeIndex:
    """Keys of live items: what each stands under and what stands under it, in page order."""

    parents: dict
    children: dict
    kinds: dict

    def ancestors_nearest_first(self, key):
        """Keys of the ancestors, nearest first."""
        found = []
        while (key := self.parents.get(key)) and key not in found:
            found.append(key)
        return found

    def descendants(self, key):
        """The item and everything under it."""
        found, waiting = [], [key]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.append(one)
                waiting += self.children.get(one, ())
        return set(found)


def tree_index(tree_kinds):
    """The trees of these kinds, read once until something public changes."""
    return cached_per_tick(f"tree_index:{tree_kinds[0]}", lambda: _build_index(tree_kinds))


def programmes():
    """Funds, programmes, priorities and measures."""
    return tree_index(PROGRAMMES)


def strategies():
    """Strategies, domains and goals."""
    return tree_index(STRATEGIES)


trees.register_descendants("programme")(lambda key: programmes().descendants(key))
trees.register_descendants("strategy")(lambda key: strategies().descendants(key))
trees.register_descendants("strategy_goal")(lambda key: strategies().descendants(key))
trees.register_ancestors("programme")(lambda key: programmes().ancestors_nearest_first(key))


def _build_index(tree_kinds):
    rows = [
        (locale, path, key, kind)
        for kind in tree_kinds
        for key, path, locale in kinds.model(kind)
        .objects.visible()
        .values_list("translation_key", "path", "locale__language_code")
    ]
    order = {code: rank for rank, code in enumerate(preference(""))}
    rows.sort(key=lambda row: (order.get(row[0], len(order)), row[1]))
    keys = {path: key for _locale, path, key, _kind in rows}
    parents, children = {}, defaultdict(list)
    for _locale, path, key, _kind in rows:
        parent = keys.get(path[: -Page.steplen])
        # An item stands where the first language that has it put it.
        if parent and key not in parents:
            parents[key] = parent
            children[parent].append(key)
    return TreeIndex(
        parents=parents,
        children={key: tuple(below) for key, below in children.items()},
        kinds={key: kind for _locale, _path, key, kind in rows},
    )
