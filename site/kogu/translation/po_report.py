"""What becomes of each entry of a PO file, in words for its translator."""

from dataclasses import dataclass, field

import polib
from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail_localize.models import StringSegment, StringTranslation

from kogu.content.completeness import label

from .progress import progress, without_links
from .readiness import SHOWN, invalid_passage, lost_link

LISTED = 10
UNTRANSLATED = gettext_lazy("Not translated in the file")
FUZZY = gettext_lazy("Marked as fuzzy in the file")
TWICE = gettext_lazy("A later entry of the same passage was taken")
UNCHANGED = gettext_lazy("Translated so already")
FORMER = gettext_lazy("No longer in the source")
UNKNOWN = gettext_lazy("Not of this translation")


@dataclass
class SortedEntries:
    """The entries to be taken, by passage, and those that are ignored, by reason."""

    taken: dict = field(default_factory=dict)
    ignored: dict = field(default_factory=dict)

    def ignore(self, reason, entry):
        """Leave the entry out."""
        self.ignored.setdefault(reason, []).append(entry)


def sort_entries(translation, po):
    """What is to be done with each entry; the number of queries does not depend on how many."""
    source = translation.source
    passages = StringSegment.objects.filter(source=source)
    passages = set(passages.values_list("string__data", "context__path"))
    written = StringTranslation.objects.filter(
        context__object_id=source.object_id, locale=translation.target_locale
    ).values_list("translation_of__data", "context__path", "data", "has_error")
    current = {(words, path): (data, has_error) for words, path, data, has_error in written}
    found = SortedEntries()
    for entry in po:
        passage = entry.msgid, entry.msgctxt
        if entry.obsolete and passage in current:
            continue  # the file's own memory, as it was downloaded
        if reason := _reason(entry, passage, passages, current):
            found.ignore(reason, entry)
            continue
        if passage in found.taken:
            found.ignore(TWICE, found.taken[passage])
        found.taken[passage] = entry
    return found


def _reason(entry, passage, passages, current):
    """Why the entry is ignored; None when it is not."""
    if passage not in passages:
        return FORMER if passage in current else UNKNOWN
    if not entry.msgstr:
        return UNTRANSLATED
    if entry.fuzzy:
        return FUZZY
    return UNCHANGED if current.get(passage) == (entry.msgstr, False) else None


def apply_entries(translation, entries, metadata, user):
    """Write the entries; what they repeat of a translation that needs review is reviewed."""
    po = polib.POFile()
    po.metadata = metadata
    po += entries.values()
    translation.import_po(po, user=user, tool_name="PO File")
    for one in progress(translation).outdated:
        if (one.translation_of.data, one.context.path) in entries:
            one.save()


def report(request, translation, target, found):
    """Tell how many entries were applied, and of every other one why it was not."""
    refused = [one for one in progress(translation).refused if _is_of(one, found.taken)]
    _tell_applied(request, len(found.taken) - len(refused))
    _tell_ignored(request, found.ignored)
    _tell_refused(request, target, [invalid_passage(one) for one in refused])
    for one in without_links(translation):
        if _is_of(one, found.taken):
            _tell_problem(request, messages.WARNING, target, lost_link(one))


def _is_of(written, taken):
    source = getattr(written, "translation_of", None)
    return source is not None and (source.data, written.context.path) in taken


def _tell_applied(request, count):
    words = ngettext("%(count)s entry was applied.", "%(count)s entries were applied.", count)
    tell = messages.success if count else messages.warning
    tell(request, words % {"count": count})


def _tell_ignored(request, ignored):
    count = sum(map(len, ignored.values()))
    if count:
        words = ngettext("%(count)s entry was ignored:", "%(count)s entries were ignored:", count)
        messages.warning(request, words % {"count": count})
    for reason, entries in ignored.items():
        named = "" if reason is UNCHANGED else f": {_named(entries)}"
        messages.warning(request, f"{reason} ({len(entries)}){named}")


def _tell_refused(request, target, problems):
    if problems:
        words = ngettext(
            "%(count)s entry does not fit. It is kept beside its passage:",
            "%(count)s entries do not fit. They are kept beside their passages:",
            len(problems),
        )
        messages.error(request, words % {"count": len(problems)})
    for problem in problems:
        _tell_problem(request, messages.ERROR, target, problem)


def _tell_problem(request, level, target, problem):
    words = f"{label(target, problem.field)}: {problem.message}"
    messages.add_message(request, level, words)


def _short(entry):
    words = entry.msgstr or next(iter(entry.msgstr_plural.values()), "") or entry.msgid
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _named(entries):
    named = ", ".join(_("“{text}”").format(text=_short(entry)) for entry in entries[:LISTED])
    left = len(entries) - LISTED
    if left <= 0:
        return named
    return " ".join((named, _("and {count} more").format(count=left)))
