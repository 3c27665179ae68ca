"""Keeps translations of passages whose source has changed, to be reviewed beside the new words.

wagtail-localize finds a translation by the source's words, so that it loses sight of it
as soon as one of them changes.
"""

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import wraps

from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from .models import OutdatedTranslation

ALIKE = 0.5


@dataclass(frozen=True)
class Passage:
    """The source's words at a place."""

    context: int
    string: int
    path: str
    words: str


def keep_translations(refresh_segments):
    """`TranslationSource.refresh_segments`, with the translations of what it changes."""

    @wraps(refresh_segments)
    def refresh(self):
        before = _passages(self)
        refresh_segments(self)
        _carry_over(before, _passages(self))

    return refresh


def review_note(translation):
    """The notice for a translator of a translation that needs review; None for any other."""
    outdated = OutdatedTranslation.objects.filter(pk=translation.pk).select_related("former")
    if found := outdated.first():
        former = StringValue(found.former.data).render_text()
        words = _("Needs review: save it once it fits the new words. The source was: “{former}”")
        return words.format(former=former)
    return None


def _passages(source):
    segments = StringSegment.objects.filter(source=source).order_by("order")
    columns = ("context_id", "string_id", "context__path", "string__data")
    return list(dict.fromkeys(Passage(*row) for row in segments.values_list(*columns)))


def _carry_over(before, after):
    """Give new passages the translations of those whose place they take."""
    gone = [one for one in before if one not in set(after)]
    fresh = [one for one in after if one not in set(before)]
    if not (gone and fresh):
        return
    moved, changed = _moved(gone, fresh), []
    left = [one for one in gone if one not in moved.values()]
    for context in dict.fromkeys(one.context for one in fresh):
        former = [one for one in left if one.context == context]
        now = [one for one in fresh if one.context == context and one not in moved]
        changed += _paired(former, now)
    _copy([(old, new, False) for new, old in moved.items()])
    # An address says nothing that could be outdated.
    _copy([(old, new, new.path != "slug") for old, new in changed])


def _moved(gone, fresh):
    """Words that stand elsewhere now, as when a block was made anew."""
    by_words = {one.string: one for one in gone}
    return {one: by_words[one.string] for one in fresh if one.string in by_words}


def _paired(former, now):
    """Passages of one place with what they became: the most alike first, the rest in order."""
    alike = [
        (SequenceMatcher(None, old.words, new.words, autojunk=False).ratio(), old, new)
        for old in former
        for new in now
    ]
    found = {}
    for ratio, old, new in sorted(alike, key=lambda one: -one[0]):
        if ratio >= ALIKE and old not in found and new not in found.values():
            found[old] = new
    left = [one for one in now if one not in found.values()]
    rest = zip((one for one in former if one not in found), left, strict=False)
    return [*found.items(), *rest]


def _copy(pairs):
    """Copies of the old passages' translations for the new ones, which keep what they have."""
    written = _translations(passage for old, new, _outdated in pairs for passage in (old, new))
    copies, marks = [], []
    for old, new, is_outdated in pairs:
        taken = {one.locale_id for one in written[new.string, new.context]}
        for one in written[old.string, old.context]:
            if one.locale_id not in taken:
                mark = getattr(one, "outdated", None)
                former = mark.former_id if mark else old.string if is_outdated else None
                copies.append(_copied(one, new, former is not None))
                marks.append(former)
    StringTranslation.objects.bulk_create(copies)
    OutdatedTranslation.objects.bulk_create(
        OutdatedTranslation(translation=one, former_id=former)
        for one, former in zip(copies, marks, strict=True)
        if former is not None
    )


def _translations(passages):
    passage_keys = {(one.string, one.context) for one in passages}
    rows = StringTranslation.objects.filter(
        translation_of__in={string for string, _context in passage_keys},
        context__in={context for _string, context in passage_keys},
    )
    found = defaultdict(list)
    for row in rows.select_related("outdated"):
        found[row.translation_of_id, row.context_id].append(row)
    return found


def _copied(translation, passage, is_outdated):
    """`has_error` keeps it out of the count of what is translated."""
    return StringTranslation(
        translation_of_id=passage.string,
        context_id=passage.context,
        locale_id=translation.locale_id,
        data=translation.data,
        translation_type=translation.translation_type,
        tool_name=translation.tool_name,
        last_translated_by_id=translation.last_translated_by_id,
        has_error=is_outdated or translation.has_error,
    )
