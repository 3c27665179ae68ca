"""The outbox as administrators see it: what left, what waits, what was given up."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from . import outbox_display
from .models import Outbox


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Who holds the right to see deliveries sees them; nobody writes one by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Only seeing is ever allowed."""
        return action == "view" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Only seeing is ever allowed."""
        return "view" in actions and self.user_has_permission(user, "view")


class DeliveryInspectView(generic.InspectView):
    """One delivery, with its words."""

    def get_recipients_display_value(self) -> str:
        """The recipients as shown on the screen."""
        return outbox_display.recipients(self.object)

    def get_message_text_display_value(self) -> str:
        """The text, links taken out."""
        return outbox_display.message_text(self.object)

    def get_field_label(self, field_name: str, field: Any) -> Any:
        """Labels of the fields that are no model fields."""
        own = {"message_text": _("Words"), "recipients": _("To")}
        return own.get(field_name) or super().get_field_label(field_name, field)


class OutboxViewSet(ModelViewSet):
    """Mails and other deliveries; nothing is changed here."""

    model = Outbox
    icon = "mail"
    name = "outbox"
    menu_label = _("Outgoing mail")
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = DeliveryInspectView
    inspect_view_fields = [
        "recipients",
        "message_text",
        "state",
        "created_at",
        "finished_at",
        "attempts",
        "problem",
    ]
    form_fields: list[str] = []
    ordering = ["-created_at"]
    list_filter = ["state", "kind"]
    list_display = [
        "__str__",
        Column("recipients", label=_("To"), accessor=outbox_display.recipients),
        Column("state", label=_("State"), accessor="get_state_display"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        Column("attempts", label=_("Attempts")),
    ]
