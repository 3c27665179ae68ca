"""Programmes as readers get them: where they stand, who runs them, what they paid for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from directory import tree_queries
from directory.alignment import projects_below
from directory.models import ProgrammeBody, ProgrammeIndexPage, ProgrammePage
from directory.publicity_rules import funds
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.delivery.dependencies import depends_on_list
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView
from kogu.presenting.facets import ChoiceFacet
from kogu.presenting.listings import ListingPresenter, ListingView
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from . import amounts, trees
from .aligned import project_group
from .parts import TreeNode, facts
from .programme_rules import RulesView, own_notices, rules_view
from .tables import Cell, Column, Table, without_empty_columns


@dataclass(frozen=True)
class BodyView:
    """A body that runs the programme."""

    name: str = api_field("Name")
    role: str = api_field(
        "What it does for it", codes=Codes("body_role", ProgrammeBody.Role, may_be_empty=True)
    )
    role_label: str
    url: str = api_field("Website")
    emblem: Picture | None = api_field("Its emblem")


@dataclass(frozen=True)
class ProgrammeView(PageView):
    """A fund, programme, priority or measure."""

    level: str = api_field("Where in the tree", codes=Codes("programme_level", ProgrammePage.Level))
    level_label: str
    fund: str = api_field(
        "Where the money comes from, its own or as above it",
        codes=Codes("fund", ProgrammePage.Fund, may_be_empty=True),
    )
    fund_label: str
    short_name: str = api_field("Short name")
    code: str = api_field("CCI or the number of the measure")
    period_from: int | None = api_field("First year")
    period_to: int | None = api_field("Last year")
    period_text: str
    website: str = api_field("Website")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    bodies: tuple[BodyView, ...] = api_field("Who runs it")
    rules: RulesView = api_field("Publicity rules in force today")
    parents: tuple[CardView, ...] = api_field("What it stands under, from the top down")
    tree: tuple[TreeNode, ...] = api_field("What stands under it", name="children")

    @property
    def kicker(self):
        """Where in the tree it stands."""
        return self.level_label

    @property
    def facts(self):
        """Key facts as labels and values, in the reader's language."""
        with override(self.ui_locale):
            return facts(
                (_("Fund"), self.fund_label),
                (_("Period"), self.period_text),
                (_("Short name"), self.short_name),
                (_("Code"), self.code),
                (_("Website"), self.website, self.website),
            )

    @property
    def tables(self):
        """The table of bodies that run the programme."""
        with override(self.ui_locale):
            table = without_empty_columns(_bodies(self))
        return (table,) if table else ()


def _bodies(view):
    return Table(
        id="bodies",
        heading=_("Who runs it"),
        columns=(Column(_("Body")), Column(_("Role"))),
        rows=tuple(
            (
                Cell(body.name, body.url, is_heading=True, emblem=body.emblem),
                Cell(body.role_label),
            )
            for body in view.bodies
        ),
    )


@presenter(ProgrammePage)
class ProgrammePresenter(PagePresenter):
    """A programme, what is below it and the projects it paid for.

    Its rules are for those who follow them: other programs read them, staff see them in the
    editor, and readers get what they say must be seen.
    """

    view = ProgrammeView
    stories = ("story",)
    related_first = ("news", "event", "cluster")
    related_elsewhere = ("project", "organisation")
    prefetch = ("bodies",)

    def collect(self, needs):
        """The tree below and the projects of all of it."""
        super().collect(needs)
        depends_on_list("project", *self.reader.order)
        depends_on_list("programme", *self.reader.order)
        self.tree_index = tree_queries.programmes()
        self.projects = (
            projects_below("programme", self.tree_index, self.instance.translation_key)
            if self.relations.is_detail
            else []
        )
        needs.keys |= {*self.projects, *self.tree_index.descendants(self.instance.translation_key)}
        needs.image_ids |= {b.emblem_id for b in self.instance.bodies.all() if b.emblem_id}

    def fields(self, resolved):
        """The view's fields that only programmes have."""
        page = self.instance
        fund = page.fund or self._inherited_fund()
        inherited = super().fields(resolved)
        return {
            **inherited,
            "notices": (*own_notices(page, self.reader), *inherited["notices"]),
            "level_label": page.get_level_display(),
            "fund": fund,
            "fund_label": str(ProgrammePage.Fund(fund).label) if fund else "",
            "period_text": amounts.years(page.period_from, page.period_to),
            "bodies": tuple(self._body(row, resolved) for row in page.bodies.all() if row.name),
            "rules": rules_view(page, self.reader),
            "parents": tuple(card for card in inherited["breadcrumb"] if card.kind == "programme"),
            "tree": trees.branches(self.tree_index, page.translation_key, resolved),
        }

    def _inherited_fund(self):
        known = funds()
        ancestors = self.tree_index.ancestors_nearest_first(self.instance.translation_key)
        return next((known[key] for key in ancestors if known.get(key)), "")

    def _body(self, row, resolved):
        return BodyView(
            name=row.name,
            role=row.role,
            role_label=row.get_role_display(),
            url=row.url,
            emblem=resolved.picture(row.emblem_id, sizes="logo", alt=row.name),
        )

    def related_groups(self, resolved):
        """Projects of everything below it, then what names it."""
        return (*project_group(self.projects, resolved), *super().related_groups(resolved))


@dataclass(frozen=True)
class ProgrammeIndexView(ListingView):
    """The programmes at the top; `below` is how many more stand under them."""

    below: int


@presenter(ProgrammeIndexPage)
class ProgrammeIndexPresenter(ListingPresenter):
    """What stands at the top of the tree; the rest is a step away."""

    view = ProgrammeIndexView
    list_kind = "programme"
    all_languages = True
    order = ("sort_key", "-id")
    facets = (ChoiceFacet("fund", gettext_lazy("Fund"), ProgrammePage.Fund.choices),)

    def cards(self, is_all):
        """Programmes that stand under no other."""
        return super().cards(is_all).filter(facts__is_root=True)

    def fields(self, resolved):
        """The list, and how many programmes of every height fit the choices beside it."""
        inherited = super().fields(resolved)
        whole = self._whole(self.is_all)
        more = 0 if self.is_all else self._whole(is_all=True) - whole
        below, words = whole - inherited["total"], self.count_label(whole)
        return {**inherited, "below": below, "more": more, "count_label": words}

    def count_label(self, count):
        """The number of programmes of all levels, as the heading says it."""
        return ngettext("%(n)s programme", "%(n)s programmes", count) % {"n": count}

    def _whole(self, is_all):
        cards = self.filtered(super().cards(is_all))
        return cards.count() if self.chosen else self._cached(f"whole:{is_all}", cards.count)
