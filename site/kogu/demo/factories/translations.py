"""An item in another language, as its translator would have left it."""

from wagtail.models import Page

from kogu.delivery.changes import public_change

from .base import factory_of, free_slug, locale_of, section_for
from .publishing import fresh, publish


def translated(instance, locale, *, published=True, user=None, **words):
    """The item in another language with the given words; its parent is made when missing."""
    locale = locale_of(locale)
    with public_change():
        if isinstance(instance, Page):
            parent = _parent_in(instance, locale)
            copy = instance.copy_for_translation(locale)
            words.setdefault("slug", free_slug(parent, f"{instance.slug}-{locale.language_code}"))
        else:
            copy = instance.copy_for_translation(locale)
            copy.live, copy.first_published_at, copy.last_published_at = False, None, None
            copy.live_revision = copy.latest_revision = None
            copy.save()
        for name, value in words.items():
            setattr(copy, name, value)
        copy.save()
        copy.save_revision(user=user)
    return publish(copy, user) if published else fresh(copy)


def _parent_in(page, locale):
    parent = page.get_parent().specific
    found = parent.get_translation_or_none(locale)
    if found:
        return found
    if parent.depth == 1:
        return parent
    return factory_of(type(parent))(
        locale=locale,
        parent=_parent_in(parent, locale),
        title=parent.title,
        translation_key=parent.translation_key,
    )


__all__ = ["section_for", "translated"]
