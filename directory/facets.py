"""By what lists of the directory can be narrowed beside their kind."""

from django.db.models import Count, Q

from kogu.base import trees
from kogu.base.listings import RelationFacet
from kogu.base.models import Card, Relation

from .trees import areas


class SectorFacet:
    """Narrows by one of several codes a card holds."""

    def __init__(self, name, heading, codes, fact="sectors"):
        self.name, self._heading, self.codes, self.fact = name, heading, codes, fact

    def heading(self):
        """What readers call it."""
        return str(self._heading)

    def apply(self, cards, value):
        """Cards with that code among theirs."""
        return cards.filter(self._has(value)) if value in dict(self.codes) else cards.none()

    def values(self, cards, listing):
        """Codes that occur, in the list's order, with how many cards have each."""
        counts = cards.order_by().aggregate(
            **{f"has_{code}": Count("pk", filter=self._has(code)) for code, _words in self.codes}
        )
        return [(code, str(words), n) for code, words in self.codes if (n := counts[f"has_{code}"])]

    def _has(self, code):
        return Q(**{f"facts__{self.fact}__has_key": code})


class PlaceFacet(RelationFacet):
    """Narrows by a place with everything in it, or by an area with all its places."""

    def __init__(self, heading, relations=("place",)):
        super().__init__("place", heading)
        self.relations = relations

    def apply(self, cards, value):
        """Cards of things in that place or area."""
        named = Card.objects.filter(kind__in=("place", "area"), facts__slug=value)
        # Where a place and an area have one short name, the place is meant.
        found = named.order_by("-kind").values_list("kind", "key").first()
        if found is None:
            return cards.none()
        sources = Relation.objects.filter(
            relation__in=self.relations, target_key__in=trees.below(*found)
        )
        return cards.filter(key__in=sources.values("source_key"))

    def values(self, cards, listing):
        """The places that are named, then the areas they lie in."""
        return [*super().values(cards, listing), *self._areas(cards, listing.reader)]

    def _areas(self, cards, reader):
        inside = {key: trees.below("area", key) for key in areas()}
        if not inside:
            return []
        named = Relation.objects.filter(
            relation__in=self.relations, source_key__in=cards.order_by().values("key")
        )
        counts = named.aggregate(
            **{
                f"in_{key.hex}": Count("source_key", filter=Q(target_key__in=places), distinct=True)
                for key, places in inside.items()
            }
        )
        found = Card.objects.visible(reader.at).filter(kind="area", key__in=inside)
        return [
            (card.facts.get("slug", ""), card.title, n)
            for card in found.best_for(reader.locale).order_by("sort_key")
            if (n := counts[f"in_{card.key.hex}"])
        ]
