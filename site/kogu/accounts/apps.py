"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """People who sign in."""

    name = "kogu.accounts"
    default = True
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        """Makes deliveries and periodic work known, and removes the account's profile picture.

        The picture would come in unchecked, with the place where it was taken; nothing shows it.
        """
        from wagtail.admin.views.account import AvatarSettingsPanel

        from . import forgotten, housekeeping  # noqa: F401

        AvatarSettingsPanel.is_active = lambda panel: False


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with ours in their place."""

    user_viewset = "kogu.accounts.users.UserViewSet"
