"""The front page and pages that inform, as readers get them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models import Occurrence
from events.presenters.dates import collect_dates, date_card
from home.models import HomePage, InformationPage
from kogu.content.models import Card
from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.media.pictures import Picture
from kogu.presenting import json_ld
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView
from kogu.presenting.groups import Group
from kogu.presenting.isolation import try_each
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView
from kogu.web.feeds import new_of_everything


@dataclass(frozen=True)
class HomeView(PageView):
    """The front page: a greeting, then what is new in every part of the site."""

    shown_once = ("sections",)
    hero: Picture | None
    story: tuple[PartView, ...]
    sections: tuple[Group, ...]
    section_urls: dict[str, str]
    feed_url: str


@dataclass(frozen=True)
class InformationView(PageView):
    """A page that informs, with the pages beside and below it."""

    hero: Picture | None
    story: tuple[PartView, ...]
    below: tuple[CardView, ...]


class WithHero(PagePresenter):
    """A page with a picture at its head and a story."""

    stories = ("story",)

    def collect(self, needs):
        """The picture besides what every page shows."""
        super().collect(needs)
        if self.instance.hero_image_id:
            needs.image_ids.add(self.instance.hero_image_id)

    def sharing_image_id(self):
        """The hero image, else the image for sharing."""
        return self.instance.hero_image_id or self.instance.sharing_image_id

    def fields(self, resolved):
        """The picture beside the page's own fields."""
        return {**super().fields(resolved), "hero": self.instance.hero_picture(resolved)}


# What the front page shows of each kind: how many, in which order, in which languages.
SECTIONS = (
    ("news", lambda: _("News"), 5, "-published_at"),
    ("event", lambda: _("Coming events"), 4, "soonest_first"),
    ("project", lambda: _("Projects"), 3, "-updated_at"),
    ("cluster", lambda: _("Clusters and networks"), 4, "sort_key"),
)


@presenter(HomePage)
class HomePresenter(WithHero):
    """The front page, drawn from the newest of everything."""

    view = HomeView
    site_role = "front_page"
    feed = staticmethod(new_of_everything)
    has_related = False
    shows_incoming = False

    @classmethod
    def json_ld(cls, view, chrome):
        """The site in schema.org's terms."""
        return {
            "@type": "WebSite",
            "name": chrome.site_name,
            "description": view.summary or chrome.tagline,
            "url": absolute(view.url),
            "inLanguage": view.locale,
            "publisher": json_ld.organisation(chrome),
        }

    def collect(self, needs):
        """The newest of each kind, and where each section lives."""
        super().collect(needs)
        self.cards = {
            kind: self._coming(most) if kind == "event" else self._newest(kind, most, order)
            for kind, _h, most, order in SECTIONS
        }
        collect_dates(self.cards["event"], needs)
        for kind, cards in self.cards.items():
            if kind != "event":
                needs.image_ids |= {card.image_id for card in cards if card.image_id}
        indexes = Card.objects.visible(self.reader.at).filter(
            locale=self.reader.locale, kind__in=[f"{kind}_index" for kind in self.cards]
        )
        self.section_urls = {c.kind.removesuffix("_index"): c.url for c in indexes}

    def _coming(self, most):
        """Dates that are not over, in every language."""
        at = self.reader.at
        depends_on_list("event", *self.reader.order)
        dates = Occurrence.objects.visible(at).best_for(self.reader.locale, at=at).upcoming(at)
        coming = list(dates[:most])
        for date in coming:
            valid_until(date.over_at)
        return coming

    def _newest(self, kind, most, order):
        depends_on_list(kind, self.reader.locale)
        cards = Card.objects.visible(self.reader.at).filter(kind=kind, locale=self.reader.locale)
        newest = list(cards.order_by(order, "id")[:most])
        for card in newest:
            valid_until(card.expire_at)
        return newest

    def _shown(self, kind, resolved):
        if kind == "event":
            return tuple(try_each(lambda date: date_card(date, resolved), self.cards[kind]))
        return tuple(filter(None, map(resolved.card_with_picture, self.cards[kind])))

    def fields(self, resolved):
        """The sections that have something to show."""
        sections = tuple(
            Group(kind, heading(), cards)
            for kind, heading, _most, _order in SECTIONS
            if (cards := self._shown(kind, resolved))
        )
        has_feed = self.cards["news"] or self.cards["event"]
        return {
            **super().fields(resolved),
            "sections": sections,
            "section_urls": self.section_urls,
            "feed_url": f"{self.instance.public_url()}feed/" if has_feed else "",
        }


@presenter(InformationPage)
class InformationPresenter(WithHero):
    """An information page."""

    view = InformationView

    def collect(self, needs):
        """The pages below it."""
        super().collect(needs)
        children = self.instance.get_children().filter(live=True).order_by("path")
        self.child_keys = list(children.values_list("translation_key", flat=True))
        needs.keys |= set(self.child_keys)

    def fields(self, resolved):
        """The pages below beside the page's own fields."""
        return {**super().fields(resolved), "below": resolved.cards(self.child_keys)}
