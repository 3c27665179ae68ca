"""What translation does when others publish, copy or save."""

from urllib.parse import urlsplit

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import published
from wagtail_localize.models import SegmentOverride

from kogu.base.models.public import PublicThing

from .facts import follow_publication

# What a link may begin with.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@receiver(published)
def facts_follow(sender, instance, **_kwargs):
    """Facts of what was just published hold in every language."""
    if issubclass(sender, PublicThing) and instance.live:
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


@receiver(pre_save, sender=SegmentOverride)
def refuse_wild_addresses(sender, instance, raw=False, **_kwargs):
    """The stock editor takes anything for a link's address, `javascript:` too."""
    address = instance.data
    if raw or not address:
        return
    if not isinstance(address, str) or not _leads_somewhere(address):
        raise PermissionDenied


def _leads_somewhere(address):
    here = address.startswith("/") and not address.startswith("//")
    try:
        return here or urlsplit(address).scheme in SCHEMES
    except ValueError:
        return False
