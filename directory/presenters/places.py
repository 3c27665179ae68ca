"""Places as readers get them: where they are, what is there, and the tree they stand in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory import json_ld
from directory.models import Place, PlaceIndexPage
from directory.models.places import as_float
from kogu.api.fields import PLAIN, api_field
from kogu.api.vocabulary import Codes
from kogu.presenting.card_views import CardView
from kogu.presenting.directions import directions
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from .parts import Fact, ListedGroup, TreeNode, facts
from .topics import InTreePresenter
from .tree_pages import TreePresenter


@dataclass(frozen=True)
class PlaceView(PageView):
    """Somewhere: a country, a county, a parish or a house with a door."""

    api_base = PLAIN
    description: str = api_field("A few sentences, as plain text")
    above: tuple[CardView, ...] = api_field(
        "What it stands under, from the top down", name="parents"
    )
    below: tuple[CardView, ...] = api_field("What stands directly under it", name="children")
    place_kind: str = api_field(
        "From the largest to the smallest; empty when not said",
        codes=Codes("place_kind", Place.Kind, may_be_empty=True),
    )
    kind_label: str
    address: str = api_field("Address")
    latitude: float | None = api_field("Degrees north")
    longitude: float | None = api_field("Degrees east")
    nuts_code: str = api_field("NUTS code")
    local_code: str = api_field("Code in the national register: EHAK, ATVK, TERYT")
    accessibility: str = api_field("What somebody should know before coming")
    facts: tuple[Fact, ...]
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
        kind_label = self.code_label(place.place_kind)
        return {
            **super().fields(resolved),
            "kind_label": kind_label,
            "latitude": as_float(place.latitude),
            "longitude": as_float(place.longitude),
            "facts": facts(
                (_("Kind"), kind_label),
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
    latitude, longitude = as_float(place.latitude), as_float(place.longitude)
    way = directions(place.address, latitude, longitude)
    if place.address or way is None:
        return Fact(_("Address"), place.address, directions=way)
    return Fact(_("Coordinates"), f"{latitude:.4f}, {longitude:.4f}", directions=way)
