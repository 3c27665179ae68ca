"""What follows when something else changes: addresses below a section, names carried by cards."""

from django.db.models import Q

from kogu.content.card_sync import after_card_sync
from kogu.content.models import Card, Relation
from kogu.delivery.changes import is_open, recheck, touch
from kogu.delivery.refs import Ref
from kogu.presenting.card_views import ORGANISATION_NAMES, PLACE_NAMES

from .models import PlaceIndexPage, TopicIndexPage

# Kinds whose cards carry the name of their first place.
PLACED = ("organisation", "cluster")


def _touch_addresses_below(section):
    def follow(ref, row):
        """Items whose address begins with the section's move with it."""
        cards = Card.objects.filter(kind=section.opens, locale=ref.locale)
        cards = cards.exclude(url__startswith=row.public_url()) if row else cards.exclude(url="")
        if is_open():
            recheck(*(Ref(section.opens, key, ref.locale) for key in _keys(cards)))

    return follow


def _keys(cards):
    return cards.values_list("key", flat=True)


for each in (TopicIndexPage, PlaceIndexPage):
    after_card_sync(each.kind)(_touch_addresses_below(each))


@after_card_sync("place")
def touch_cards_of_place(ref, row):
    """Cards say the names of the first place; a new one reaches them."""
    by_place = Q(relation="place", source_kind__in=PLACED, sort_order=0)
    named = Relation.objects.filter(by_place | Q(relation="venue"), target_key=ref.key)
    _touch_stale(ref, named, PLACE_NAMES)


@after_card_sync("organisation")
def touch_people_of_employer(ref, row):
    """People's cards say where they work."""
    named = Relation.objects.filter(target_key=ref.key, source_kind="person", role="works_for")
    _touch_stale(ref, named, ORGANISATION_NAMES)


def _touch_stale(ref, named, fact):
    if not is_open():
        return
    cards = Card.objects.filter(key__in=named.values("source_key"))
    names = dict(
        Card.objects.visible().filter(kind=ref.kind, key=ref.key).values_list("locale", "title")
    )
    stale = [card for card in cards if card.facts.get(fact) != names]
    touch(*(Ref(card.kind, card.key, card.locale) for card in stale))
