"""Feeds: what is new, as feed readers get it, whatever kinds of things it is."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from kogu.language.characters import clean, clean_all

from .isolation import attempt
from .presenting import chrome
from .site_urls import absolute

MOST = 30


@dataclass(frozen=True)
class Entry:
    """One new thing, in the language in which its words are."""

    key: uuid.UUID
    locale: str
    title: str
    url: str
    summary: str
    published_at: dt.datetime
    updated_at: dt.datetime
    author: str = ""
    categories: tuple[str, ...] = ()


class Atom(Atom1Feed):
    """Atom whose entries say their language where it is not the feed's."""

    def item_attributes(self, item):
        """The language of what is told in another."""
        return {"xml:lang": item["language"]} if item["language"] else {}


def identity(key, locale):
    """An id that stays when the address changes."""
    return uuid.uuid5(key, locale).urn


def newest(entries):
    """The last that appeared; what changed last comes first."""
    appeared = sorted(entries, key=lambda entry: (entry.published_at, entry.key), reverse=True)
    return sorted(appeared[:MOST], key=lambda entry: entry.updated_at, reverse=True)


def atom(source, address, entries):
    """The feed at this address, of the thing that this card stands for."""
    surroundings = chrome(source.locale, url=source.url)
    us = surroundings.organisation_name or surroundings.site_name
    made = Atom(
        title=clean(_title(source, surroundings)),
        link=absolute(source.url),
        description=clean(source.summary),
        subtitle=clean(source.summary or surroundings.tagline or source.title),
        language=source.locale,
        author_name=clean(us),
        author_link=absolute(surroundings.home_url),
        feed_url=absolute(address),
        feed_guid=identity(source.key, source.locale),
    )
    for entry in newest(entries):
        attempt(_add, made, entry, us)
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def _add(made, entry, us):
    language = entry.locale if entry.locale != made.feed["language"] else ""
    made.add_item(
        title=clean(entry.title),
        link=absolute(entry.url),
        description=clean(entry.summary),
        unique_id=identity(entry.key, entry.locale),
        pubdate=entry.published_at,
        updateddate=entry.updated_at,
        author_name=clean(entry.author or us),
        categories=clean_all(entry.categories),
        language=language,
    )


def _title(source, surroundings):
    """A section says whose it is; the front door is the site itself."""
    if source.kind == "home":
        return surroundings.site_name
    return f"{source.title} – {surroundings.site_name}"
