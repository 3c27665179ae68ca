"""Passages of a translation that are still to be translated, reviewed or corrected."""

from dataclasses import dataclass

from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from .segment_errors import lost_links
from .targets import outstanding


@dataclass(frozen=True)
class Progress:
    """Passages without words, with words made of a former source, and with words that do not fit.

    Of the last there are addresses too.
    """

    unwritten: list
    outdated: list
    refused: list


def progress(translation):
    """The passages that hinder the translation's submission."""
    written = _in_error(translation)
    outdated = [one for one in written if hasattr(one, "outdated")]
    refused = [one for one in written if not hasattr(one, "outdated")]
    known = {(one.translation_of_id, one.context_id) for one in written}
    unwritten = [s for s in outstanding(translation) if (s.string_id, s.context_id) not in known]
    return Progress(unwritten, outdated, [*refused, *_refused_addresses(translation)])


def without_links(translation):
    """Words in use that have lost links of their source."""
    segments = StringSegment.objects.filter(source=translation.source, string__data__contains="<a ")
    linked = dict.fromkeys(segments.values_list("string_id", "context_id"))
    written = StringTranslation.objects.filter(
        locale=translation.target_locale,
        has_error=False,
        translation_of__in={string for string, _context in linked},
        context__object_id=translation.source.object_id,
    ).select_related("translation_of", "context")
    used = (one for one in written if (one.translation_of_id, one.context_id) in linked)
    return [one for one in used if lost_links(one)]


def _in_error(translation):
    """Words written for passages that the source still has."""
    source = translation.source
    strings = StringTranslation.objects.filter(
        locale=translation.target_locale, has_error=True, context__object_id=source.object_id
    ).select_related("context", "translation_of", "outdated__former")
    segments = StringSegment.objects.filter(source=source)
    present = set(segments.values_list("string_id", "context_id")) if strings else ()
    return [one for one in strings if (one.translation_of_id, one.context_id) in present]


def _refused_addresses(translation):
    addresses = OverridableSegment.objects.filter(source=translation.source).values("context_id")
    overrides = SegmentOverride.objects.filter(
        locale=translation.target_locale, has_error=True, context_id__in=addresses
    )
    return list(overrides.select_related("context"))
