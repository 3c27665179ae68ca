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
        """Makes deliveries known, and takes the profile picture out of the account's settings.

        It would come in unchecked, with the place where it was taken, and nothing shows it.
        """
        from wagtail.admin.views.account import AvatarSettingsPanel

        from . import forgotten  # noqa: F401

        AvatarSettingsPanel.is_active = lambda panel: False


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with ours in their place."""

    user_viewset = "kogu.accounts.users.UserViewSet"
