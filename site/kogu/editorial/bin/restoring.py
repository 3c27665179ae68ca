"""Brings a deleted item back."""

from django.db import DataError, IntegrityError, transaction
from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search import index
from wagtail_localize.models import StringTranslation

from kogu.content.receivers import touch_by
from kogu.content.slugs import free_slug
from kogu.language.markers import name_in
from kogu.translation.receivers import set_draft_title
from kogu.translation.shared_fields import follow_others

from .publication import withhold_from_public
from .rows import ReturningRows
from .versions import later_version

RESTORED = "kogu.restore"


class NotRestorable(Exception):
    """Why the item stays in the bin, in words for the editor."""


def parent_of(item):
    """The page below which it stood, or nothing where that is gone too."""
    return Page.objects.filter(pk=item.parent_page_id).first()


@transaction.atomic
def restore(item, user, parent=None, slug=""):
    """Write the rows of the item again, below the parent if it is a page.

    Returns it, and what the editor is to know of it. Where it raises `NotRestorable`, nothing
    was written.
    """
    rows = ReturningRows(item)
    if rows.has_unknown_model():
        raise _unknown()
    if parent is not None:
        _refuse_full(item, parent)
        _place(rows, item, parent, free_slug(parent, slug or item.slug))
    notes = withhold_from_public(rows, item, user, parent)
    _free_snippet_slug(rows)
    _refuse_second_version(rows, item)
    _refuse_before_later(item)
    if rows.drop_existing() or rows.drop_dangling():
        raise _replaced()
    _write(rows)
    if parent is not None:
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + 1)
    rows.refill_emptied_columns()
    instance = item.model._base_manager.get(pk=item.object_id)
    _keep_slug(instance)
    _announce(rows)
    log(instance, RESTORED, user=user)
    item.delete()
    return instance, notes


def _replaced():
    return NotRestorable(_("It cannot be brought back: something new stands in its place."))


def _unknown():
    return NotRestorable(
        _("It cannot be brought back: the site has been changed since, and no longer fits it.")
    )


def _write(rows):
    try:
        with transaction.atomic():
            rows.write()
    except (DataError, IntegrityError) as error:
        raise _unknown() from error


def _refuse_full(item, parent):
    """Of some kinds there is one page below each parent."""
    if not item.model.can_create_at(parent.specific):
        raise _replaced()


def _place(rows, item, parent, slug):
    """In the tree: where the page stood if that is free, else last below its parent."""
    pages = {one.pk: one for one in rows.instances()}
    top = pages[item.object_id]
    old_path, old_url = top.path, top.url_path
    top.slug = slug
    path = _path(old_path, parent)
    url_path = f"{parent.url_path}{slug}/"
    for page in pages.values():
        page.path = path + page.path[len(old_path) :]
        page.depth = len(page.path) // Page.steplen
        page.url_path = url_path + page.url_path[len(old_url) :]


def _path(old, parent):
    if old[: -Page.steplen] == parent.path and not Page.objects.filter(path=old).exists():
        return old
    last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    if last := last.order_by("path").last():
        return last._inc_path()
    return Page._get_path(parent.path, parent.depth + 1, 1)


def _free_snippet_slug(rows):
    """A short name taken meanwhile becomes a numbered one."""
    for instance in rows.instances():
        if not isinstance(instance, Page) and hasattr(instance, "normalize_slug"):
            instance.normalize_slug()


def _refuse_second_version(rows, item):
    for instance in rows.instances():
        model = Page if isinstance(instance, Page) else type(instance)
        same = model.objects.filter(
            translation_key=instance.translation_key, locale=instance.locale_id
        )
        if found := same.first():
            words = _(
                "There is a version in this language again (%(language)s): “%(title)s”. "
                "Delete that one first to bring this one back."
            )
            language = name_in(item.language, get_language())
            raise NotRestorable(words % {"language": language, "title": found})


def _refuse_before_later(item):
    """What was published in another language since knows the facts that hold now."""
    if later := later_version(item):
        words = _(
            "Another version (%(language)s) was published after this one was deleted, and is "
            "in the bin too. Bring that one back first."
        )
        raise NotRestorable(words % {"language": name_in(later.language, get_language())})


def _keep_slug(instance):
    """The latest draft has the address under which the item came back."""
    revision = getattr(instance, "latest_revision", None)
    if revision and hasattr(instance, "slug") and revision.content.get("slug") != instance.slug:
        content = {**revision.content, "slug": instance.slug}
        Revision.objects.filter(pk=revision.pk).update(content=content)


def _announce(rows):
    """Rows were written without signals: update the clock, the references and the search."""
    for row in rows.whole():
        touch_by(row)
    for words in rows.to_write:
        if isinstance(words, StringTranslation):
            set_draft_title(StringTranslation, words)
    for instance in rows.instances():
        instance = instance.specific if isinstance(instance, Page) else instance
        follow_others(instance)
        instance = type(instance)._base_manager.get(pk=instance.pk)
        ReferenceIndex.create_or_update_for_object(instance)
        index.insert_or_update_object(instance)
