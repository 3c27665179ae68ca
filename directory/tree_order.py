"""Trees in the admin: each thing below what it belongs under, once for each language."""

from collections import defaultdict

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.utils.translation import get_language

from kogu.base.models import preference
from kogu.language.sorting import sort_key


def in_tree_order(rows):
    """Rows of a tree from the top down; each says how deep it stands in `tree_depth`."""
    places = _walk(rows.model)
    positions = [When(translation_key=key, then=Value(n)) for n, (key, _d) in enumerate(places)]
    depths = [When(translation_key=key, then=Value(depth)) for key, depth in places if depth]
    number = IntegerField()
    return rows.annotate(
        tree_position=Case(*positions, default=Value(len(places)), output_field=number),
        tree_depth=Case(*depths, default=Value(0), output_field=number),
    ).order_by("tree_position", "locale_id")


def one_for_each(rows):
    """One row of each thing: in the language of the screen, else the first that exists."""
    rank = _rank(preference(get_language()))
    better = (
        rows.model.objects.filter(translation_key=OuterRef("translation_key"))
        .annotate(rank=rank)
        .filter(rank__lt=OuterRef("rank"))
    )
    return rows.annotate(rank=rank).filter(~Exists(better))


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
