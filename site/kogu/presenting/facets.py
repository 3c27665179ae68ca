"""By what lists can be narrowed: a year, a kind, a topic or place with all below it."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from kogu.content import trees
from kogu.content.models import Card, Relation

YEARS = {str(year) for year in range(1900, 2200)}


class Value(NamedTuple):
    """One value of a facet, and how many items of the list have it."""

    value: str
    title: str
    count: int
    # Of the title, where it is somebody's words.
    locale: str = ""


class YearFacet:
    """Narrows by the year of publication."""

    name = "year"

    def heading(self):
        """The facet's name for readers."""
        return _("Year")

    def apply(self, cards, value, reader):
        """Cards published in that year."""
        if value in YEARS:
            return cards.filter(published_at__year=int(value))
        return cards.none()

    def named(self, value, reader):
        """A year that nothing has."""
        return Value(value, value, 0) if value in YEARS else None

    def values(self, cards, listing):
        """Years and how many cards each has, newest first."""
        years = (
            cards.annotate(year=ExtractYear("published_at")).values("year").annotate(n=Count("pk"))
        )
        return [
            Value(str(row["year"]), str(row["year"]), row["n"])
            for row in years.order_by("-year")
            if row["year"]
        ]


class ChoiceFacet:
    """Narrows by a fact kept on the card: a kind, a status, a sector."""

    def __init__(self, name, heading, choices, fact=None):
        self.name, self._heading, self.choices = name, heading, choices
        self.fact = fact or f"facts__{name}"

    def heading(self):
        """The facet's name for readers."""
        return str(self._heading)

    def apply(self, cards, value, reader):
        """Cards with that fact."""
        return cards.filter(**{self.fact: value}) if value in dict(self.choices) else cards.none()

    def named(self, value, reader):
        """A choice that nothing has."""
        choices = dict(self.choices)
        return Value(value, str(choices[value]), 0) if value in choices else None

    def values(self, cards, listing):
        """Choices that occur, in their own order."""
        counts = dict(cards.order_by().values_list(self.fact).annotate(n=Count("pk")))
        return [
            Value(code, str(words), counts[code])
            for code, words in self.choices
            if counts.get(code)
        ]


class RelationFacet:
    """Narrows by what items name: a topic, a place, a programme, each with all below it."""

    def __init__(self, name, heading, *, kind=None, relations=None):
        self.name = name
        self._heading = heading
        self.kinds = (kind or name,)
        self.relations = relations or (name,)

    def heading(self):
        """The facet's name for readers."""
        return str(self._heading)

    def apply(self, cards, value, reader):
        """Cards of items that name it, or something below it in its tree."""
        meant = self._meant(value, reader)
        if meant is None:
            return cards.none()
        named = Relation.objects.filter(
            relation__in=self.relations, target_key__in=trees.descendants(meant.kind, meant.key)
        )
        return cards.filter(key__in=named.values("source_key"))

    def value_for(self, value, reader):
        """The value as the reader's own lists write it, from whatever language it came."""
        meant = self._meant(value, reader)
        return self._value_of(meant) if meant else value

    def named(self, value, reader):
        """Values that are public though no item names them."""
        meant = self._meant(value, reader)
        return Value(value, meant.title, 0, meant.locale) if meant else None

    def values(self, cards, listing):
        """What the listed items name and what that stands under, with how many do."""
        named = Relation.objects.filter(
            relation__in=self.relations, source_key__in=cards.order_by().values("key")
        )
        return counted(self, named, listing.reader)

    def _meant(self, value, reader):
        """The reader's card of what the value names.

        Where two kinds have one short name, the first is meant; of two items, that of the
        reader's language, else of the next they are offered.
        """
        versions = Card.objects.visible(reader.at).filter(
            kind__in=self.kinds, locale__in=reader.order, key__in=self._chosen(value).values("key")
        )
        ordered = sorted(
            versions, key=lambda c: (self.kinds.index(c.kind), reader.order.index(c.locale))
        )
        named = next((card for card in ordered if self._value_of(card) == value), None)
        return named and next(c for c in ordered if (c.kind, c.key) == (named.kind, named.key))

    def _chosen(self, value):
        return Card.objects.filter(kind__in=self.kinds, facts__slug=value)

    def _value_of(self, card):
        return card.facts.get("slug", "")

    def groups(self, keys):
        """What gathers several of the named items: everything above them."""
        return grouped_by_ancestor(self.kinds[0], keys)


class NamingFacet(RelationFacet):
    """Narrows to what names one item; its page leads here, and the list shows it once chosen."""

    def apply(self, cards, value, reader):
        """Cards of items that name it, by any relation."""
        meant = self._meant(value, reader)
        if meant is None:
            return cards.none()
        naming = Relation.objects.filter(target_key=meant.key)
        return cards.filter(key__in=naming.values("source_key"))

    def values(self, cards, listing):
        """Only the one that was chosen, by its name."""
        value = listing.query.get(self.name, "")
        if not value:
            return []
        one = self.named(value, listing.reader)
        return [one] if one else []

    def _chosen(self, value):
        return Card.objects.filter(kind__in=self.kinds, url__endswith=f"/{value}/")

    def _value_of(self, card):
        return card.url.strip("/").rpartition("/")[2]


def grouped_by_ancestor(kind, keys):
    """Everything that these items stand under, each with those of them below it."""
    groups = {}
    for key in keys:
        for up in trees.ancestors(kind, key):
            groups.setdefault(up, {up} & set(keys)).add(key)
    return groups


def counted(facet, named, reader):
    """The facet's values: what these relations name, and what gathers it; each source once."""
    counts = dict(named.values_list("target_key").annotate(n=Count("source_key", distinct=True)))
    groups = facet.groups(counts.keys())
    alone = {key: counts[only] for key, (only, *more) in groups.items() if not more}
    several = {key: keys for key, keys in groups.items() if key not in alone}
    if several:
        sums = named.order_by().aggregate(
            **{
                f"in_{key.hex}": Count("source_key", filter=Q(target_key__in=keys), distinct=True)
                for key, keys in several.items()
            }
        )
        alone |= {key: sums[f"in_{key.hex}"] for key in several}
    counts |= alone
    found = Card.objects.visible(reader.at).filter(kind__in=facet.kinds, key__in=counts)
    cards = sorted(found.best_for(reader.locale, at=reader.at), key=lambda card: card.sort_key)
    return [
        Value(card.facts.get("slug", ""), card.title, counts[card.key], card.locale)
        for card in sorted(cards, key=lambda card: facet.kinds.index(card.kind))
    ]
