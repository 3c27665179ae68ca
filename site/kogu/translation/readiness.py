"""A translation is ready when every word of it is translated, and fits."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue

from kogu.base.completeness import Problem

from .progress import progress
from .targets import translation_of

SHOWN = 60


def lacks(thing):
    """Problems while words do not fit their fields, or words of the source wait for translation."""
    translation = translation_of(thing)
    if translation is None:
        return []
    found = progress(translation)
    return [
        *map(refusal, found.refused),
        *untranslated(found.unwritten),
        *to_review(found.outdated),
    ]


def refusal(written):
    """What was written, and why it does not fit, at its field."""
    shown = written.data if len(written.data) <= SHOWN else f"{written.data[:SHOWN]}…"
    message = _("You wrote “%(typed)s”. %(reason)s")
    words = {"typed": shown, "reason": written.get_error()}
    return Problem(written.context.path.split(".")[0], message % words)


def untranslated(waiting):
    """A problem while words of the source wait for translation."""
    if not waiting:
        return []
    message = ngettext(
        "%(count)s passage is not translated yet: “%(first)s”",
        "%(count)s passages are not translated yet, the first: “%(first)s”",
        len(waiting),
    ) % {"count": len(waiting), "first": _shown(waiting[0].string)}
    return [Problem(_("translation"), message)]


def to_review(outdated):
    """A problem while translations are of words that the source no longer has."""
    if not outdated:
        return []
    message = ngettext(
        "%(count)s passage needs review, for its source has changed: “%(first)s”",
        "%(count)s passages need review, for their source has changed, the first: “%(first)s”",
        len(outdated),
    ) % {"count": len(outdated), "first": _shown(outdated[0].translation_of)}
    return [Problem(_("translation"), message)]


def _shown(string):
    return StringValue(string.data).render_text()[:SHOWN]
