"""A translated title gives the address its words, until somebody writes others."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from kogu.content.slugs import slug_of

TITLES = ("title", "name")
# Shown to the translator as the tool that wrote it.
OURS = "Kogu"


@receiver(post_save, sender=StringTranslation)
def update_slug_from_title(sender, instance, raw=False, **_kwargs):
    """The address passage is on another tab, and easily missed."""
    context = instance.context
    if raw or instance.has_error or context is None or context.path not in TITLES:
        return
    segments = StringSegment.objects.filter(
        source__object_id=context.object_id, context__path="slug"
    )
    segment = segments.select_related("context").first()
    words = slug_of(StringValue(instance.data).render_text())
    if segment is None or not words:
        return
    written, created = StringTranslation.objects.get_or_create(
        translation_of_id=segment.string_id,
        context=segment.context,
        locale_id=instance.locale_id,
        defaults={
            "data": words,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": OURS,
            "last_translated_by_id": instance.last_translated_by_id,
        },
    )
    if not created and written.tool_name == OURS and not _is_live(segment, instance.locale_id):
        written.data = words
        written.save(update_fields=["data"])


def without_derived_slugs(segments):
    """Passages without the address to which a title among them will give its words."""
    has_title = any(segment.context.path in TITLES for segment in segments)
    return [s for s in segments if not (has_title and s.context.path == "slug")]


def _is_live(segment, locale_id):
    """Readers may have kept a live address."""
    found = Translation.objects.filter(source=segment.source_id, target_locale=locale_id)
    return any(translation.get_target_instance().live for translation in found)
