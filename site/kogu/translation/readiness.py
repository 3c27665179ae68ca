"""A translation is ready when every word of it is translated, and fits."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue

from kogu.base.completeness import Problem

from .targets import refused, translation_of, unwritten

SHOWN = 60


def lacks(thing):
    """Problems while words do not fit their fields, or words of the source wait for translation."""
    translation = translation_of(thing)
    if translation is None:
        return []
    unfit = refused(translation)
    return [*map(refusal, unfit), *untranslated(unwritten(translation, unfit))]


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
    first = StringValue(waiting[0].string.data).render_text()
    message = ngettext(
        "%(count)s passage is not translated yet: “%(first)s”",
        "%(count)s passages are not translated yet, the first: “%(first)s”",
        len(waiting),
    ) % {"count": len(waiting), "first": first[:SHOWN]}
    return [Problem(_("translation"), message)]
