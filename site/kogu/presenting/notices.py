"""Funders' notices as views, and where each stands on a page.

Which ones a page must show, and what they say, is decided in `directory/notices.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

_source: list[Callable] = []


@dataclass(frozen=True)
class Emblem:
    """A funder's mark; `src` is a public file, sizes are in pixels."""

    src: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class ProjectLink:
    """A project paid for by the fund; `href` is its address for this reader."""

    title: str
    url: str
    href: str
    locale: str


@dataclass(frozen=True)
class Notice:
    """A notice that a funder's rules in force require on the page."""

    key: str
    statement: str
    disclaimer: str
    emblems: tuple[Emblem, ...]
    projects: tuple[ProjectLink, ...] = ()
    # What is said on paper instead, where the rules have other words for it.
    in_print: str = ""
    disclaimer_in_print: str = ""
    # Whether it must be seen without scrolling.
    is_first_view: bool = False


@dataclass(frozen=True)
class PlacedNotices:
    """The notices of one page, each once: in its first view, at its end and in its footer."""

    first_view: tuple[Notice, ...]
    end: tuple[Notice, ...]
    footer: tuple[Notice, ...]


def register_source(fn):
    """Registers who knows the rules: `fn(project_keys, locale, placement) -> [Notice]`."""
    _source[:] = [fn]
    return fn


def for_projects(keys, locale, placement="page"):
    """Notices of the grants of these projects, each once, in the order of the projects."""
    if not keys or not _source:
        return ()
    notices = {notice.key: notice for notice in _source[0](keys, locale, placement)}
    return tuple(notices.values())


def placed(page, organisation, website, url=""):
    """Where notices of a page, of the organisation and of the website stand on it.

    What two of them say is said once, and so is each emblem; the page at `url` is not linked.
    """
    end, footer = (*page, *organisation), tuple(website)
    projects = _projects((*end, *footer), url)
    first = tuple(notice for notice in (*end, *footer) if notice.is_first_view)
    groups = (
        first,
        tuple(notice for notice in end if not notice.is_first_view),
        tuple(notice for notice in footer if not notice.is_first_view),
    )
    keys, emblems = set(), set()
    new = [tuple(_new(group, keys, emblems)) for group in groups]
    return PlacedNotices(
        *_unsaid([replace(one, projects=projects[one.key]) for one in group] for group in new)
    )


def _projects(notices, url):
    """The projects of all notices that are one, by its key; each where it is met first."""
    by_key, seen = {notice.key: () for notice in notices}, {url}
    for notice in notices:
        by_key[notice.key] += tuple(one for one in notice.projects if one.url not in seen)
        seen |= {one.url for one in notice.projects}
    return by_key


def _unsaid(groups):
    """The notices without words that funds share and one has said.

    One with nothing left is none; its projects are linked beside its words.
    """
    shown, printed, placed = {}, {}, []
    for group in groups:
        placed.append([])
        for notice in group:
            left = _left(notice, shown, printed)
            if notice.emblems or any(left.values()):
                place = (placed[-1], len(placed[-1]))
                placed[-1].append(replace(notice, **left))
            else:
                place = shown[notice.statement or notice.disclaimer]
                _link_too(*place, notice.projects)
            words, on_paper = _text(notice)
            for text in words:
                shown.setdefault(text, place)
            for text in on_paper if any(on_paper) else words:
                printed.setdefault(text, place)
    return tuple(map(tuple, placed))


def _left(notice, shown, printed):
    """What no other notice has said.

    On screen and on paper may be different words: what only one of them has said is kept.
    """
    words, on_paper = _text(notice)
    repeated = shown if any(on_paper) else shown.keys() & printed.keys()
    left = ["" if text in repeated else text for text in words]
    left += on_paper if any(left) else ["" if text in printed else text for text in on_paper]
    names = ("statement", "disclaimer", "in_print", "disclaimer_in_print")
    return dict(zip(names, left, strict=True))


def _text(notice):
    on_paper = (notice.in_print, notice.disclaimer_in_print)
    return (notice.statement, notice.disclaimer), on_paper


def _link_too(notices, position, projects):
    one = notices[position]
    notices[position] = replace(one, projects=(*one.projects, *projects))


def each_emblem_once(notices):
    """The notices, none of them with an emblem that stands before it already."""
    return list(_new(notices, set(), set()))


def _new(notices, keys, emblems):
    for notice in notices:
        fresh = tuple(one for one in notice.emblems if one.src not in emblems)
        if notice.key not in keys and (notice.statement or notice.disclaimer or fresh):
            yield replace(notice, emblems=fresh)
        keys.add(notice.key)
        emblems |= {one.src for one in fresh}
