"""How the directory's tests read: as the public does."""

from kogu.content import kinds
from kogu.content.models import Card
from kogu.demo.factories.publishing import fresh, publish
from kogu.demo.factories.translations import translated
from kogu.presenting.page import present, presenter_of
from kogu.presenting.resolver import Reader

__all__ = ["card_of", "changed", "shown", "titles", "translated"]


def shown(thing, locale=None, **query):
    """The thing as a reader gets it."""
    model = kinds.model(thing.kind)
    found = presenter_of(model).queryset().get(pk=thing.pk)
    return present(found, Reader(locale or thing.locale.language_code), query=query)


def changed(thing, **values):
    """The thing published with these values."""
    thing = fresh(thing)
    for name, value in values.items():
        setattr(thing, name, value)
    return publish(thing)


def titles(cards):
    """Titles in the order in which they are shown."""
    return [card.title for card in cards]


def card_of(thing):
    """The thing's card, or None."""
    locale = thing.locale.language_code
    return Card.objects.filter(key=thing.translation_key, locale=locale).first()
