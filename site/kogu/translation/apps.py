"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """Translation, over wagtail-localize."""

    name = "kogu.translation"
    label = "translation"
    verbose_name = _("Translation")
