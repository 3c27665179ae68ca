"""Feeds: what is new, as feed readers get it, whatever kinds of items it is."""

import datetime as dt
import uuid
from dataclasses import dataclass

import nh3
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import override

from kogu.content.site_urls import absolute
from kogu.language.characters import clean, clean_all
from kogu.presenting.absolute_links import absolute_links
from kogu.presenting.chrome import chrome
from kogu.presenting.isolation import try_or_none
from kogu.presenting.registry import presenter_of_kind, presenters
from kogu.presenting.rich_text import ALLOWED

MOST = 30
# What of a page other programs show: its text, pictures and tables, nothing that lays them out.
_ATTRIBUTES = {"img": {"src", "alt", "width", "height"}, "th": {"scope"}, "time": {"datetime"}}
_CLEANER = nh3.Cleaner(
    tags={
        *ALLOWED,
        *("figure", "figcaption", "img", "details", "summary", "dl", "dt", "dd", "time"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    },
    attributes={tag: names for tag, names in {**ALLOWED, **_ATTRIBUTES}.items() if names},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


@dataclass(frozen=True)
class Entry:
    """One new item, in the language in which its words are."""

    key: uuid.UUID
    locale: str
    title: str
    url: str
    summary: str
    content: str
    published_at: dt.datetime
    updated_at: dt.datetime
    author: str = ""
    categories: tuple[str, ...] = ()


class Atom(Atom1Feed):
    """Atom whose entries say their language where it is not the feed's."""

    def item_attributes(self, item):
        """The entry's language as `xml:lang`, where it is not the feed's."""
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler, item):
        """The whole text beside its summary."""
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


def identity(key, locale):
    """An id that stays when the address changes."""
    return uuid.uuid5(key, locale).urn


def newest(entries):
    """The last that appeared, the latest first."""
    return sorted(entries, key=lambda entry: (entry.published_at, entry.key), reverse=True)[:MOST]


def content_of(view):
    """The page's own text as HTML that other programs may show, its addresses whole."""
    with override(view.ui_locale):
        html = render_to_string("components/feed_content.html", {"page": view})
    lines = filter(str.strip, _CLEANER.clean(html).splitlines())
    return absolute_links("\n".join(lines))


def name_of(source, surroundings, choices=()):
    """What a feed or calendar is called: of what, narrowed to what, and whose."""
    if presenter_of_kind(source.kind).site_role == "front_page":
        return surroundings.site_name
    narrowed = f": {', '.join(choices)}" if choices else ""
    return f"{source.title}{narrowed} – {surroundings.site_name}"


def atom(source, entries, *, query="", choices=()):
    """The feed of the item that this card stands for, narrowed by a query to these choices."""
    surroundings = chrome(source.locale, url=source.url)
    us = surroundings.organisation_name or surroundings.site_name
    feed = Atom(
        title=clean(name_of(source, surroundings, choices)),
        link=absolute(f"{source.url}{query}"),
        description=clean(source.summary),
        subtitle=clean(source.summary or surroundings.tagline or source.title),
        language=source.locale,
        author_name=clean(us),
        author_link=absolute(surroundings.home_url),
        feed_url=absolute(f"{source.url}feed/{query}"),
        feed_guid=identity(source.key, f"{source.locale}{query}"),
    )
    for entry in newest(entries):
        try_or_none(_add, feed, entry, us)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def narrowed_atom(source, listing, entries):
    """The feed of a list, named after the choices that narrow it."""
    query, choices = listing.subscription_query(), listing.subscription_choices()
    return atom(source, entries, query=query, choices=choices)


def new_of_everything(source, reader, query, keys=None):
    """The feed of all kinds that have feeds; `keys`, a query for keys, narrows it.

    Kinds that are told in several languages are told in the reader's alone where it is asked.
    """
    only_own = query.get("language") == "mine"
    entry_makers = [of.feed_entries for of in presenters().values() if of.feed_entries]
    entries = [one for entries in entry_makers for one in entries(reader, keys, only_own=only_own)]
    return atom(source, entries)


def _add(feed, entry, us):
    language = entry.locale if entry.locale != feed.feed["language"] else ""
    feed.add_item(
        title=clean(entry.title),
        link=absolute(entry.url),
        description=clean(entry.summary),
        content=clean(entry.content),
        unique_id=identity(entry.key, entry.locale),
        pubdate=entry.published_at,
        updateddate=entry.updated_at,
        author_name=clean(entry.author or us),
        categories=clean_all(entry.categories),
        language=language,
    )
