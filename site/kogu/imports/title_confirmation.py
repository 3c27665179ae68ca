"""Titles that were only proposed: a page that has one waits for a person's word."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kogu.content.completeness import Problem, register_check
from kogu.imports.models import ProvisionalTitle


@register_check
def provisional_title(thing):
    """The title the importer proposed, while nobody has changed or confirmed it."""
    if isinstance(thing, Page) and is_provisional(thing):
        words = _("The import proposed this title. Change it, or confirm it in the page's menu.")
        return [Problem("title", words)]
    return []


def is_provisional(page):
    """Whether the page still carries the proposed title, unconfirmed."""
    return ProvisionalTitle.objects.filter(page_id=page.pk, title=page.title).exists()


def confirm(page):
    """Somebody says that the proposed title is right."""
    ProvisionalTitle.objects.filter(page_id=page.pk).delete()
