"""Views made into what the API answers: addresses absolute, items as references."""

from urllib.parse import urlsplit

from kogu.content.site_urls import absolute
from kogu.presenting.absolute_links import absolute_links

from .registry import api_url
from .schemas import FORMATS


def ref(card, **more):
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


def card(view):
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


def picture(view):
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


def contact(view):
    """Somebody to turn to."""
    return {
        "name": view.name,
        "role": view.role,
        "organisation": view.organisation,
        "email": view.email,
        "phone": view.phone,
        "url": absolute(view.url),
    }


def notice(view):
    """A funder's notice."""
    return {
        "statement": view.statement,
        "disclaimer": view.disclaimer,
        "emblems": [emblem(each) for each in view.emblems],
        "is_first_view": view.is_first_view,
    }


def emblem(view):
    """A funder's mark."""
    return {
        "url": absolute(view.src),
        "alt": view.alt,
        "width": view.width,
        "height": view.height,
    }


def slug_of(url):
    """The last part of an address; empty for what has no page."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2]


def base(view):
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


def item(view):
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


def named(view, kind):
    """Items of a kind that the view names, with their roles."""
    return [ref(n.card, role=n.role) for n in view.named if n.card.kind == kind]


def refs(cards):
    """Cards as references."""
    return [ref(one) for one in cards]


def ref_or_none(card):
    """A card as a reference, or nothing."""
    return ref(card) if card else None


def money(view):
    """An amount as a string with its currency, or nothing."""
    return {"amount": f"{view.amount:.2f}", "currency": view.currency} if view else None


def loose(view):
    """A loosely known date, or nothing."""
    return {"value": view.value, "precision": view.precision} if view else None


def period(view):
    """A period, or nothing where neither end is known."""
    return {"start": loose(view.start), "end": loose(view.end)} if view else None


def document(view):
    """A file to download, or nothing."""
    return {**vars(view), "url": absolute(view.url)} if view else None


def rich(html):
    """Sanitised HTML whose links are absolute."""
    return absolute_links(html)
