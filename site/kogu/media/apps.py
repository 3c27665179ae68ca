"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Images and documents."""

    name = "kogu.media"
    label = "media"
    verbose_name = _("Media")

    def ready(self):
        """Begins to follow images, collections and restrictions, and the nightly round."""
        from wagtail.permissions import register_permission_policy

        from . import cleanup, receivers
        from .models import KoguDocument, KoguImage
        from .permissions import FilePermissionPolicy

        # Rights are kept at Wagtail's own models.
        stock = {KoguImage: "wagtailimages.Image", KoguDocument: "wagtaildocs.Document"}
        for model, kept_at in stock.items():
            policy = FilePermissionPolicy(model, kept_at, owner_field_name="uploaded_by_user")
            register_permission_policy(model, policy, exact_class=True)
