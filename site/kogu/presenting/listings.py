"""Lists of cards with facets and pages: news by year and topic, organisations by kind."""

from django.core.paginator import Paginator
from django.db.models import Min
from django.utils.translation import ngettext

from kogu.content.models import Card
from kogu.delivery.dependencies import depends_on_list
from kogu.delivery.tick_cache import cached_per_tick
from kogu.presenting.page import PagePresenter

from .facets import NamingFacet, RelationFacet
from .isolation import try_each
from .listing_views import FacetView, LanguageChoice, ListingView, Option, PageLink, Pagination
from .subscriptions import SubscribableMixin
from .ui_language import in_ui

PER_PAGE = 20


class ListingPresenter(SubscribableMixin, PagePresenter):
    """A section page: the items of one kind, narrowed and paged."""

    view = ListingView
    list_kind = ""
    facets: tuple = ()
    order = ("-published_at", "-id")
    shows_incoming = False
    has_related = False

    @property
    def all_languages(self):
        """Whether what the reader's language lacks is listed in another, as the editor decided."""
        return getattr(self.instance, "lists_all_languages", False)

    @property
    def is_all(self):
        """Whether other languages are listed: as the reader asked, else as the editor decided."""
        language = self.query.get("language")
        return language == "all" or (self.all_languages and language != "mine")

    def collect(self, needs):
        """The cards of this page of the list."""
        super().collect(needs)
        self.base = self.cards(self.is_all)
        self._choose()
        paginator = Paginator(self.filtered(self.base).order_by(*self.order), PER_PAGE)
        if not self.chosen:
            paginator.count = self._cached("total", self.base.count)
        self.page = paginator.get_page(self.query.get("page", "1"))
        self.page_cards = list(self.page.object_list)
        needs.image_ids |= {card.image_id for card in self.page_cards if card.image_id}
        depends_on_list(self.list_kind, *self.reader.order)

    def cards(self, is_all):
        """Everything this section may list, before it is narrowed."""
        cards = self.all_rows().visible(self.reader.at)
        locales = None if is_all else self.own_locales
        return cards.best_for(self.reader.locale, locales=locales, at=self.reader.at)

    @property
    def own_locales(self):
        """The reader's language, before that of a section which does not exist in it."""
        return list(dict.fromkeys([self.reader.locale, self.instance.locale.language_code]))

    def all_rows(self):
        """Rows of the listed kind, whatever their language, public or not."""
        return Card.objects.filter(kind=self.list_kind)

    def filtered(self, cards, without=""):
        """The cards that fit all choices, or all but that of the facet `without`."""
        for name, fitting in self.fitting.items():
            if name != without:
                cards = cards.filter(pk__in=fitting)
        return cards

    def _choose(self):
        """The reader's choices, each asked once, however often it narrows."""
        for facet in self.facets:
            value = self.query.get(facet.name)
            if value and isinstance(facet, RelationFacet):
                self.query[facet.name] = facet.value_for(value, self.reader)
        self.chosen = self._chosen()
        self.fitting = {
            facet.name: facet.apply(self.all_rows(), value, self.reader).order_by().values("pk")
            for facet, value in self.chosen
        }

    def _chosen(self):
        choices = ((facet, self.query.get(facet.name, "")) for facet in self.facets)
        return [(facet, value) for facet, value in choices if value]

    def fields(self, resolved):
        """The list beside the page's own fields."""
        items = tuple(try_each(lambda card: self.item(card, resolved), self.page_cards))
        facets = tuple(filter(None, map(self._facet, self.facets)))
        return {
            **super().fields(resolved),
            "intro": self.instance.get_summary(),
            "items": items,
            "total": self.page.paginator.count,
            "more": 0
            if self.is_all
            else self._count_in_all_languages() - self.page.paginator.count,
            "facets": facets,
            "chosen": self.chosen_values(facets),
            "count_label": self.count_label(self.page.paginator.count),
            "pagination": self._pagination(),
            "language_choice": self._language_choice(),
            "is_filtered": bool(self.chosen),
            "choices": {name: value for name in self._names() if (value := self.query.get(name))},
            "feed_url": self.feed_url(),
        }

    def count_label(self, count):
        """The number of items, as the heading says it."""
        return ngettext("%(n)s result", "%(n)s results", count) % {"n": count}

    def chosen_values(self, facets):
        """The values that were chosen, as the heading says them."""
        return tuple(one for facet in facets for one in facet.options if one.is_current)

    def _count_in_all_languages(self):
        """How many fit the choices in all languages together."""
        rows = self.unfiltered(is_all=True)
        if self.chosen:
            return self.filtered(rows).count()
        return self._cached("everywhere", rows.count)

    def unfiltered(self, is_all):
        """The cards before any facet filters them."""
        return self.cards(is_all)

    def item(self, card, resolved):
        """One card of the list as shown."""
        return resolved.card_with_picture(card)

    def _names(self):
        return [*(facet.name for facet in self.facets), "language"]

    def address(self, **changes):
        """The list's address with these choices changed; known parameters only, in fixed order."""
        choices = {name: self.query.get(name, "") for name in self._names()} | changes
        own = self.instance.locale.language_code
        return in_ui(self.instance.public_url(), own, self.reader.locale, choices)

    def _values(self, facet):
        """Values that lead somewhere, by what the other choices leave, and the chosen one."""
        current = self.query.get(facet.name, "")
        values = [v for v in self._counted(facet) if v.value and (v.count or v.value == current)]
        if current and all(v.value != current for v in values):
            values += filter(None, [facet.named(current, self.reader)])
        return values

    def _counted(self, facet):
        base = self.facet_base(facet)
        if set(self.fitting) - {facet.name}:
            return facet.values(self.filtered(base, without=facet.name), self)
        if isinstance(facet, NamingFacet):
            return facet.values(base, self)
        return self._cached(facet.name, lambda: facet.values(base, self))

    def facet_base(self, facet):
        """What a facet's values are counted in, before the other choices narrow it."""
        return self.base

    @property
    def _cache_name(self):
        """Names the list without its narrowing; around one section it is read in any language."""
        mine = "all" if self.is_all else "mine"
        return f"{self.instance.pk}:{self.reader.locale}:{mine}"

    def _cached(self, name, count):
        """What is counted of the whole section: once a day while nothing changes or expires."""
        today = self.reader.at.astimezone(self.reader.zone).date()
        until, counted = cached_per_tick(
            f"list:{self._cache_name}:{name}", lambda: (self._until(), count()), today
        )
        return count() if until and until <= self.reader.at else counted

    def _until(self):
        """When the next card of the site expires; asked once while nothing changes."""
        ahead = Card.objects.filter(expire_at__gt=self.reader.at)
        return cached_per_tick("cards:until", lambda: ahead.aggregate(soonest=Min("expire_at")))[
            "soonest"
        ]

    def _facet(self, facet):
        current = self.query.get(facet.name, "")
        options = tuple(
            Option(
                title=one.title,
                url=self.address(**{facet.name: "" if one.value == current else one.value}),
                count=one.count,
                is_current=one.value == current,
                value=one.value,
                locale=one.locale if one.locale != self.reader.locale else "",
            )
            for one in self._values(facet)
        )
        return FacetView(facet.name, facet.heading(), options) if options else None

    def _pagination(self):
        page, pages = self.page, self.page.paginator.num_pages
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        return Pagination(
            number=page.number,
            pages=pages,
            previous_url=self._page_url(page.number - 1) if page.has_previous() else "",
            next_url=self._page_url(page.number + 1) if page.has_next() else "",
            links=tuple(
                PageLink(n, self._page_url(n), n == page.number)
                if isinstance(n, int)
                else PageLink(None, "")
                for n in numbers
            ),
        )

    def _page_url(self, number):
        return self.address(page=str(number) if number > 1 else "")

    def _language_choice(self):
        return LanguageChoice(
            is_all=self.is_all,
            is_default=self.is_all == self.all_languages,
            all_url=self.address(language="" if self.all_languages else "all"),
            mine_url=self.address(language="mine" if self.all_languages else ""),
        )
