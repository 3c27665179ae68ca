"""The app's place in Django."""

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
        """Registers deliveries and periodic work, and changes the account's settings.

        A profile picture would come in unchecked, with the place where it was taken; nothing shows
        it. A changed e-mail address asks for the password. No language chosen is the browser's.
        """
        from wagtail.admin.views.account import (
            AvatarSettingsPanel,
            LocaleSettingsPanel,
            NameEmailSettingsPanel,
        )

        from kogu.patches import replace

        from . import cleanup, password_reset
        from .email_change import NameEmailForm
        from .locale_form import LocaleForm

        replace(AvatarSettingsPanel, "is_active", lambda panel: False)
        replace(NameEmailSettingsPanel, "form_class", NameEmailForm)
        replace(LocaleSettingsPanel, "form_class", LocaleForm)


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with ours in their place."""

    user_viewset = "kogu.accounts.users.UserViewSet"
