"""Everything that staff delete goes into the bin, by whichever screen."""

from functools import wraps

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.actions.delete import DeleteAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from kogu.content.models import PublicSnippet
from kogu.patches import wrap

from .snapshots import drop_surviving_translations, take_snapshot


def keep_deleted_items():
    """Goes before Wagtail's deletions; what names no user, as commands, deletes for good."""
    wrap(DeletePageAction, "execute", _keeping_page)
    wrap(DeleteAction, "execute", _keeping_snippet)
    wrap(DeleteBulkAction, "execute_action", _keeping_snippets)


def _keeping_page(stock):
    @wraps(stock)
    def execute(self, *args, skip_permission_checks=False, **kwargs):
        self.check(skip_permission_checks=skip_permission_checks)
        page = self.user and Page.objects.filter(pk=self.page.pk).first()
        # Among several pages one may have gone with another above it.
        item = take_snapshot(page, self.user) if page else None
        result = stock(self, *args, skip_permission_checks=True, **kwargs)
        return _kept(self.page, item, result) if item else result

    return execute


def _keeping_snippet(stock):
    @wraps(stock)
    def execute(self, skip_permission_checks=False):
        self.check(skip_permission_checks=skip_permission_checks)
        if self.user is None or not isinstance(self.instance, PublicSnippet):
            return stock(self, skip_permission_checks=True)
        item = take_snapshot(self.instance, self.user)
        return _kept(self.instance, item, stock(self, skip_permission_checks=True))

    return execute


def _keeping_snippets(stock):
    @wraps(stock.__func__)
    def execute_action(cls, objects, user=None, **kwargs):
        user = kwargs["self"].request.user
        items = [
            (one, take_snapshot(one, user)) for one in objects if isinstance(one, PublicSnippet)
        ]
        result = stock.__func__(cls, objects, user=user, **kwargs)
        for one, item in items:
            _kept(one, item, None)
        return result

    return classmethod(execute_action)


def _kept(instance, item, result):
    drop_surviving_translations(item)
    instance.deleted_item = item
    return result


def offer_undo(request, instances):
    """After a deletion: until when it can be brought back, and how."""
    items = [one.deleted_item for one in instances if hasattr(one, "deleted_item")]
    if not items:
        return
    buttons = [messages.button(reverse("kogu_bin:index"), _("Bin"))]
    if len(items) == 1:
        restore = reverse("kogu_bin:restore", args=[items[0].pk])
        buttons.insert(0, messages.button(restore, _("Undo")))
    words = ngettext(
        "It can be brought back until %(date)s.",
        "They can be brought back until %(date)s.",
        len(items),
    )
    date = date_format(localtime(items[0].purged_at), "SHORT_DATE_FORMAT")
    messages.info(request, words % {"date": date}, buttons=buttons)
