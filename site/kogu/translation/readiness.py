"""A translation is ready when every word of it is translated."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue

from kogu.base.completeness import Problem

from .targets import outstanding, translation_of

SHOWN = 60


def untranslated(thing):
    """A problem while words of the source wait for translation."""
    translation = translation_of(thing)
    if translation is None:
        return []
    waiting = outstanding(translation)
    if not waiting:
        return []
    first = StringValue(waiting[0].string.data).render_text()
    message = ngettext(
        "%(count)s passage is not translated yet: “%(first)s”",
        "%(count)s passages are not translated yet, the first: “%(first)s”",
        len(waiting),
    ) % {"count": len(waiting), "first": first[:SHOWN]}
    return [Problem(_("translation"), message)]
