"""The sitemap: every public page with its live translations; and robots.txt."""

from collections import defaultdict

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string

from kogu.content import kinds
from kogu.content.models import Card
from kogu.content.site_urls import absolute
from kogu.delivery.conditional import public
from kogu.delivery.dependencies import depends_on_list
from kogu.language.characters import clean

PER_FILE = 5000
# As many as the index of sitemaps may name.
MOST_FILES = 50_000


def _pages():
    return Card.objects.visible().exclude(url="")


@public
def sitemap(request):
    """The index of sitemaps, one for every five thousand pages."""
    _depends()
    files = range(1, max(1, -(-_pages().count() // PER_FILE)) + 1)
    context = {"files": [absolute(f"/sitemap-{number}.xml") for number in files]}
    return _xml("sitemap_index.xml", context)


@public
def sitemap_file(request, number):
    """Pages in the order in which they came."""
    if not 1 <= number <= MOST_FILES:
        raise Http404
    _depends()
    start = (number - 1) * PER_FILE
    cards = list(
        _pages().order_by("id").only("key", "kind", "url", "updated_at")[start : start + PER_FILE]
    )
    if not cards and number > 1:
        raise Http404
    languages = defaultdict(list)
    for key, kind, locale, url in (
        _pages().filter(key__in={c.key for c in cards}).values_list("key", "kind", "locale", "url")
    ):
        languages[key, kind].append((locale, absolute(url)))
    entries = [
        {
            "url": absolute(card.url),
            "updated_at": card.updated_at,
            "alternates": versions
            if len(versions := sorted(languages[card.key, card.kind])) > 1
            else [],
        }
        for card in cards
    ]
    return _xml("sitemap.xml", {"entries": entries})


def _depends():
    codes = [code for code, _name in settings.LANGUAGES]
    for kind in kinds.models_by_kind():
        depends_on_list(kind, *codes)


def _xml(template, context):
    return HttpResponse(clean(render_to_string(template, context)), content_type="application/xml")


@public
def robots(request):
    """robots.txt: everything public may be crawled; it names the sitemap."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Allow: /",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
