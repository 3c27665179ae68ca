"""Views made into what the API answers: addresses absolute, things as references."""

from kogu.base.site_urls import absolute

from .html import absolute_links


def ref(card, **more):
    """A card as a reference."""
    return {
        "kind": card.kind,
        "id": card.key,
        "locale": card.locale,
        "title": card.title,
        "url": absolute(card.url),
        **more,
    }


def card(view):
    """A card whole."""
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
            for f in view.files
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
        "emblems": [
            {"url": absolute(e.src), "alt": e.alt, "width": e.width, "height": e.height}
            for e in view.emblems
        ],
    }


def item(view):
    """What every resource has, from its view."""
    return {
        "kind": view.kind,
        "id": view.key,
        "locale": view.locale,
        "title": view.title,
        "url": absolute(view.url),
        "summary": view.summary,
        "published_at": view.published_at,
        "updated_at": view.updated_at,
        "translations": [
            {"locale": t.locale, "title": t.title, "url": absolute(t.url)}
            for t in view.translations
        ],
        "topics": [ref(c) for c in view.topics],
        "places": [ref(c) for c in view.places],
        "organisations": named(view, "organisation"),
        "projects": named(view, "project"),
        "contacts": [contact(c) for c in view.contacts],
        "notices": [notice(n) for n in view.notices],
    }


def named(view, kind):
    """Things of a kind that the view names, with their roles."""
    return [ref(n.card, role=n.role) for n in view.named if n.card.kind == kind]


def rich(html):
    """Sanitised HTML whose links are absolute."""
    return absolute_links(html)
