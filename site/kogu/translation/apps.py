"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """Translation, over wagtail-localize."""

    name = "kogu.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Stand in for wagtail-localize where it would publish or look away."""
        from kogu.base.completeness import also_checks

        from . import receivers, slugs  # noqa: F401
        from .guard import guard_new_snippets
        from .lazy_forms import look_forms_up_when_shown
        from .lazy_words import look_words_up_when_shown
        from .readiness import lacks
        from .speech import never_fall_into_another_language
        from .stock import replace

        never_fall_into_another_language()
        replace()
        look_words_up_when_shown()
        look_forms_up_when_shown()
        guard_new_snippets()
        also_checks(lacks)
