"""The words of an address, and who gets them first."""

from django.core.exceptions import ValidationError
from django.db import connection
from django.dispatch import receiver
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.signals import pre_page_move

from kogu.language.sorting import fold

LONGEST = 200
# Below a page the site itself answers at these (`kogu.urls`).
RESERVED = {"feed", "_util"}


def slug_of(words: str) -> str:
    """The words as an address in ASCII has them, at most `LONGEST` characters; perhaps none."""
    return slugify(fold(words))[:LONGEST]


def free_slug(parent, slug, page=None):
    """The slug, or a numbered form of it, that no other page below the parent has."""
    lock_slugs_below(parent.path)
    slug = f"{slug}-1" if slug in RESERVED else slug
    # As read before the lock, the parent may have no pages below it yet.
    parent = Page.objects.get(pk=parent.pk)
    return find_available_slug(parent, slug, ignore_page_id=page and page.pk)


def refuse_reserved(slug):
    """No page and no snippet takes the address at which the site answers with something else."""
    if slug in RESERVED:
        message = _("The site itself uses the address “%(slug)s”. Please choose another one.")
        raise ValidationError(message % {"slug": slug})


def lock_slugs_below(path):
    """Until the transaction ends nobody else takes a slug below the page with the path.

    Pages have no constraint for it. SQLite has one writer at a time; adding a page
    locks the same row.
    """
    if connection.in_atomic_block and connection.features.has_select_for_update:
        list(Page.objects.select_for_update(no_key=True).filter(path=path).values_list("pk"))


@receiver(pre_page_move)
def lock_destination(sender, parent_page_after, **_kwargs):
    """Locks the slugs below the destination before a page is moved there."""
    lock_slugs_below(parent_page_after.path)
