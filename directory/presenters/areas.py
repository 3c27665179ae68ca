"""Areas as other programs get them: no page shows one alone."""

from dataclasses import dataclass

from directory.models import Area
from kogu.api.fields import PLAIN, api_field
from kogu.presenting.card_views import CardView
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView


@dataclass(frozen=True)
class AreaView(PageView):
    """A named set of places, as the territory of a local action group."""

    api_base = PLAIN
    places: tuple[CardView, ...] = api_field("The places that lie in it")


@presenter(Area)
class AreaPresenter(PagePresenter):
    """An area with its places."""

    view = AreaView
    shows_incoming = False
    has_related = False

    def fields(self, resolved):
        """The places that lie in it."""
        places = resolved.cards(self.relations.targets("place"))
        return {**super().fields(resolved), "places": places}
