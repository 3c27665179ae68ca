"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """Translation, over wagtail-localize."""

    name = "kogu.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Stand in for wagtail-localize where it would publish or look away."""
        from kogu.content.completeness import register_check

        from . import receivers, slugs  # noqa: F401
        from .admin_language import never_fall_into_another_language
        from .lazy_forms import look_forms_up_when_shown
        from .lazy_messages import look_words_up_when_shown
        from .patches import replace
        from .readiness import lacks
        from .snippet_permissions import guard_new_snippets

        never_fall_into_another_language()
        replace()
        look_words_up_when_shown()
        look_forms_up_when_shown()
        guard_new_snippets()
        register_check(lacks)
