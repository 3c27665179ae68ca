"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """What every page shares."""

    name = "kogu.base"
    label = "base"
    verbose_name = _("Base")

    def ready(self):
        """Mend stock fields, follow what is written, let changes settle into cards."""
        from kogu.delivery.changes import settle_with

        from . import card_upgrade, story_checks, touches  # noqa: F401
        from .clean_fields import clean_fields
        from .clock_fields import read_24_hours
        from .copying import leave_out_own_facts
        from .malformed_requests import refuse_malformed_requests
        from .number_fields import read_numbers_as_typed
        from .search_terms import quote_search_terms
        from .settling import settle
        from .typed_dates import read_dates_as_typed
        from .web_addresses import only_web_addresses

        settle_with(settle)
        read_dates_as_typed()
        read_24_hours()
        read_numbers_as_typed()
        clean_fields()
        only_web_addresses()
        quote_search_terms()
        refuse_malformed_requests()
        leave_out_own_facts()
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
