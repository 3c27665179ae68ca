"""Puts the region's own translations in, as a translator would have: word by word."""

from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from kogu.translation import targets

from .factories.base import locale_of
from .factories.publishing import fresh


class Misaligned(Exception):
    """A translation has other passages than its source."""


def translate(source_instance, target_instance, language, translator=None, *, published=True):
    """Translate an item into `language`; hands back the target.

    The words are the translator's; the revision is nobody's, as all of the demo's.
    """
    source = source_of(source_instance)
    locale = locale_of(language)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    _write_strings(source, target_instance, locale, translator)
    revision = targets.save_draft(translation)
    if published:
        revision.publish()
    return fresh(translation.get_target_instance())


def source_of(instance):
    """The item as translators have it before them: as it is now."""
    if isinstance(instance, TranslationSource):
        return instance
    return TranslationSource.update_or_create_from_instance(instance)[0]


def _write_strings(source, target_instance, locale, translator):
    passages_of = passages_by_path(target_instance)
    segments = source.stringsegment_set.select_related("context").order_by("order")
    rows = {}
    for segment in segments:
        passages = passages_of.get(segment.context.path)
        if not passages:
            raise Misaligned(f"{source.object_repr}: nothing for {segment.context.path}")
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            data=passages.pop(0),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            last_translated_by=translator,
        )
    former = StringTranslation.objects.filter(locale=locale, context__object_id=source.object_id)
    former.filter(outdated__isnull=False).delete()
    StringTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "last_translated_by"],
    )


def passages_by_path(target_instance):
    """The words of an unsaved item by path, in their order."""
    passages_of = {}
    for segment in extract_segments(target_instance):
        if isinstance(segment, StringSegmentValue):
            passages_of.setdefault(segment.path, []).append(segment.string.data)
    return passages_of
