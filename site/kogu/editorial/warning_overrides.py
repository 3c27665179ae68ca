"""Warnings, and the reasons why somebody went on all the same."""

import hashlib
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.log_actions import LogFormatter, log

from kogu.content.completeness import Problem, problems

from .models import Override

ACTION = "kogu.override"


@dataclass(frozen=True)
class WarningText:
    """A warning as its reader sees it, and as it is kept: in the site's first language."""

    shown: Problem
    kept: Problem


def warnings(draft):
    """Every warning of the draft that nobody has given a reason for yet."""
    shown = [problem for problem in problems(draft) if problem.is_warning]
    if not shown:
        return []
    with override(settings.LANGUAGE_CODE):
        kept = [_as_text(problem) for problem in problems(draft) if problem.is_warning]
    given = set(_given(draft).values_list("field", "message"))
    found = [WarningText(one, other) for one, other in zip(shown, kept, strict=True)]
    return [one for one in found if (one.kept.field, one.kept.message) not in given]


def _as_text(problem):
    return replace(problem, field=str(problem.field)[:100], message=str(problem.message))


def fingerprint(warned):
    """A digest of the warnings: a reason is refused when they changed meanwhile."""
    words = "\n".join(f"{one.kept.field}: {one.kept.message}" for one in warned)
    return hashlib.sha256(words.encode()).hexdigest()


def record_override(instance, warned, reason, user):
    """Keep the reason, and log it in the item's history."""
    for one in warned:
        Override.objects.create(
            key=instance.translation_key,
            locale=instance.locale.language_code,
            field=one.kept.field,
            message=one.kept.message,
            reason=reason,
            user=user,
        )
    data = {"reason": reason, "warnings": [one.kept.message for one in warned]}
    log(instance, ACTION, user=user, data=data)


def _given(instance):
    return Override.objects.filter(
        key=instance.translation_key, locale=instance.locale.language_code
    )


class OverrideFormatter(LogFormatter):
    """Formats the log entry of warnings that were overridden."""

    label = _("Went on in spite of warnings")

    def format_message(self, log_entry):
        """The reason, and what it was given for."""
        words = _("In spite of “%(warnings)s”, because: %(reason)s")
        return words % {
            "warnings": " ".join(log_entry.data.get("warnings", ())),
            "reason": log_entry.data.get("reason", ""),
        }
