"""Who sees a deleted item and may bring it back: who may delete it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from home.models import HomePage
from kogu.content.permissions import HOME_DEPTH, PagePermissions
from kogu.editorial.models import DeletedItem


def may_delete_something(user):
    """Whether the bin is a screen for the user at all."""
    if policy_registry.get_by_type(Page).user_has_permission(user, "add"):
        return True
    models = get_snippet_models()
    return any(
        policy_registry.get_by_type(model).user_has_permission(user, "delete") for model in models
    )


def restorable(user):
    """The deleted items that the user may bring back, in a fixed number of queries."""
    items = DeletedItem.objects.order_by()
    allowed = Allowed(user, items)
    return DeletedItem.objects.filter(pk__in=[item.pk for item in items if allowed(item)])


class Allowed:
    """Answers for items; pages are asked for once, languages of snippets once each."""

    def __init__(self, user, items):
        self.user, self.snippets = user, {}
        parents = {item.parent_page_id for item in items} - {None}
        self.parents = Page.objects.in_bulk(parents)
        homes = HomePage.objects.filter(depth=HOME_DEPTH).select_related("locale")
        self.homes = {home.locale.language_code: home for home in homes}
        self.types = ContentType.objects.in_bulk({item.content_type_id for item in items})

    def __call__(self, item):
        """Whether the user may bring this one back."""
        model = self.types[item.content_type_id].model_class()
        if model is None:
            return False
        if issubclass(model, Page):
            return self._may_delete_page(item)
        key = model, item.language
        if key not in self.snippets:
            self.snippets[key] = _may_delete_snippet(self.user, *key)
        return self.snippets[key]

    def _may_delete_page(self, item):
        """As `PagePermissions` says it of a page that is there."""
        if self.user.is_superuser:
            return True
        # Where the section is gone too, the rights on its language hold.
        place = self.parents.get(item.parent_page_id) or self.homes.get(item.language)
        rights = PagePermissions(self.user, place).permissions if place else ()
        if "add" not in rights or (item.has_live and "publish" not in rights):
            return False
        if item.pages_below and "bulk_delete" not in rights:
            return False
        return "change" in rights or item.owner_id == self.user.pk


def _may_delete_snippet(user, model, language):
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        return False
    policy = policy_registry.get_by_type(model)
    return policy.user_has_permission_for_instance(user, "delete", model(locale=locale))
