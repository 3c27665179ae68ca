"""What is published in one language and not begun in another."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import TranslationSource

from kogu.base.models import PublicSnippet
from kogu.language.markers import name_in

from .standings import begin_url

# Homes are made by those who set up a language.
BELOW_HOMES = 3


@dataclass(frozen=True)
class Wanted:
    """A published thing that a language has no version of."""

    key: object
    title: str
    kind: str
    language: str
    published_at: datetime
    url: str


def wanted(locale, words="", limit=None):
    """Published things without a version in the language, the newest first.

    A page waits for the page above it. The number of queries does not depend
    on how many things there are.
    """
    found = [_page(page) for page in _pages(locale, words, limit)]
    for model in get_snippet_models():
        if issubclass(model, PublicSnippet):
            rows = _missing(model._default_manager.all(), locale)
            found += [_snippet(row) for row in rows if words.lower() in str(row).lower()]
    newest = {}
    for one in sorted(found, key=lambda one: one.published_at, reverse=True):
        newest.setdefault(one.key, one)
    return list(newest.values())[:limit]


def _missing(rows, locale):
    """Of live rows those whose thing has none in the language, told from their source."""
    model = rows.model
    there = model._default_manager.filter(
        translation_key=OuterRef("translation_key"), locale=locale
    )
    from_elsewhere = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key")
    ).exclude(locale=OuterRef("locale"))
    return (
        rows.filter(~Exists(there), ~Exists(from_elsewhere), live=True)
        .exclude(locale=locale)
        .exclude(last_published_at=None)
        .select_related("locale")
        .order_by("-last_published_at", "pk")
    )


def _pages(locale, words, limit):
    pages = Page.objects.filter(depth__gte=BELOW_HOMES).public().select_related("content_type")
    pages = list(_missing(pages.filter(title__icontains=words), locale))
    above = {page.path: page.path[: -Page.steplen] for page in pages}
    parents = Page.objects.filter(path__in=set(above.values()))
    keys = dict(parents.values_list("path", "translation_key"))
    there = set(
        Page.objects.filter(translation_key__in=set(keys.values()), locale=locale).values_list(
            "translation_key", flat=True
        )
    )
    ready = [page for page in pages if keys[above[page.path]] in there]
    return ready[:limit]


def _page(page):
    return Wanted(
        key=page.translation_key,
        title=page.title,
        kind=page.page_type_display_name,
        language=name_in(page.locale.language_code, get_language()),
        published_at=page.last_published_at,
        url=begin_url(page),
    )


def _snippet(row):
    return Wanted(
        key=row.translation_key,
        title=str(row),
        kind=row._meta.verbose_name.capitalize(),
        language=name_in(row.locale.language_code, get_language()),
        published_at=row.last_published_at,
        url=begin_url(row),
    )
