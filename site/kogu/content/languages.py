"""How languages treat a field: translated words, one shared fact, or each its own.

Every concrete field of a translatable model is declared by one of the three
helpers; the system check kogu.E004 names one that is not (docs/decisions/0012).
"""

from django.utils.functional import classproperty
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField


class WordsField(TranslatableField):
    """Words that a translator writes anew; emptied at the source, they are in its next draft."""


class LocalField(BaseTranslatableField):
    """A value each language keeps for itself; the first translation copies the source."""


def words(*names):
    """Fields a translator translates."""
    return [WordsField(name) for name in names]


def shared(*names):
    """Fields that hold one fact for all languages and cannot be overridden in any."""
    return [SynchronizedField(name, overridable=False) for name in names]


def local(*names):
    """Fields that every language keeps for itself."""
    return [LocalField(name) for name in names]


class DeclaresLanguages:
    """Gives wagtail-localize the declarations of `languages`."""

    languages: list = []

    @classproperty
    def translatable_fields(cls):
        """The declarations under the name by which wagtail-localize reads them."""
        return cls.languages
