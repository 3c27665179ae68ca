"""Receivers of signals about publishing, copying and saving."""

from bs4 import BeautifulSoup
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import published
from wagtail_localize.models import SegmentOverride, StringTranslation
from wagtail_localize.strings import StringValue

from kogu.content.models.public import PublicItem
from kogu.content.slugs import slug_of

from .models import OutdatedTranslation
from .segment_errors import override_error, string_error
from .shared_fields import follow_publication


@receiver(published)
def sync_shared_facts(sender, instance, **_kwargs):
    """Facts of what was just published hold in every language."""
    if issubclass(sender, PublicItem) and instance.live:
        follow_publication(instance)


@receiver(pre_save)
def refuse_aliases(sender, instance, raw=False, **_kwargs):
    """An alias shows one language's words under another's address."""
    if not raw and issubclass(sender, Page) and instance.alias_of_id:
        # Wagtail's API of the admin expects an error to say its field.
        message = _(
            "Kogu has no alias pages: translate the page, or link to it in its own language."
        )
        raise ValidationError({NON_FIELD_ERRORS: [message]})


@receiver(pre_save, sender=StringTranslation)
def validate_string_translation(sender, instance, raw=False, update_fields=None, **_kwargs):
    """Words that do not fit their field are kept, and stay out of the draft.

    What somebody saves is reviewed.
    """
    if raw:
        return
    if instance.pk and (update_fields is None or "data" in update_fields):
        OutdatedTranslation.objects.filter(pk=instance.pk).delete()
    if instance.context and instance.context.path == "slug":
        text = BeautifulSoup(instance.data, "html.parser").get_text()
        instance.data = slug_of(text) or instance.data
    instance.has_error = bool(string_error(instance))


@receiver(post_save, sender=StringTranslation)
def save_validation_result(sender, instance, raw=False, update_fields=None, **_kwargs):
    """It is kept also where words are saved without naming `has_error`."""
    if not raw and update_fields is not None and "has_error" not in update_fields:
        StringTranslation.objects.filter(pk=instance.pk).update(has_error=instance.has_error)


@receiver(post_save, sender=SegmentOverride)
def validate_override(sender, instance, raw=False, **_kwargs):
    """So it is with an address. It is updated without naming `has_error`."""
    if not raw:
        instance.has_error = bool(override_error(instance))
        SegmentOverride.objects.filter(pk=instance.pk).update(has_error=instance.has_error)


@receiver(post_save, sender=StringTranslation)
def set_draft_title(sender, instance, raw=False, **_kwargs):
    """Lists of pages call a draft by its translated title."""
    if raw or instance.has_error or not instance.context or instance.context.path != "title":
        return
    pages = Page.objects.filter(
        translation_key=instance.context.object_id, locale_id=instance.locale_id
    )
    pages.update(draft_title=StringValue(instance.data).render_text())
