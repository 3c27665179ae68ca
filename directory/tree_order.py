"""Trees in the admin: each item below what it belongs under, once for each language."""

from collections import defaultdict

from django.db import connection
from django.db.models import Case, Exists, F, IntegerField, OuterRef, TextField, Value, When
from django.db.models.functions import Cast, Length, StrIndex, Substr
from django.utils.translation import get_language

from kogu.content.models import preference
from kogu.language.sorting import sort_key

# One hexadecimal digit; deeper trees are drawn no deeper.
DEEPEST = 15


def in_tree_order(rows):
    """Rows of a tree from the top down; each says how deep it stands in `tree_depth`.

    The order is one long word of keys, each followed by its depth: a database
    finds a key in it far sooner than it tries thousands of conditions.
    """
    order = Value(
        "".join(f"{_as_stored(key)}{min(depth, DEEPEST):X}" for key, depth in _walk(rows.model))
    )
    key = Cast("translation_key", TextField())
    return rows.annotate(
        tree_position=StrIndex(order, key),
        tree_depth=Substr(order, F("tree_position") + Length(key), 1),
    ).order_by("tree_position", "locale_id")


def _as_stored(key):
    return str(key) if connection.features.has_native_uuid_field else key.hex


def one_for_each(rows):
    """One row of each item: in the language of the screen, else the first that exists."""
    rank = _rank(preference(get_language()))
    better = (
        rows.model.objects.filter(translation_key=OuterRef("translation_key"))
        .annotate(rank=rank)
        .filter(rank__lt=OuterRef("rank"))
    )
    return rows.annotate(rank=rank).filter(~Exists(better))


def nearest_of_each(rows):
    """One row of each item among these few, which need not be all of its languages."""
    nearest = {}
    ranked = rows.order_by().annotate(rank=_rank(preference(get_language())))
    for key, *found in ranked.values_list("translation_key", "rank", "pk"):
        nearest[key] = min(found, nearest.get(key, found))
    return rows.filter(pk__in=[pk for _rank, pk in nearest.values()])


def _rank(codes):
    whens = [When(locale__language_code=code, then=Value(n)) for n, code in enumerate(codes)]
    return Case(*whens, default=Value(len(codes)), output_field=IntegerField())


def _walk(model):
    """Keys from the top down with their depth, alphabetical at each level."""
    language = get_language()
    names, parents = {}, {}
    rows = model.objects.annotate(rank=_rank(preference(language))).order_by("-rank")
    for key, name, parent in rows.values_list("translation_key", "name", "parent__translation_key"):
        names[key], parents[key] = name, parent
    children = defaultdict(list)
    for key in sorted(names, key=lambda key: sort_key(names[key], language)):
        children[parents[key] if parents[key] in names else None].append(key)
    return list(_down(children, None, 0))


def _down(children, key, depth):
    for child in children.pop(key, ()):
        yield child, depth
        yield from _down(children, child, depth + 1)
