"""The home page of a language, and pages that inform."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from kogu.content.languages import words
from kogu.content.models import BasePage
from kogu.content.models.hero import HeroMixin
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.stories import excerpt


class HomePage(HeroMixin, BasePage):
    """The home page of the site in one language."""

    kind = "home"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.NewsIndexPage",
        "home.InformationPage",
        "home.AccessibilityStatementPage",
        "events.EventIndexPage",
        "directory.OrganisationIndexPage",
        "directory.ClusterIndexPage",
        "directory.ProjectIndexPage",
        "directory.ProgrammeIndexPage",
        "directory.StrategyIndexPage",
        "directory.TopicIndexPage",
        "directory.PlaceIndexPage",
    ]

    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [*BasePage.story_panels, *HeroMixin.hero_panels, "story"]
    languages = [*BasePage.languages, *HeroMixin.hero_languages, *words("story")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def public_url(self):
        """The language's own address."""
        return f"/{self.locale.language_code}/"


class InformationPage(HeroMixin, BasePage):
    """A page that informs and stays: about us, how to join, data protection."""

    kind = "information"
    parent_page_types = ["home.HomePage", "home.InformationPage"]
    subpage_types = ["home.InformationPage"]

    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [*BasePage.story_panels, *HeroMixin.hero_panels, "story"]
    languages = [*BasePage.languages, *HeroMixin.hero_languages, *words("story")]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_summary(self):
        """The summary, or the story's first words."""
        return self.summary or excerpt(self.story)
