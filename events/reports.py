"""From a past event to the first lines of the news about it."""

from bs4 import BeautifulSoup
from django.apps import apps
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import override

from directory.default_author import name_author
from kogu.content.slugs import free_slug, slug_of
from kogu.presenting.page import present
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .models import EventPage, NewsEvent
from .presenters.key_facts import facts_of

PICTURES = {"image", "gallery"}
# What the news takes over from the event: what it belongs to.
BELONGS = ("page_topics", "page_places", "page_projects")


def can_have_report(event, at=None):
    """Whether the event has taken place, so that there is something to report."""
    span = event.span
    return span is not None and span.over_at <= (at or timezone.now())


def sections_for(event, user):
    """News sections in the event's language to which the user may add."""
    sections = apps.get_model("home", "NewsIndexPage").objects.filter(locale=event.locale)
    return [one for one in sections if one.permissions_for_user(user).can_add_subpage()]


def write_report(event, section, user, *, title=""):
    """A draft news item under the section, with the event's facts and all it belongs to."""
    news = apps.get_model("home", "NewsPage")(
        title=title or event.title,
        locale=event.locale,
        live=False,
        owner=user,
        story=[("rich_text", {"text": _facts_of(event)})],
    )
    news.slug = free_slug(section, slug_of(news.title) or "news")
    for name in BELONGS:
        for row in getattr(event, name).all():
            getattr(news, name).add(_same(row))
    clusters = type(news).news_clusters.rel.related_model
    for row in event.event_clusters.all():
        news.news_clusters.add(clusters(cluster_id=row.cluster_id))
    news.news_events.add(NewsEvent(event=event))
    name_author(news, user)
    section.add_child(instance=news)
    news.save_revision(user=user, log_action="wagtail.create")
    return news


def _same(row):
    """A row that names what the given one names, and as what."""
    attribute = row._meta.get_field(row.target).attname
    copy = type(row)(**{attribute: getattr(row, attribute)})
    if hasattr(row, "role"):
        copy.role = row.role
    return copy


def says_facts_only(news):
    """Whether a report holds no more than the lines it began with, whatever was corrected there."""
    rows = [row for row in news.news_events.all() if row.event_id]
    lines = [line for block in news.story for line in _lines(block)]
    if not rows or not all(line and ": " in line for line in lines):
        return False
    language = news.locale.language_code
    labels = tuple(f"{name}: " for row in rows for name, _value in _facts(row.event, language))
    return all(line.startswith(labels) for line in lines)


def _lines(block):
    """The paragraphs of a part; pictures say nothing, and anything else is told by somebody."""
    if block.block_type in PICTURES:
        return []
    if block.block_type != "rich_text":
        return [""]
    parts = BeautifulSoup(block.value["text"].source, "html.parser").find_all(["p", "li", "h2"])
    return [text for part in parts if (text := part.get_text().strip())]


def _facts_of(event):
    """The facts of an event in its language, as a list to write from."""
    return str(format_html_join("", "<p>{}: {}</p>", _facts(event, event.locale.language_code)))


def _facts(event, language):
    """When, where, by whom and with how many."""
    instance = presenter_of(EventPage).queryset().get(pk=event.pk)
    view = present(instance, Reader(language), draft=True)
    with override(language):
        return [(fact.label, fact.value.replace("\n", ", ")) for fact in facts_of(view)]
