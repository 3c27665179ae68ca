"""Facts that cards of the directory carry."""

from kogu.content.models import Card
from kogu.media.documents import document_id_in
from kogu.presenting.card_views import PLACE_NAMES, best_name

LOCATED = ("latitude", "longitude")


def place_facts(page, **facts):
    """The page's first place by its names, with coordinates, beside its other facts."""
    named = _first_place(page)
    card = next(iter(named.values()), None)
    if document_id_in(facts.get("website")) is not None:
        facts["website"] = ""  # a card does not follow who may read a document
    located = {name: (card.facts.get(name) if card else None) for name in LOCATED}
    names = {code: each.title for code, each in named.items()}
    return {
        "place": best_name(names, page.locale.language_code),
        "facts": {**facts, **located, PLACE_NAMES: names},
    }


def _first_place(page):
    """Cards of the page's first place by language."""
    row = page.page_places.all().first()
    if row is None or row.place is None:
        return {}
    cards = Card.objects.visible().filter(kind="place", key=row.place.translation_key)
    return {card.locale: card for card in cards}
