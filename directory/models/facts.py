"""Facts that cards of the directory carry."""

from kogu.base.models import Card
from kogu.media.documents import document_id_in

LOCATED = ("latitude", "longitude")


def place_facts(page, **facts):
    """The page's first place in its language, with coordinates, beside its other facts."""
    card = _first_place(page)
    if document_id_in(facts.get("website")) is not None:
        facts["website"] = ""  # a card does not follow who may read a document
    located = {name: (card.facts.get(name) if card else None) for name in LOCATED}
    return {"place": card.title if card else "", "facts": {**facts, **located}}


def _first_place(page):
    row = page.page_places.all().first()
    place = row.place if row else None
    if place is None:
        return None
    cards = Card.objects.visible().filter(kind="place", key=place.translation_key)
    return cards.best_for(page.locale.language_code).first()
