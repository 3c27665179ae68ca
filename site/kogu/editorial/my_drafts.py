"""What somebody wrote and has not published: sent back, in review, and drafts."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page, WorkflowState, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from kogu.content.completeness import problems
from kogu.content.models import PublicSnippet
from kogu.content.models.public import PublicItem
from kogu.language.markers import name_in
from kogu.translation.statuses import title_of

from .edit_views import edit_url

# So many are looked into for what they lack whenever the admin is opened.
LOOKED_INTO = 5
MOST = 100


@dataclass(frozen=True)
class DraftEntry:
    """Something to go on with, and how much there is to do."""

    title: str
    url: str
    language: str
    number: int = 0
    comment: str = ""


def draft_entry(instance, number=0, comment=""):
    """The item as a line of the list."""
    language = name_in(instance.locale.language_code, get_language())
    return DraftEntry(title_of(instance), edit_url(instance), language, number, comment)


class MyDrafts:
    """Each item stands in one of the three lists."""

    def __init__(self, user):
        self.user = user

    def sent_back(self):
        """Drafts that a reviewer sent back, with the comment."""
        return [
            draft_entry(state.content_object, comment=state.current_task_state.comment)
            for state in self._states
            if state.status == WorkflowState.STATUS_NEEDS_CHANGES
        ]

    def in_review(self):
        """What waits for a reviewer, translations apart: they have a list of their own."""
        instances = [
            state.content_object
            for state in self._states
            if state.status == WorkflowState.STATUS_IN_PROGRESS
        ]
        keys = [instance.translation_key for instance in instances]
        translations = Translation.objects.filter(enabled=True, source__object_id__in=keys)
        targets = set(translations.values_list("source__object_id", "target_locale_id"))
        return [
            draft_entry(instance)
            for instance in instances
            if (instance.translation_key, instance.locale_id) not in targets
        ]

    def drafts(self):
        """All other drafts; the latest with how much they lack."""
        submitted = {(state.base_content_type_id, state.object_id) for state in self._states}
        found = []
        for instance in self._unpublished:
            model = Page if isinstance(instance, Page) else type(instance)
            if (ContentType.objects.get_for_model(model).pk, str(instance.pk)) not in submitted:
                number = _number_of_errors(instance) if len(found) < LOOKED_INTO else 0
                found.append(draft_entry(instance, number))
        return found

    @cached_property
    def _states(self):
        """Reviews that the user asked for, or that somebody did for the user's page."""
        pages = [str(instance.pk) for instance in self._unpublished if isinstance(instance, Page)]
        own = Q(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=pages)
        states = WorkflowState.objects.active().filter(own | Q(requested_by=self.user))
        states = states.select_related("current_task_state")
        states = states.prefetch_related("content_object__locale")
        states = states.order_by("-current_task_state__started_at")[:MOST]
        return [state for state in states if state.content_object]

    @cached_property
    def _unpublished(self):
        """Pages are the user's who began them, snippets theirs who wrote the latest version."""
        pages = Page.objects.filter(owner=self.user, has_unpublished_changes=True)
        types = ContentType.objects.get_for_models(*get_page_models())
        ours = [one for model, one in types.items() if issubclass(model, PublicItem)]
        found = list(_latest(pages.filter(content_type__in=ours)))
        for model in get_snippet_models():
            if issubclass(model, PublicSnippet):
                rows = model._default_manager.filter(has_unpublished_changes=True)
                found += _latest(rows.filter(latest_revision__user=self.user))
        found.sort(key=lambda instance: instance.latest_revision.created_at, reverse=True)
        return found[:MOST]


def _latest(rows):
    rows = rows.exclude(_translated()).exclude(latest_revision=None)
    rows = rows.select_related("latest_revision", "locale")
    return rows.order_by("-latest_revision__created_at")[:MOST]


def _translated():
    """Targets of translations: they wait in a list of their own."""
    return Exists(
        Translation.objects.filter(
            source__object_id=OuterRef("translation_key"),
            target_locale=OuterRef("locale"),
            enabled=True,
        )
    )


def _number_of_errors(instance):
    instance = instance.specific if isinstance(instance, Page) else instance
    found = problems(instance.get_latest_revision_as_object())
    return sum(not problem.is_warning for problem in found)
