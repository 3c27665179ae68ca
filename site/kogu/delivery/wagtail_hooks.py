"""Where the delivery app meets Wagtail's admin."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from .models import Outbox
from .viewsets import OutboxViewSet, ReadOnlyPolicy

register_permission_policy(Outbox, ReadOnlyPolicy(Outbox))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]  # Wagtail's
def outbox_viewset() -> OutboxViewSet:
    """The outbox, among the settings."""
    return OutboxViewSet()
