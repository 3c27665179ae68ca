"""How the directory's tests read: as the public does."""

from kogu.content import kinds
from kogu.content.models import Card
from kogu.demo.factories.publishing import fresh, publish
from kogu.demo.factories.translations import translated
from kogu.presenting.page import present
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

__all__ = ["card_of", "changed", "shown", "titles", "translated"]


def shown(instance, locale=None, **query):
    """The item as a reader gets it."""
    model = kinds.model(instance.kind)
    found = presenter_of(model).queryset().get(pk=instance.pk)
    return present(found, Reader(locale or instance.locale.language_code), query=query)


def changed(instance, **values):
    """The item published with these values."""
    instance = fresh(instance)
    for name, value in values.items():
        setattr(instance, name, value)
    return publish(instance)


def titles(cards):
    """Titles in the order in which they are shown."""
    return [card.title for card in cards]


def card_of(instance):
    """The item's card, or None."""
    locale = instance.locale.language_code
    return Card.objects.filter(key=instance.translation_key, locale=locale).first()
