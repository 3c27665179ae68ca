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

        from . import receivers, slugs
        from .admin_language import disable_language_fallback
        from .lazy_forms import make_form_labels_lazy
        from .lazy_messages import make_labels_lazy
        from .patches import replace_stock_functions
        from .readiness import translation_problems
        from .snippet_permissions import guard_new_snippets

        disable_language_fallback()
        replace_stock_functions()
        make_labels_lazy()
        make_form_labels_lazy()
        guard_new_snippets()
        register_check(translation_problems)
