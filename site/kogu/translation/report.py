"""The report of all translations, by their status."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views.report import TranslationsReportFilterSet, TranslationsReportView

from kogu.content.permissions import languages_of

from .statuses import Status, targets_of, title_of, with_status


class TranslationsFilterSet(TranslationsReportFilterSet):
    """The stock filters, with the status in the place of whether anything waits."""

    waiting_for_translation = None
    status = django_filters.ChoiceFilter(choices=Status.choices, label=_("Status"))

    class Meta:
        model = Translation
        fields = ("content_type", "source_title", "source_locale", "target_locale", "status")


class TranslationsReport(TranslationsReportView):
    """Stock knows two states, and asks the database for each row."""

    template_name = "wagtailadmin/reports/base_report.html"
    filterset_class = TranslationsFilterSet

    def get_queryset(self):
        """In the languages that the reader holds."""
        held = languages_of(self.request.user)
        translations = Translation.objects.filter(
            enabled=True, target_locale__language_code__in=held
        )
        kept = ("source__specific_content_type", "source__locale", "target_locale")
        return with_status(translations).select_related(*kept).order_by("-source__last_updated_at")

    def decorate_paginated_queryset(self, object_list):
        """The rows with their targets, by a query for each kind."""
        targets = targets_of(object_list)
        for one in object_list:
            target = targets.get(one.pk)
            one.title = title_of(target) if target else ""
            one.open_url = get_edit_url(target) if target else ""
            one.status_label = Status(one.status).label
        return object_list
