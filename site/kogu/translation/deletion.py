"""What wagtail-localize clears away when a language of an item is deleted."""

from wagtail_localize import models as localize

from .models import OutdatedTranslation

# Each with the way to the translation key of the item it is about.
_WAYS = {
    localize.TranslatableObject: "translation_key",
    localize.TranslationSource: "object",
    localize.Translation: "source__object",
    localize.TranslationLog: "source__object",
    localize.TranslationContext: "object",
    localize.StringSegment: "source__object",
    localize.TemplateSegment: "source__object",
    localize.RelatedObjectSegment: "source__object",
    localize.OverridableSegment: "source__object",
    localize.StringTranslation: "context__object",
    OutdatedTranslation: "translation__context__object",
    localize.SegmentOverride: "context__object",
}


def rows_about(keys):
    """Everything remembered of the translations of items, by their keys, a query for each kind."""
    return [model.objects.filter(**{f"{way}__in": keys}) for model, way in _WAYS.items()]
