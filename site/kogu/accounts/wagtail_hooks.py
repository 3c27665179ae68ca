"""Where accounts meet Wagtail's admin."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from . import email_change
from .group_panel import SecondFactorPanel
from .second_factor_views import may_reset
from .users import refuse_below

LOGGED = {
    "added": gettext_lazy("Second factor set up"),
    "removed": gettext_lazy("Second factor removed"),
    "reset": gettext_lazy("Second factor removed by an administrator"),
    "recovery_used": gettext_lazy("Recovery code used to sign in"),
}


@hooks.register("before_bulk_action")
def protect_superusers(request, action_type, objects, action_class_instance):
    """Several users at once: no superuser among them, unless by a superuser."""
    if action_class_instance.model is get_user_model():
        refuse_below(request.user, objects)


@hooks.register("register_account_menu_item")
def add_second_factor_menu_item(request):
    """Beside the other settings of one's account."""
    return {
        "url": reverse("second_factor:status"),
        "label": _("Second factor"),
        "help_text": _("A code from your phone, asked for besides the password."),
    }


@hooks.register("register_group_permission_panel")
def add_group_panel():
    """A box in the group's form."""
    return SecondFactorPanel


@hooks.register("register_user_listing_buttons")
def reset_button(user, request_user):
    """Takes away what a colleague has lost."""
    if may_reset(request_user, user) and (request_user.is_superuser or not user.is_superuser):
        url = reverse("second_factor:reset", args=[user.pk])
        yield Button(_("Remove second factor"), url=url, icon_name="key", priority=40)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """What changed how one signs in stands in the user's history."""
    changed = gettext_lazy("E-mail address changed")
    actions.register_action(email_change.LOGGED, changed, changed)
    for event, label in LOGGED.items():
        actions.register_action(f"kogu.second_factor.{event}", label, label)
