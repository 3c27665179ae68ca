"""News and the section that lists it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from kogu.content.completeness import Problem
from kogu.content.languages import shared, words
from kogu.content.models import BasePage, Edge
from kogu.content.models.hero import HeroMixin
from kogu.content.models.lists import OtherLanguagesMixin
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.stories import excerpt, plain_text

from .news_form import NewsForm


class NewsIndexPage(OtherLanguagesMixin, BasePage):
    """A section of news."""

    kind = "news_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]

    languages = [*BasePage.languages, *OtherLanguagesMixin.languages]

    class Meta:
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")


class NewsPage(HeroMixin, BasePage):
    """A news item, in one language."""

    kind = "news"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    base_form_class = NewsForm

    shown_at = models.DateTimeField(
        _("date shown"),
        null=True,
        blank=True,
        help_text=_("Empty: the moment at which the item is first published."),
    )
    author = models.CharField(
        _("author"), max_length=150, blank=True, help_text=_("A person's name, if one signs.")
    )
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))
    correction = models.TextField(
        _("correction"),
        blank=True,
        help_text=_("What was wrong and is now right; shown above the story."),
    )
    superseded_by = models.ForeignKey(
        "home.NewsPage",
        verbose_name=_("newer item"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Readers of this item are led to the newer one."),
    )

    story_panels = [*BasePage.story_panels, *HeroMixin.hero_panels, "story"]
    more_panels = [
        MultipleChooserPanel("news_events", "event", heading=_("Events"), label=_("Event")),
        MultipleChooserPanel("news_clusters", "cluster", heading=_("Clusters"), label=_("Cluster")),
        MultipleChooserPanel("news_people", "person", heading=_("People"), label=_("Person")),
        MultiFieldPanel(["author", FieldPanel("shown_at")], heading=_("Author and date")),
        MultiFieldPanel(
            ["correction", PageChooserPanel("superseded_by", "home.NewsPage")],
            heading=_("After publication"),
            classname="collapsed",
        ),
    ]
    not_copied = [*BasePage.not_copied, "shown_at", "correction", "superseded_by"]
    languages = [
        *BasePage.languages,
        *HeroMixin.hero_languages,
        *words("story", "correction"),
        *shared("shown_at", "author", "superseded_by"),
        *shared("news_events", "news_clusters", "news_people"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("story")]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def shown_moment(self):
        """The date readers see: the one given, else of first publication, else now."""
        return self.shown_at or self.first_published_at or timezone.now()

    def get_summary(self):
        """The summary, or the story's first words."""
        return self.summary or excerpt(self.story)

    def card_fields(self):
        """The item with its picture and the date shown."""
        return {
            **super().card_fields(),
            "image_id": self.hero_image_id or self.sharing_image_id,
            "published_at": self.shown_moment(),
        }

    def edges(self):
        """Its rows, and the newer item."""
        newer = (
            [Edge("superseded_by", self.superseded_by.translation_key)]
            if self.superseded_by
            else []
        )
        return [*super().edges(), *newer]

    def missing(self):
        """What publishing waits for: a story, which in a report is more than the event's facts."""
        from events.reports import says_facts_only

        if not plain_text(self.story):
            return [Problem("story", _("The story has no words yet."))]
        if says_facts_only(self):
            return [Problem("story", _("The report gives the facts only: say what happened."))]
        return []
