"""By what lists of the directory can be narrowed beside their kind."""

from django.db.models import Count, Q

from kogu.content import trees
from kogu.presenting.facets import RelationFacet, Value

from .trees import areas


class SectorFacet:
    """Narrows by one of several codes a card holds."""

    def __init__(self, name, heading, codes, fact="sectors"):
        self.name, self._heading, self.codes, self.fact = name, heading, codes, fact

    def heading(self):
        """The facet's name for readers."""
        return str(self._heading)

    def apply(self, cards, value, reader):
        """Cards with that code among theirs."""
        return cards.filter(self._has(value)) if value in dict(self.codes) else cards.none()

    def named(self, value, reader):
        """The choice of a code that no card has; None where it is no choice."""
        codes = dict(self.codes)
        return Value(value, str(codes[value]), 0) if value in codes else None

    def values(self, cards, listing):
        """Codes that occur, in the list's order, with how many cards have each."""
        counts = cards.order_by().aggregate(
            **{f"has_{code}": Count("pk", filter=self._has(code)) for code, _words in self.codes}
        )
        return [
            Value(code, str(words), n) for code, words in self.codes if (n := counts[f"has_{code}"])
        ]

    def _has(self, code):
        return Q(**{f"facts__{self.fact}__has_key": code})


class PlaceFacet(RelationFacet):
    """Narrows by a place with everything in it, or by an area with all its places."""

    def __init__(self, heading, relations=("place",)):
        super().__init__("place", heading, relations=relations)
        self.kinds = ("place", "area")

    def groups(self, keys):
        """The places above the named ones, and the areas that hold any of them."""
        held = {area: trees.descendants("area", area) & set(keys) for area in areas()}
        return super().groups(keys) | {area: inside for area, inside in held.items() if inside}
