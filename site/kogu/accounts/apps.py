"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People who sign in."""

    name = "kogu.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        """Takes the profile picture out of the account's settings.

        It would come in unchecked, with the place where it was taken, and nothing shows it.
        """
        from wagtail.admin.views.account import AvatarSettingsPanel

        AvatarSettingsPanel.is_active = lambda panel: False
