"""Brings cards and relations into step with what is public, as a change ends."""

from collections import defaultdict

from django.db.models import Q

from kogu.delivery.changes import Transition
from kogu.delivery.refs import Ref

from . import kinds
from .models import Card, Relation

_followers = defaultdict(list)


def after_card_sync(kind):
    """Registers who derives more from a kind: `fn(ref, row)`, the row None when not public.

    Called in the same transaction, after the cards and relations are written.
    """

    def register(fn):
        if fn not in _followers[kind]:
            _followers[kind].append(fn)
        return fn

    return register


def sync_cards(refs):
    """Write the cards and relations of the touched items; say what changed in public.

    The cards are the public state before, since nothing else writes them.
    """
    known = {ref for ref in refs if ref.kind in kinds.models_by_kind()}
    before = _cards(known)
    after = _public_rows(known)
    transitions = [
        transition
        for ref in sorted(known, key=lambda ref: (ref.kind, str(ref.key), ref.locale))
        if (transition := _sync_card(ref, before.get(ref), after.get(ref)))
    ]
    _sync_relations({ref.key: ref for ref in known}, after)
    for ref in sorted(known):
        for follow in _followers.get(ref.kind, ()):
            follow(ref, after.get(ref))
    return transitions


def rebuild():
    """Make every card and relation anew, as after a restore; returns how many cards there are."""
    Card.objects.all().delete()
    Relation.objects.all().delete()
    for kind, model in kinds.models_by_kind().items():
        refs = {
            Ref(kind, key, locale)
            for key, locale in model.objects.values_list("translation_key", "locale__language_code")
        }
        sync_cards(refs)
    return Card.objects.count()


def _matching(refs):
    by_locale = defaultdict(set)
    for ref in refs:
        by_locale[ref.locale].add(ref.key)
    return by_locale


def _cards(refs):
    condition = Q(pk=None)
    for locale, keys in _matching(refs).items():
        condition |= Q(locale=locale, key__in=keys)
    return {Ref(c.kind, c.key, c.locale): c for c in Card.objects.filter(condition)}


def _public_rows(refs):
    by_kind = defaultdict(set)
    for ref in refs:
        by_kind[ref.kind].add(ref)
    rows = {}
    for kind, kind_refs in by_kind.items():
        condition = Q(pk=None)
        for locale, keys in _matching(kind_refs).items():
            condition |= Q(locale__language_code=locale, translation_key__in=keys)
        for row in kinds.model(kind).objects.visible().filter(condition).select_related("locale"):
            rows[row.ref] = row
    return rows


def _sync_card(ref, card, row):
    if row is None:
        if card is None:
            return None
        card.delete()
        return Transition(ref, card.url, None, _tags(ref))
    fields = row.card_fields()
    Card.objects.update_or_create(
        key=ref.key, locale=ref.locale, kind=ref.kind, defaults={**EMPTY, **fields}
    )
    return Transition(ref, card.url if card else None, fields["url"], _tags(ref))


EMPTY = {
    field.name: field.get_default()
    for field in Card._meta.concrete_fields
    if field.name not in {"id", "key", "locale", "kind", "object_id", "image"}
}


def _tags(ref):
    return frozenset({f"{ref.kind}:{ref.key}", f"list:{ref.kind}:{ref.locale}"})


def _sync_relations(keys, rows):
    """Relations are facts of all languages: any live version tells them, the last takes them."""
    live = {}
    for ref, row in rows.items():
        live.setdefault(ref.key, row)
    for key, ref in keys.items():
        row = live.get(key)
        if row is None:
            if not Card.objects.filter(key=key, kind=ref.kind).exists():
                Relation.objects.filter(source_key=key, source_kind=ref.kind).delete()
            continue
        _write_relations(ref, row)


def _write_relations(ref, row):
    edges = {(e.relation, e.role, e.target_key): e.sort_order for e in row.edges()}
    held = {
        (r.relation, r.role, r.target_key): r
        for r in Relation.objects.filter(source_key=ref.key, source_kind=ref.kind)
    }
    if {identity: r.sort_order for identity, r in held.items()} == edges:
        return
    Relation.objects.filter(source_key=ref.key, source_kind=ref.kind).delete()
    Relation.objects.bulk_create(
        Relation(
            source_key=ref.key,
            source_kind=ref.kind,
            relation=relation,
            role=role,
            target_key=target_key,
            sort_order=order,
        )
        for (relation, role, target_key), order in edges.items()
    )
