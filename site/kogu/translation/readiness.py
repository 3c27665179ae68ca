"""A translation is ready when every word of it is translated, and fits."""

from django.db.models import Min
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue

from kogu.content.completeness import Problem

from .language_status import changed_since, source_of
from .progress import progress, without_links
from .segment_errors import lost_links
from .targets import translation_of

SHOWN = 60


def translation_problems(instance):
    """What hinders a translation: words that wait, do not fit, lost a link or are out of date."""
    translation = translation_of(instance)
    if translation is None or _changed_in_review(instance, translation.source):
        return []
    found = progress(translation)
    return [
        *map(invalid_passage, found.refused),
        *untranslated_passages(found.unwritten),
        *passages_to_review(found.outdated),
        *map(lost_link, without_links(translation)),
        *source_changed(instance, translation.source),
    ]


def _changed_in_review(instance, source):
    """Whether the source's words were taken anew after this was submitted.

    The version that is reviewed was whole, and stays as it was.
    """
    states = instance.workflow_states.select_related("current_task_state").order_by("-created_at")
    state = states.first()
    if state is None or state.status not in {state.STATUS_IN_PROGRESS, state.STATUS_APPROVED}:
        return False
    if state.current_task_state.revision_id != instance.latest_revision_id:
        return False
    steps = state.task_states.filter(revision=instance.latest_revision_id)
    submitted_at = steps.aggregate(at=Min("started_at"))["at"]
    return submitted_at is not None and source.last_updated_at > submitted_at


def invalid_passage(written):
    """What was written, and why it does not fit, at its field."""
    shown = written.data if len(written.data) <= SHOWN else f"{written.data[:SHOWN]}…"
    message = _("You wrote “%(typed)s”. %(reason)s")
    words = {"typed": shown, "reason": written.get_error()}
    return Problem(_field(written), message % words)


def untranslated_passages(waiting):
    """A problem while words of the source wait for translation."""
    if not waiting:
        return []
    message = ngettext(
        "%(count)s passage is not translated yet: “%(first)s”",
        "%(count)s passages are not translated yet, the first: “%(first)s”",
        len(waiting),
    ) % {"count": len(waiting), "first": _shown(waiting[0].string)}
    return [Problem(_("translation"), message)]


def passages_to_review(outdated):
    """A problem while translations are of words that the source no longer has."""
    if not outdated:
        return []
    message = ngettext(
        "%(count)s passage needs review, for its source has changed: “%(first)s”",
        "%(count)s passages need review, for their source has changed, the first: “%(first)s”",
        len(outdated),
    ) % {"count": len(outdated), "first": _shown(outdated[0].translation_of)}
    return [Problem(_("translation"), message)]


def lost_link(written):
    """A warning where words have lost links of their source."""
    links = ", ".join(_("“{text}”").format(text=link.get_text()) for link in lost_links(written))
    message = _("“%(text)s” has lost a link of the source: %(links)s")
    text = StringValue(written.data).render_text()[:SHOWN]
    return Problem(_field(written), message % {"text": text, "links": links}, is_warning=True)


def source_changed(instance, source):
    """A warning while the source has other words; each publication has a warning of its own."""
    origin = source_of(instance, source)
    if not changed_since(origin, source):
        return []
    message = _("The source was published with other words on %(date)s. Bring them in first.")
    date = date_format(localtime(origin.last_published_at), "SHORT_DATETIME_FORMAT")
    return [Problem(_("translation"), message % {"date": date}, is_warning=True)]


def _field(written):
    return written.context.path.split(".")[0]


def _shown(string):
    return StringValue(string.data).render_text()[:SHOWN]
