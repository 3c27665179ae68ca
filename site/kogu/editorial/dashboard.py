"""What waits for somebody: reviews, drafts that lack something, words to translate."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, TaskState
from wagtail_localize.models import Translation

from kogu.content.permissions import languages_of
from kogu.language.markers import name_in
from kogu.translation.missing import missing_translations
from kogu.translation.statuses import AT_REST, Status, targets_of, with_status

from .my_drafts import MyDrafts, draft_entry

# So few that each may be looked into whenever the admin is opened.
TRANSLATIONS = 5
WANTED = 5


@dataclass(frozen=True)
class Translations:
    """Translations of one status: how many there are, and the first of them."""

    status: str
    label: str
    number: int
    instances: list


def to_review(user):
    """How many reviews wait for the user."""
    return TaskState.objects.reviewable_by(user).count()


def to_translate(user, apart=()):
    """What is under way in the user's languages, by status; `apart` stands in another list.

    Of each status only the first are fetched, however many there are.
    """
    by_status = _by_status(user)
    most = TRANSLATIONS + len(apart)
    first = [key for keys in by_status.values() for key in keys[:most]]
    translations = Translation.objects.filter(pk__in=first)
    targets = targets_of(translations.select_related("source__specific_content_type"))
    elsewhere = {one.url for one in apart}
    found = []
    for status in Status:
        keys = by_status.get(status, ())
        instances = [draft_entry(targets[key]) for key in keys[:most] if key in targets]
        instances = [one for one in instances if one.url not in elsewhere][:TRANSLATIONS]
        if instances:
            found.append(Translations(status.value, status.label, len(keys), instances))
    return found


def _by_status(user):
    """Keys of what is under way, the latest first; a status is costly, and found out once."""
    translations = Translation.objects.filter(
        enabled=True, target_locale__language_code__in=languages_of(user)
    )
    latest = with_status(translations).order_by("-source__last_updated_at", "-pk")
    found = defaultdict(list)
    for key, status in latest.values_list("pk", "status"):
        if status not in AT_REST:
            found[status].append(key)
    return found


def not_begun(user):
    """For those who do not hold every language: what their languages have no version of."""
    held = languages_of(user)
    if len(held) == len(settings.LANGUAGES):
        return []
    locales = Locale.objects.filter(language_code__in=held)
    found = [(locale, missing_translations(locale, limit=WANTED)) for locale in locales]
    return [
        (locale, name_in(locale.language_code, get_language()), instances)
        for locale, instances in found
        if instances
    ]


class DashboardPanel(Component):
    """Dashboard panel of reviews, drafts and translations that wait for the user."""

    name = "what_waits"
    title = _("Waiting for me")
    template_name = "editorial/waiting.html"
    order = 120

    def get_context_data(self, parent_context):
        """A few short lists."""
        user = parent_context["request"].user
        work = MyDrafts(user)
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
