"""News and pages in the public API."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from pydantic import Field

from directory.api.filters import COMMON
from home.presenters.news import NewsView
from kogu.api import blocks, serializers
from kogu.api.fields import Answer, answer_of
from kogu.api.filters import fact, related
from kogu.api.registry import INDEX, listed_by
from kogu.api.resource import ORDERS, Resource, register
from kogu.api.schemas import ItemOut, PictureOut
from kogu.content import kinds
from kogu.presenting.card_views import CardView
from kogu.presenting.resolver import Needs

PAGES = ("information", "home", "accessibility_statement")
SECTIONS = tuple(sorted(kind for kind in kinds.models_by_kind() if kind.endswith(INDEX)))


class PageOut(ItemOut):
    """A page that informs, or the front page of a section."""

    lists: str | None = Field(
        description="Where the API lists what stands in the section; nothing for other pages"
    )
    image: PictureOut | None = Field(description="Picture at its head")
    body: list[blocks.Block] = Field(description="The story, block by block")


@dataclass(frozen=True)
class SectionView:
    """The front page of a section, as its card tells: what it lists is asked for elsewhere."""

    kind: str
    key: UUID
    locale: str
    title: str
    url: str
    summary: str
    published_at: dt.datetime | None
    updated_at: dt.datetime | None
    translations: tuple[CardView, ...]
    lists: str | None
    topics: tuple = ()
    places: tuple = ()
    named: tuple = ()
    contacts: tuple = ()
    notices: tuple = ()


TOLD = ("kind", "key", "locale", "title", "url", "summary", "published_at", "updated_at")


def _section(card, resolved):
    languages = resolved.languages[card.key]
    return SectionView(
        **{name: getattr(card, name) for name in TOLD},
        translations=tuple(
            resolved.card_without_picture(languages[code])
            for code in resolved.reader.order
            if code in languages and code != card.locale
        ),
        lists=listed_by(card),
    )


class Pages(Resource):
    """Pages with a story as presented, sections as their cards tell."""

    narrow = ()

    def views(self, rows, reader):
        """These rows as views, in their order, in fixed queries."""
        page_views = super().views([card for card in rows if card.kind in PAGES], reader)
        sections = [card for card in rows if card.kind in SECTIONS]
        needs = Needs(reader, keys={card.key for card in sections})
        resolved = needs.resolve() if sections else None
        views = {view.key: view for view in page_views}
        views |= {card.key: _section(card, resolved) for card in sections}
        return [views[card.key] for card in rows if card.key in views]


def page(view):
    """A page from its view; sections have no story."""
    return {
        **serializers.item(view),
        "lists": getattr(view, "lists", None),
        "image": serializers.picture(getattr(view, "hero", None)),
        "body": blocks.story(getattr(view, "story", ())),
    }


register(
    Resource(
        name="news",
        kinds=("news",),
        answer=answer_of(NewsView),
        filters={
            **COMMON,
            "event": related("event", "event", "About this event"),
            "person": related(("person", "contact"), "person", "Naming this person"),
        },
        orders=ORDERS,
        description="What happened, told once.",
    )
)

register(
    Pages(
        name="pages",
        kinds=(*PAGES, *SECTIONS),
        answer=Answer(PageOut, page),
        filters={**COMMON, "kind": fact("kind", "Of this kind", (*PAGES, *SECTIONS))},
        orders=ORDERS,
        order="title",
        description="Pages that inform and stay, and the front pages of sections.",
    )
)
