"""Items published in one language whose translation into another is not begun."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import TranslationSource

from kogu.content.models import PublicSnippet
from kogu.language.markers import name_in

from .language_status import begin_url

# Homes are made by those who set up a language.
BELOW_HOMES = 3


@dataclass(frozen=True)
class MissingTranslation:
    """A published item that a language has no version of."""

    key: object
    title: str
    kind: str
    language: str
    published_at: datetime
    url: str


def missing_translations(locale, words="", limit=None):
    """Published items without a version in the language, the newest first.

    A page waits for the page above it. No more is fetched than the limit asks for, and the number
    of queries does not depend on how many items there are.
    """
    # Of an item that is written in several languages each is a row.
    most = limit and limit * len(settings.LANGUAGES)
    found = [_page(page) for page in _pages(locale, words)[:most]]
    for model in get_snippet_models():
        if issubclass(model, PublicSnippet):
            rows = _missing(model._default_manager.all(), locale)
            rows = rows if words else rows[:most]
            found += [_snippet(row) for row in rows if words.lower() in str(row).lower()]
    newest = {}
    for one in sorted(found, key=lambda one: one.published_at, reverse=True):
        newest.setdefault(one.key, one)
    return list(newest.values())[:limit]


def _missing(rows, locale):
    """Of live rows those whose item has none in the language, told from their source."""
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


def _pages(locale, words):
    above = Page.objects.filter(path=OuterRef("above"))
    there = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=locale)
    pages = Page.objects.filter(depth__gte=BELOW_HOMES, title__icontains=words).public()
    pages = pages.annotate(above=Substr("path", 1, Length("path") - Page.steplen))
    pages = pages.filter(Exists(above.filter(Exists(there)))).select_related("content_type")
    return _missing(pages, locale)


def _page(page):
    return MissingTranslation(
        key=page.translation_key,
        title=page.title,
        kind=page.page_type_display_name,
        language=name_in(page.locale.language_code, get_language()),
        published_at=page.last_published_at,
        url=begin_url(page),
    )


def _snippet(row):
    return MissingTranslation(
        key=row.translation_key,
        title=str(row),
        kind=row._meta.verbose_name.capitalize(),
        language=name_in(row.locale.language_code, get_language()),
        published_at=row.last_published_at,
        url=begin_url(row),
    )
