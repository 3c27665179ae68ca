"""What waits for somebody: reviews, drafts that lack something, words to translate."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page, TaskState, WorkflowState
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from kogu.base.completeness import problems
from kogu.base.models import PublicSnippet
from kogu.base.models.public import PublicThing
from kogu.base.permissions import languages_of
from kogu.language.markers import name_in
from kogu.translation.statuses import Status, targets_of, title_of, with_status
from kogu.translation.wanted import wanted

from .screens import edit_url

# So few that each may be looked into whenever the admin is opened.
RETURNED = 5
DRAFTS = 5
TRANSLATIONS = 5
WANTED = 5


@dataclass(frozen=True)
class Waiting:
    """Something to go on with, and how much there is to do."""

    title: str
    url: str
    language: str
    number: int = 0
    comment: str = ""


@dataclass(frozen=True)
class Translations:
    """Translations of one status: how many there are, and the first of them."""

    status: str
    label: str
    number: int
    things: list


def to_review(user):
    """How many reviews wait for the user."""
    return TaskState.objects.reviewable_by(user).count()


def sent_back(user):
    """What the user handed in and a reviewer wants changed, with the reviewer's words."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user
    )
    states = states.select_related("current_task_state").prefetch_related("content_object__locale")
    states = states.order_by("-current_task_state__finished_at")[:RETURNED]
    return [
        replace(_waiting(state.content_object), comment=state.current_task_state.comment)
        for state in states
        if state.content_object
    ]


def drafts_to_mend(user):
    """The user's own latest drafts that lack something, translations apart."""
    found = []
    for thing in _latest_drafts(user):
        draft = thing.get_latest_revision_as_object()
        errors = [problem for problem in problems(draft) if not problem.is_warning]
        if errors:
            found.append(_waiting(draft, len(errors)))
    return found


def _latest_drafts(user):
    """Pages are the user's who began them, snippets theirs who wrote the latest version."""
    pages = Page.objects.filter(owner=user, has_unpublished_changes=True).exclude(_translated())
    latest = pages.order_by("-latest_revision_created_at").select_related("latest_revision")
    found = [page for page in latest.specific()[:DRAFTS] if isinstance(page, PublicThing)]
    for model in get_snippet_models():
        if issubclass(model, PublicSnippet):
            rows = model._default_manager.filter(
                has_unpublished_changes=True, latest_revision__user=user
            ).exclude(_translated())
            rows = rows.select_related("latest_revision", "locale")
            found += rows.order_by("-latest_revision__created_at")[:DRAFTS]
    found.sort(key=lambda thing: thing.latest_revision.created_at, reverse=True)
    return found[:DRAFTS]


def _translated():
    """Targets of translations: they wait in a list of their own."""
    return Exists(
        Translation.objects.filter(
            source__object_id=OuterRef("translation_key"),
            target_locale=OuterRef("locale"),
            enabled=True,
        )
    )


def to_translate(user, apart=()):
    """What is under way in the user's languages, by status; `apart` stands in another list.

    The number of queries does not depend on how much there is.
    """
    under_way = with_status(
        Translation.objects.filter(
            enabled=True, target_locale__language_code__in=languages_of(user)
        )
    ).exclude(status=Status.CURRENT)
    by_status = {}
    for key, status in under_way.order_by("-source__last_updated_at").values_list("pk", "status"):
        by_status.setdefault(status, []).append(key)
    shown = [key for keys in by_status.values() for key in keys[:TRANSLATIONS]]
    translations = Translation.objects.filter(pk__in=shown)
    targets = targets_of(translations.select_related("source__specific_content_type"))
    found = []
    for status in Status:
        keys = by_status.get(status, ())
        things = [_waiting(targets[key]) for key in keys[:TRANSLATIONS] if key in targets]
        things = [one for one in things if one.url not in {each.url for each in apart}]
        if things:
            found.append(Translations(status.value, status.label, len(keys), things))
    return found


def not_begun(user):
    """For those who do not hold every language: what their languages have no version of."""
    held = languages_of(user)
    if len(held) == len(settings.LANGUAGES):
        return []
    locales = Locale.objects.filter(language_code__in=held)
    found = [(locale, wanted(locale, limit=WANTED)) for locale in locales]
    return [
        (locale, name_in(locale.language_code, get_language()), things)
        for locale, things in found
        if things
    ]


def _waiting(thing, number=0):
    language = name_in(thing.locale.language_code, get_language())
    return Waiting(title_of(thing), edit_url(thing), language, number)


class WaitsPanel(Component):
    """What waits for the user, on the start of the admin."""

    name = "what_waits"
    title = _("Waiting for me")
    template_name = "editorial/waiting.html"
    order = 120

    def get_context_data(self, parent_context):
        """A few short lists."""
        user = parent_context["request"].user
        returned = sent_back(user)
        return {
            "title": self.title,
            "reviews": to_review(user),
            "sent_back": returned,
            "drafts": drafts_to_mend(user),
            "translations": to_translate(user, returned),
            "not_begun": not_begun(user),
            "request": parent_context["request"],
        }
