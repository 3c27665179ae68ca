"""Who may translate what: by the language of the target, pages and snippets alike."""

from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from kogu.content.permissions import languages_of


def may_edit(user, instance):
    """Whether the user may change this row, a page by the tree, a snippet by its language."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(type(instance))
    if not policy.user_has_permission(user, "change"):
        return False
    return instance.locale.language_code in languages_of(user)


def may_read(user, instance):
    """Whether the user sees this row as readers do, or may change it."""
    hidden = isinstance(instance, Page) and instance.get_view_restrictions().exists()
    return (instance.live and not hidden) or may_edit(user, instance)


def may_read_or_translate(user, instance):
    """Whether the user may read this row, or change another language's version of it."""
    others = instance.get_translations()
    return may_read(user, instance) or any(may_edit(user, row) for row in others)


def may_publish(user, instance):
    """Whether the user may make this row public without a review."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    policy = policy_registry.get_by_type(type(instance))
    if not policy.user_has_permission(user, "publish"):
        return False
    return instance.locale.language_code in languages_of(user, "publish_page")


def offered_locales(user, instance):
    """Languages into which the user may begin translating the item."""
    taken = instance.get_translations(inclusive=True).values_list("locale_id", flat=True)
    held = languages_of(user)
    return Locale.objects.filter(language_code__in=held).exclude(pk__in=list(taken))
