"""What waits for somebody: reviews, drafts that lack something, words to translate."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, TaskState
from wagtail_localize.models import Translation

from kogu.base.permissions import languages_of
from kogu.language.markers import name_in
from kogu.translation.statuses import Status, targets_of, with_status
from kogu.translation.wanted import wanted

from .own_work import OwnWork, waiting

# So few that each may be looked into whenever the admin is opened.
TRANSLATIONS = 5
WANTED = 5


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
        things = [waiting(targets[key]) for key in keys[:TRANSLATIONS] if key in targets]
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


class WaitsPanel(Component):
    """What waits for the user, on the start of the admin."""

    name = "what_waits"
    title = _("Waiting for me")
    template_name = "editorial/waiting.html"
    order = 120

    def get_context_data(self, parent_context):
        """A few short lists."""
        user = parent_context["request"].user
        work = OwnWork(user)
        returned = work.sent_back()
        return {
            "title": self.title,
            "reviews": to_review(user),
            "sent_back": returned,
            "in_review": work.in_review(),
            "drafts": work.drafts(),
            "translations": to_translate(user, returned),
            "not_begun": not_begun(user),
            "request": parent_context["request"],
        }
