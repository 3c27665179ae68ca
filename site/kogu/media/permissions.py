"""Permission policy of images and documents for Wagtail's screens."""

from django.db.models import Q
from wagtail.models import CollectionViewRestriction
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from .restrictions import without


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's, but files that only some groups may have are chosen by these alone.

    Rights to choose are given for all collections below one and cannot be taken away for some.
    Who may change a file may choose it in any case.
    """

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """What is allowed besides choosing needs no further look."""
        stock = super().user_has_any_permission_for_instance
        if "choose" not in actions or not stock(user, actions, instance):
            return stock(user, actions, instance)
        chosen = self.instances_user_has_any_permission_for(user, ["choose"])
        others = {*actions, "change"} - {"choose"}
        return stock(user, others, instance) or chosen.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        """The same for all at once; a search, which knows fields only, may follow."""
        found = super().instances_user_has_any_permission_for(user, actions)
        if "choose" not in actions or user.is_superuser or not user.is_authenticated:
            return found
        changed = super().instances_user_has_any_permission_for(user, ["change"])
        groups = CollectionViewRestriction.GROUPS
        closed = CollectionViewRestriction.objects.filter(restriction_type=groups)
        is_open = without(closed.exclude(groups__user=user.pk))
        offered = found.filter(is_open | Q(pk__in=changed.values("pk")))
        return self.model._default_manager.filter(pk__in=offered.values("pk"))
