"""Names of snippets, which the translation editor asks for: shown to those who may see them."""

from django.core.exceptions import PermissionDenied
from wagtail.permissions import policy_registry
from wagtail_localize.views.snippets_api import SnippetViewSet

RIGHTS = ("view", "add", "change", "delete")


class SnippetNames(SnippetViewSet):
    """Wagtail-localize's own asks only whether somebody may enter the admin."""

    def get_queryset(self):
        """Snippets of the model that the user may see."""
        policy = policy_registry.get_by_type(self.get_model())
        if not policy.user_has_any_permission(self.request.user, RIGHTS):
            raise PermissionDenied
        allowed = policy.instances_user_has_any_permission_for(self.request.user, RIGHTS)
        return super().get_queryset().filter(pk__in=allowed.order_by().values("pk"))
