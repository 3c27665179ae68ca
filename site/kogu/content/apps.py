"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """Pages and snippets: their models, cards, relations, languages and drafts."""

    name = "kogu.content"
    label = "base"
    verbose_name = _("Base")

    def ready(self):
        """Mend stock fields, follow what is written, let changes settle into cards."""
        from kogu.delivery.changes import sync_cards_with

        from . import card_upgrade, checks, receivers
        from .card_sync import sync_cards
        from .clean_fields import clean_fields
        from .clock_fields import accept_24_hours
        from .copying import exclude_fields_from_copies
        from .number_fields import localize_number_fields
        from .search_terms import quote_search_terms
        from .typed_dates import localize_date_fields
        from .web_addresses import restrict_url_schemes

        sync_cards_with(sync_cards)
        localize_date_fields()
        accept_24_hours()
        localize_number_fields()
        clean_fields()
        restrict_url_schemes()
        quote_search_terms()
        exclude_fields_from_copies()
        self.limit_snippets_to_languages()

    @staticmethod
    def limit_snippets_to_languages():
        """A right to a kind of snippet holds in the languages its holder has."""
        from django.apps import apps
        from wagtail.permissions import register_permission_policy

        from .models import PublicSnippet
        from .permissions import LanguagePermissionPolicy

        for model in apps.get_models():
            if issubclass(model, PublicSnippet):
                register_permission_policy(model, LanguagePermissionPolicy(model), exact_class=True)
