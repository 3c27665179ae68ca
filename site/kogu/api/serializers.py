"""Views made into what the API answers: addresses absolute, items as references."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from kogu.content.site_urls import absolute
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.absolute_links import absolute_links
from kogu.presenting.card_views import CardView
from kogu.presenting.notices import Emblem, Notice
from kogu.presenting.view_models import ContactView, Named, PageView

from .registry import api_url
from .schemas import FORMATS

Json = dict[str, Any]


def ref(card: CardView, **more: Any) -> Json:
    """A card as a reference."""
    return {
        "kind": card.kind,
        "id": card.key,
        "locale": card.locale,
        "title": card.title,
        "url": absolute(card.url),
        "api_url": api_url(card.kind, card.key, card.locale),
        **more,
    }


# What cards of some kinds tell besides; all of it is public.
FACTS = ("role", "email", "phone", "website", "address", "latitude", "longitude")


def card(view: CardView) -> Json:
    """A card whole."""
    facts = view.facts or {}
    return ref(
        view,
        summary=view.summary,
        label=view.label,
        status=view.status,
        place=view.place,
        published_at=view.published_at,
        updated_at=view.updated_at,
        starts_at=view.starts_at,
        ends_at=view.ends_at,
        time_zone=view.time_zone,
        image=picture(view.picture),
        organisation=view.organisation,
        **{name: facts[name] for name in FACTS if facts.get(name) is not None},
    )


def picture(view: Picture | None) -> Json | None:
    """A picture with all its files, or nothing."""
    if view is None:
        return None
    return {
        "id": view.uuid,
        "alt": view.alt,
        "caption": view.caption,
        "credit": view.credit,
        "licence": view.licence,
        "is_decorative": view.decorative,
        "files": [
            {"format": f.format, "width": f.width, "height": f.height, "url": absolute(f.url)}
            for f in sorted(view.files, key=lambda f: (FORMATS.index(f.format), f.width))
        ],
    }


def contact(view: ContactView) -> Json:
    """Somebody to turn to."""
    return {
        "name": view.name,
        "role": view.role,
        "organisation": view.organisation,
        "email": view.email,
        "phone": view.phone,
        "url": absolute(view.url),
    }


def notice(view: Notice) -> Json:
    """A funder's notice."""
    return {
        "statement": view.statement,
        "disclaimer": view.disclaimer,
        "emblems": [emblem(each) for each in view.emblems],
        "is_first_view": view.is_first_view,
    }


def emblem(view: Emblem) -> Json:
    """A funder's mark."""
    return {
        "url": absolute(view.src),
        "alt": view.alt,
        "width": view.width,
        "height": view.height,
    }


def slug_of(url: str) -> str:
    """The last part of an address; empty for what has no page."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2]


def base(view: PageView) -> Json:
    """What every resource has, from its view."""
    return {
        "kind": view.kind,
        "id": view.key,
        "locale": view.locale,
        "title": view.title,
        "slug": slug_of(view.url),
        "url": absolute(view.url),
        "api_url": api_url(view.kind, view.key, view.locale),
        "summary": view.summary,
        "published_at": view.published_at,
        "updated_at": view.updated_at,
        "translations": [
            {
                "locale": t.locale,
                "title": t.title,
                "url": absolute(t.url),
                "api_url": api_url(view.kind, view.key, t.locale),
            }
            for t in view.translations
        ],
    }


def item(view: PageView) -> Json:
    """What every page has, from its view."""
    return {
        **base(view),
        "topics": refs(view.topics),
        "places": refs(view.places),
        "organisations": named(view, "organisation"),
        "projects": named(view, "project"),
        "contacts": [contact(c) for c in view.contacts],
        "notices": [notice(n) for n in view.notices],
    }


def named(view: PageView, kind: str) -> list[Json]:
    """Items of a kind that the view names, with their roles."""
    return [named_ref(n) for n in view.named if n.card.kind == kind]


def named_ref(view: Named) -> Json:
    """An item that a page names, with its role."""
    return ref(view.card, role=view.role)


def refs(cards: Iterable[CardView]) -> list[Json]:
    """Cards as references."""
    return [ref(one) for one in cards]


def ref_or_none(card: CardView | None) -> Json | None:
    """A card as a reference, or nothing."""
    return ref(card) if card else None


def document(view: DocumentView | None) -> Json | None:
    """A file to download, or nothing."""
    return {**vars(view), "url": absolute(view.url)} if view else None


def rich(html: str) -> str:
    """Sanitised HTML whose links are absolute."""
    return str(absolute_links(html))
