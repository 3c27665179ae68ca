"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People who sign in."""

    name = "kogu.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
