"""What machines read in a page: schema.org, made from the same view as the HTML."""

from kogu.content.site_urls import absolute

from .isolation import try_or_none
from .registry import presenter_of_kind


def graph_of(view, chrome):
    """The page's graph: what it is about, and where it stands below the front page."""
    graph = [breadcrumb(view, chrome)] if view.breadcrumb else []
    if about := try_or_none(presenter_of_kind(view.kind).json_ld, view, chrome):
        graph.insert(0, _without_nothing({"@id": absolute(view.url), **about}))
    return {"@context": "https://schema.org", "@graph": graph}


def breadcrumb(view, chrome):
    """The way from the front page to this one."""
    steps = [(card.title, card.url) for card in view.breadcrumb] + [(view.title, view.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": title, "item": absolute(url)}
            for n, (title, url) in enumerate(steps, start=1)
        ],
    }


def organisation(chrome):
    """The organisation that publishes the site."""
    return {
        "@type": "Organization",
        "name": chrome.organisation_name or chrome.site_name,
        "url": absolute(chrome.home_url),
    }


def image(picture):
    """A picture's address, or nothing."""
    return absolute(picture.src) if picture else None


def _without_nothing(value):
    if isinstance(value, dict):
        return {k: _without_nothing(v) for k, v in value.items() if v not in (None, "", [], ())}
    if isinstance(value, list | tuple):
        return [_without_nothing(v) for v in value]
    return value
