"""What fields, forms and copies store, and what the admin's search finds."""

from .entry import ABSENT, Patch

ENTRIES = (
    # What is stored and typed
    Patch(
        "Fields store and forms take characters that XML or PostgreSQL cannot carry; ours clean.",
        "Django refuses them in every field",
        by="kogu.content.clean_fields",
        signatures={
            "django.db.models.fields.CharField.get_prep_value": "(self, value)",
            "django.db.models.fields.TextField.get_prep_value": "(self, value)",
            "django.db.models.fields.json.JSONField.get_prep_value": "(self, value)",
            "django.db.models.fields.json.JSONField.from_db_value": "(self, value, expression, connection)",
            "django.forms.fields.CharField.to_python": "(self, value)",
            "wagtail.fields.StreamField.get_prep_value": "(self, value)",
            "wagtail.fields.StreamField.to_python": "(self, value)",
        },
    ),
    Patch(
        "Exports write texts that a spreadsheet takes for formulas; ours marks them as texts.",
        "Wagtail does",
        by="kogu.content.clean_fields",
        signatures={
            "wagtail.admin.views.mixins.SpreadsheetExportMixin.preprocess_field_value": "(self, field, value, export_format)"
        },
    ),
    Patch(
        "Addresses may have any scheme, `javascript:` too; ours take and read those of the web.",
        "both fields have a setting for schemes",
        by="kogu.content.web_addresses",
        signatures={
            "django.db.models.fields.URLField.from_db_value": ABSENT,
            "wagtail.admin.forms.choosers.URLOrAbsolutePathValidator.__call__": "(self, value)",
        },
    ),
    Patch(
        "Dates are shown and read in one format; ours have that of the user's language.",
        "Wagtail's date inputs are localised",
        by="kogu.content.typed_dates",
        signatures={
            "wagtail.admin.widgets.datetime.AdminDateInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminDateInput.format_value": "(self, value)",
            "wagtail.admin.widgets.datetime.AdminDateTimeInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminDateTimeInput.format_value": "(self, value)",
            "wagtail.admin.widgets.datetime.AdminTimeInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminTimeInput.format_value": "(self, value)",
        },
    ),
    Patch(
        "A copy of a page takes every field over; ours leaves out what its kind says.",
        "a page's `exclude_fields_in_copy` may differ between a copy and a translation",
        by="kogu.content.copying",
        signatures={
            "wagtail.actions.copy_page.CopyPageAction._copy_page": "(self, page, to=None, update_attrs=None, exclude_fields=None, _mpnode_attrs=None)"
        },
    ),
    # Searching
    Patch(
        "A quotation mark in a search ends the phrase of SQLite's query; ours doubles it.",
        "modelsearch does",
        by="kogu.content.search_terms",
        signatures={
            "modelsearch.backends.database.sqlite.query.Lexeme.__init__": "(self, value, output_field=None, *, prefix=False, weight=None)",
            "modelsearch.backends.database.sqlite.query.SearchQueryExpression.__init__": "(self, value, using=None, **extra)",
        },
    ),
    Patch(
        "The index holds words as written; ours holds them without their diacritical marks.",
        "the backend names its indexer as a class attribute",
        by="kogu.content.search_backend",
        signatures={
            "modelsearch.backends.database.sqlite.sqlite.ObjectIndexer.prepare_value": "(self, value)",
            "modelsearch.backends.database.postgres.postgres.ObjectIndexer.prepare_value": "(self, value)",
        },
    ),
)
