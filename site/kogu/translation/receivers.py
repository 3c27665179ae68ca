"""What translation does when others publish, copy or save."""

from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import published

from kogu.base.models.public import PublicThing

from .facts import follow_publication


@receiver(published)
def facts_follow(sender, instance, **_kwargs):
    """Facts of what was just published hold in every language."""
    if issubclass(sender, PublicThing) and instance.live:
        follow_publication(instance)


@receiver(pre_save)
def refuse_aliases(sender, instance, raw=False, **_kwargs):
    """An alias shows one language's words under another's address."""
    if not raw and issubclass(sender, Page) and instance.alias_of_id:
        raise ValidationError(
            _("Kogu has no alias pages: translate the page, or link to it in its own language.")
        )
