"""Public items that are not pages: they are drafted, reviewed and translated all the same."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from kogu.content.draft_forms import DraftForm
from kogu.content.languages import DeclaresLanguages, local

from .public import PublicItem


class SnippetQuerySet(models.QuerySet):
    """Questions asked of public snippets."""

    def visible(self, at=None):
        """Live and not expired at the moment."""
        at = at or timezone.now()
        return self.filter(live=True).filter(Q(expire_at=None) | Q(expire_at__gt=at))


class PublicSnippet(
    PublicItem,
    DeclaresLanguages,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    models.Model,
):
    """An item without a place in the page tree, in one language."""

    as_typed = models.JSONField(default=dict, blank=True, editable=False)

    base_form_class = DraftForm
    # Most are read on the pages that name them; there is nothing to preview.
    preview_modes: list = []

    languages = local("first_published_at", "go_live_at", "expire_at", "as_typed")

    objects = SnippetQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def card_fields(self):
        """Title, address and dates."""
        return {
            **super().card_fields(),
            "published_at": self.first_published_at,
            "updated_at": self.last_published_at,
            "expire_at": self.expire_at,
        }
