"""Translations as drafts: made, brought up to date, and only published whole.

Replaces `Translation.save_target`, which writes draft words into live rows,
starts from the live row instead of the latest draft, and publishes after the
commit (docs/decisions/0012).
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from kogu.content.slugs import free_slug

from .field_declarations import declarations_of
from .revision_patches import typed_texts
from .segment_errors import string_error
from .slugs import without_derived_slugs


class ParentNotTranslated(ValidationError):
    """The page above is not there in that language yet."""


class OtherSource(ValidationError):
    """The item is already translated from another language."""


@transaction.atomic
def start(instance, locales, user=None):
    """Begin translating an item into languages; returns the translations, none of them live."""
    instance = instance.specific if isinstance(instance, Page) else instance
    other = TranslationSource.objects.filter(object_id=instance.translation_key)
    other = other.exclude(locale=instance.locale).select_related("locale").first()
    if other is not None:
        raise OtherSource(
            _("This is translated from %(language)s already; translate it from there.")
            % {"language": other.locale.get_display_name()}
        )
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    translations = []
    for locale in locales:
        translation, _created = Translation.objects.update_or_create(
            source=source, target_locale=locale, defaults={"enabled": True}
        )
        save_draft(translation, user)
        translations.append(translation)
    return translations


@transaction.atomic
def save_draft(translation, user=None):
    """Save the draft of the target as a revision.

    A draft is all it is: live rows keep what they say until it is published.
    """
    source, locale = translation.source, translation.target_locale
    target = draft_of(translation, user)
    if not target.live:
        target.save()
    revision = target.save_revision(user=user, changed=True, clean=False)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    return revision


def draft_of(translation, user=None):
    """The target with all words translated so far, those that need review as they were and the
    rest in the source's; not saved, unless there was none. A new page is the user's who began it.
    """
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    target = _latest(source, locale) or _new(original, locale, user)
    before = _row_keys(target)
    copy_synchronised_fields(original, target)
    ingest_segments(original, target, source.locale, locale, _segments(source, locale))
    _renew_raw_data(target)
    target.as_typed = typed_texts(type(target), target.as_typed, before, _row_keys(target))
    _normalize_slug(target)
    return target


def _renew_raw_data(target):
    """Stock writes words into the blocks only; stories are presented from their raw data."""
    for field in target._meta.concrete_fields:
        if isinstance(field, StreamField):
            setattr(target, field.name, field.to_python(field.value_to_string(target)))


def _segments(source, locale):
    """Words as they are translated; where they need review the former ones, else the source's."""
    segments = source._get_segments_for_translation(locale, fallback=True)
    outdated = StringTranslation.objects.filter(
        locale=locale, context__object_id=source.object_id, outdated__isnull=False
    ).select_related("translation_of", "context")
    kept = {(one.context.path, one.translation_of.data): one for one in outdated}
    for segment in segments:
        one = isinstance(segment, StringSegmentValue) and kept.get(
            (segment.path, segment.string.data)
        )
        if one and not string_error(one):
            segment.string = StringValue(one.data)
    return segments


def _row_keys(target):
    names = [field.get_accessor_name() for field in declarations_of(type(target)).word_rows]
    return {n: [str(row.translation_key) for row in getattr(target, n).all()] for n in names}


def _normalize_slug(target):
    """A short name as a translator writes it is no address yet."""
    if isinstance(target, Page):
        target.slug = free_slug(target.get_parent(), slugify(target.slug) or "page", target)
    elif hasattr(target, "normalize_slug"):
        target.normalize_slug()


def _latest(source, locale):
    model = source.specific_content_type.model_class()
    row = model.objects.filter(translation_key=source.object_id, locale=locale).first()
    return row and row.get_latest_revision_as_object()


def _new(original, locale, user):
    if not isinstance(original, Page):
        return _new_snippet(original, locale)
    parent = original.get_parent()
    if parent.depth > 1 and not parent.has_translation(locale):
        raise ParentNotTranslated(
            _("“%(page)s” is not there in %(language)s yet; translate it first.")
            % {"page": parent.title, "language": locale.get_display_name()}
        )
    page = original.copy_for_translation(locale)
    page.owner = user or page.owner
    return page


def _new_snippet(original, locale):
    """A copy carries the source's history; a new language begins its own."""
    target = original.copy_for_translation(locale)
    target.live, target.has_unpublished_changes = False, True
    target.live_revision = target.latest_revision = None
    target.first_published_at = target.last_published_at = None
    target.go_live_at = target.expire_at = None
    target.save()
    return target


def outstanding(translation):
    """Words of the source that have no translation without an error yet."""
    translated = StringTranslation.objects.filter(
        locale=translation.target_locale, has_error=False
    ).values_list("translation_of_id", "context_id")
    done = set(translated.filter(context__object_id=translation.source.object_id))
    segments = StringSegment.objects.filter(source=translation.source)
    segments = segments.select_related("string", "context").order_by("order")
    return without_derived_slugs([s for s in segments if (s.string_id, s.context_id) not in done])


def translation_of(instance):
    """The enabled translation whose target the item is, or None."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale=instance.locale_id,
            enabled=True,
        )
        .select_related("source", "target_locale")
        .first()
    )
