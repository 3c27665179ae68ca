"""What waits for somebody: reviews, drafts that lack something, words to translate."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from kogu.base.completeness import problems
from kogu.base.models.public import PublicThing
from kogu.base.permissions import languages_of

from .screens import edit_url

# So few that each may be looked into whenever the admin is opened.
DRAFTS = 5
TRANSLATIONS = 10


@dataclass(frozen=True)
class Waiting:
    """Something to go on with, and how much there is to do."""

    title: str
    url: str
    language: str
    number: int = 0


def to_review(user):
    """How many reviews wait for the user."""
    return TaskState.objects.reviewable_by(user).count()


def drafts_to_mend(user):
    """The user's own latest drafts that lack something."""
    own = Page.objects.filter(owner=user, has_unpublished_changes=True)
    latest = own.order_by("-latest_revision_created_at").specific()[:DRAFTS]
    found = []
    for page in latest:
        if isinstance(page, PublicThing):
            draft = page.get_latest_revision_as_object()
            errors = [problem for problem in problems(draft) if not problem.is_warning]
            if errors:
                found.append(_waiting(draft, len(errors)))
    return found


def to_translate(user):
    """Translations with words outstanding, in the languages the user may change."""
    done = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"),
        context=OuterRef("context_id"),
        locale=OuterRef(OuterRef("target_locale_id")),
        has_error=False,
    )
    outstanding = StringSegment.objects.filter(source=OuterRef("source_id")).filter(~Exists(done))
    translations = Translation.objects.filter(
        Exists(outstanding), enabled=True, target_locale__language_code__in=languages_of(user)
    )
    translations = translations.select_related("source__specific_content_type", "target_locale")
    return _targets(translations.order_by("-source__last_updated_at")[:TRANSLATIONS])


def _targets(translations):
    """Their drafts, by one query for each kind."""
    wanted = {}
    for each in translations:
        model = each.source.specific_content_type.model_class()
        wanted.setdefault(model, set()).add((each.source.object_id, each.target_locale_id))
    found = []
    for model, pairs in wanted.items():
        keys = {key for key, _locale in pairs}
        rows = model._default_manager.filter(translation_key__in=keys).select_related("locale")
        rows = [row for row in rows if (row.translation_key, row.locale_id) in pairs]
        found += [_waiting(row) for row in rows]
    return found


def _waiting(thing, number=0):
    title = thing.get_admin_display_title() if isinstance(thing, Page) else str(thing)
    return Waiting(title, edit_url(thing), thing.locale.get_display_name(), number)


class WaitsPanel(Component):
    """What waits for me, on the start of the admin."""

    name = "what_waits"
    title = _("What waits for me")
    template_name = "editorial/waiting.html"
    order = 120

    def get_context_data(self, parent_context):
        """Three short lists."""
        user = parent_context["request"].user
        return {
            "title": self.title,
            "reviews": to_review(user),
            "drafts": drafts_to_mend(user),
            "translations": to_translate(user),
        }
