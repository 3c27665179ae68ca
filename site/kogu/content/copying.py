"""Copying a page: what belongs to that one page alone is not in its copy.

A copy is a draft. Each kind of page names in `not_copied` what its copies do not take over.
"""

from functools import wraps

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.actions.copy_page import CopyPageAction
from wagtail.admin.forms.pages import CopyForm as WagtailCopyForm

from kogu.patches import wrap

from .slugs import free_slug, slug_of

LONGEST = 255
# The short name follows the title until somebody writes another, as in the editor.
FOLLOWED = {
    "data-controller": "w-sync",
    "data-action": "focus->w-sync#check blur->w-sync#apply keyup->w-sync#apply",
    "data-w-sync-target-value": "#id_new_slug",
}


class CopyForm(WagtailCopyForm):
    """Where the copy goes and what it is called; it is neither published nor an alias."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        title = title_of_copy(self.page)
        self.fields["new_title"] = forms.CharField(
            label=self.fields["new_title"].label,
            initial=title,
            max_length=LONGEST,
            widget=forms.TextInput(attrs=FOLLOWED),
        )
        self.fields["new_slug"].required = False
        self.fields["new_slug"].initial = free_slug(self.page.get_parent(), slug_of(title))

    def clean(self):
        """The short name is numbered where it is taken; from the title where it is empty."""
        cleaned = self.cleaned_data
        if "new_slug" in cleaned:
            parent = cleaned.get("new_parent_page") or self.page.get_parent()
            candidate = cleaned["new_slug"] or slug_of(cleaned.get("new_title", "")) or "page"
            cleaned["new_slug"] = free_slug(parent, candidate)
        return super().clean()


def title_of_copy(page):
    """The title of the page with “(copy)” in its own language."""
    with override(page.locale.language_code):
        mark = _("(copy)")
    return f"{page.title[: LONGEST - len(mark) - 1]} {mark}"


def exclude_fields_from_copies():
    """Every copy, of a page or of a tree, except that from which a translation begins."""
    wrap(CopyPageAction, "_copy_page", _leaving_out)


def _leaving_out(stock):
    @wraps(stock)
    def _copy_page(self, page, to=None, update_attrs=None, exclude_fields=None, **options):
        excluded = [*(exclude_fields or ())]
        if self.reset_translation_key:
            excluded += getattr(page.specific_class, "not_copied", ())
        return stock(self, page, to, update_attrs, excluded, **options)

    return _copy_page
