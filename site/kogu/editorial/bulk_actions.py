"""Which actions on several items at once a person may do; each is asked of each item too."""

from django.apps import apps
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets import ListingButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

# The rights of which one is needed; any other action changes what is there.
NEEDED = {"publish": {"publish"}, "unpublish": {"publish"}, "delete": {"delete"}}
# Whoever may add a page may move and delete their own; deleting is no right of its own.
NEEDED_OF_PAGES = {"move": {"add", "change"}, "delete": {"add", "change", "bulk_delete"}}


def buttons(user, app_label, model_name, parent=None):
    """The buttons of the actions, below a page if one is given."""
    model = apps.get_model(app_label, model_name)
    actions = bulk_action_registry.get_bulk_actions_for_model(app_label, model_name)
    allowed = [action for action in actions if _may(user, model, action.action_type, parent)]
    return [
        ListingButton(
            action.display_name,
            reverse("wagtail_bulk_action", args=[app_label, model_name, action.action_type]),
            attrs={"aria-label": action.aria_label, "data-bulk-action-button": ""},
            priority=action.action_priority,
            classname=" ".join(action.classes | {"bulk-action-btn"}),
        )
        for action in sorted(allowed, key=lambda action: action.action_priority)
    ]


def _may(user, model, action, parent):
    needed = NEEDED.get(action, {"change"})
    if issubclass(model, Page):
        needed = NEEDED_OF_PAGES.get(action, needed)
    if parent is not None and not user.is_superuser:
        return not needed.isdisjoint(parent.permissions_for_user(user).permissions)
    return policy_registry.get_by_type(model).user_has_any_permission(user, needed)
