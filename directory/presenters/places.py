"""Places as readers get them: where they are, what is there, and the tree they stand in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory import json_ld
from directory.models import Place, PlaceIndexPage
from kogu.presenting.card_views import CardView
from kogu.presenting.directions import directions
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from .parts import Fact, ListedGroup, TreeNode, facts
from .topics import InTreePresenter
from .tree_pages import TreePresenter


@dataclass(frozen=True)
class PlaceView(PageView):
    """A place, what it lies within, what lies within it and what is there."""

    place_kind: str
    kind_words: str
    address: str
    latitude: float | None
    longitude: float | None
    nuts_code: str
    local_code: str
    accessibility: str
    description: str
    facts: tuple[Fact, ...]
    above: tuple[CardView, ...]
    below: tuple[CardView, ...]
    groups: tuple[ListedGroup, ...]


@dataclass(frozen=True)
class PlaceIndexView(PageView):
    """All places as a tree."""

    nodes: tuple[TreeNode, ...]


@presenter(Place)
class PlacePresenter(InTreePresenter):
    """A place's page."""

    view = PlaceView
    label_choices = Place.Kind
    json_ld = staticmethod(json_ld.place)
    named_by = ("place", "venue")

    def fields(self, resolved):
        """Where it is and how to get in."""
        place = self.instance
        kind_words = self.label_words(place.place_kind)
        return {
            **super().fields(resolved),
            "place_kind": place.place_kind,
            "kind_words": kind_words,
            "address": place.address,
            "latitude": _number(place.latitude),
            "longitude": _number(place.longitude),
            "nuts_code": place.nuts_code,
            "local_code": place.local_code,
            "accessibility": place.accessibility,
            "facts": facts(
                (_("Kind"), kind_words),
                _position(place),
                (_("NUTS code"), place.nuts_code),
            ),
        }


@presenter(PlaceIndexPage)
class PlaceIndexPresenter(TreePresenter):
    """The tree of places."""

    view = PlaceIndexView
    instances = Place


def _position(place):
    """Its address, or of a place without one where it lies, with the way there."""
    latitude, longitude = _number(place.latitude), _number(place.longitude)
    way = directions(place.address, latitude, longitude)
    if place.address or way is None:
        return Fact(_("Address"), place.address, directions=way)
    return Fact(_("Coordinates"), f"{latitude:.4f}, {longitude:.4f}", directions=way)


def _number(value):
    return None if value is None else float(value)
