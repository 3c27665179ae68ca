"""Topics: what items are about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kogu.content.languages import words

from .named_snippets import TreeSnippet
from .sections import TopicIndexPage


class Topic(TreeSnippet):
    """What news, events and projects are about; a topic may belong under another."""

    kind = "topic"

    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("A few sentences at the top of the topic's page."),
    )

    panels = ["name", "parent", "description", "slug"]
    languages = [*TreeSnippet.languages, *words("description")]

    class Meta(TreeSnippet.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def public_url(self):
        """Below the section of topics in its language."""
        section = TopicIndexPage.address_in(self.locale)
        return f"{section}{self.slug}/" if section else ""

    def card_fields(self):
        """The description as summary."""
        return {**super().card_fields(), "summary": self.get_summary()}

    def get_summary(self):
        """The first paragraph of the description."""
        return self.description.strip().split("\n")[0]
