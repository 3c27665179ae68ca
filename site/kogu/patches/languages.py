"""In which language something is said, and how wagtail-localize translates."""

from .entry import Patch

ENTRIES = (
    Patch(
        "What a language lacks is said in the site's first language; ours stays English.",
        "Django lets a site choose what stands in",
        by="kogu.translation.admin_language",
        signatures={
            "django.utils.translation.trans_real.DjangoTranslation._add_fallback": "(self, localedirs=None)"
        },
    ),
    Patch(
        "Words are looked up once, for everybody; ours when they are shown.",
        "Wagtail's columns, choosers and lists do that",
        by="kogu.translation.lazy_messages",
        signatures={
            "wagtail.admin.forms.choosers.LocaleFilterMixin.__init__": "(self, *args, **kwargs)",
            "wagtail.admin.paginator.WagtailPaginator.items_count_label": "(self)",
            "wagtail.admin.ui.tables.LiveStatusTagColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.ui.tables.LocaleColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.ui.tables.UpdatedAtColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.widgets.chooser.AdminPageChooser.__init__": "(self, target_models=None, can_choose_root=False, user_perms=None, **kwargs)",
            "wagtail.snippets.views.snippets.SnippetViewSet.breadcrumbs_items": "(self)",
            "wagtail.snippets.widgets.AdminSnippetChooser.__init__": "(self, model=None, **kwargs)",
        },
    ),
    Patch(
        "Saving a translation writes draft words into live rows and publishes; ours saves a draft.",
        "wagtail-localize separates the two",
        by="kogu.translation.patches",
        signatures={
            "wagtail_localize.models.Translation.save_target": "(self, user=None, publish=True)"
        },
    ),
    Patch(
        "A changed passage forgets its translation; ours keeps it, to be reviewed.",
        "wagtail-localize keeps it",
        by="kogu.translation.patches",
        signatures={"wagtail_localize.models.TranslationSource.refresh_segments": "(self)"},
    ),
    Patch(
        "Errors know markup only and are in the language of who saved, dates in English; ours ask "
        "the field, and speak the reader's language.",
        "wagtail-localize asks the field when it shows an error, and formats dates",
        by="kogu.translation.patches",
        signatures={
            "wagtail_localize.models.SegmentOverride.get_error": "(self)",
            "wagtail_localize.models.StringTranslation.get_comment": "(self)",
            "wagtail_localize.models.StringTranslation.get_error": "(self)",
        },
    ),
    Patch(
        "Snippets are published untranslated, parents copied as aliases; ours begin drafts.",
        "both are settings",
        by="kogu.translation.patches",
        signatures={
            "wagtail_localize.operations.translate_object": "(instance, locales, components=None, user=None)",
            "wagtail_localize.views.submit_translations.translate_object": "(instance, locales, components=None, user=None)",
        },
    ),
)
