"""Words of Wagtail on deleting and unpublishing a page with its translations (`library_words`)."""

from django.utils.translation import ngettext_lazy

WORDS = (
    ngettext_lazy(
        "Deleting this page will also delete %(translation_count)s translation of this page.",
        "This will also delete %(descendant_count)s more child pages. Deleting this page "
        "will also delete %(translation_count)s translations of this page.",
    ),
    ngettext_lazy(
        "Deleting this page will also delete 1 translation and its combined "
        "%(translation_descendant_count)s translated child page.",
        "Deleting this page will also delete 1 translation and its combined "
        "%(translation_descendant_count)s translated child pages.",
    ),
    ngettext_lazy(
        "Deleting this page will also delete %(translation_count)s translations and "
        "their combined %(translation_descendant_count)s translated child page.",
        "Deleting this page will also delete %(translation_count)s translations and "
        "their combined %(translation_descendant_count)s translated child pages.",
    ),
    ngettext_lazy(
        "It will also delete 1 translation and its combined "
        "%(translation_descendant_count)s translated child page.",
        "It will also delete 1 translation and its combined "
        "%(translation_descendant_count)s translated child pages.",
    ),
    ngettext_lazy(
        "It will also delete %(translation_count)s translations and their combined "
        "%(translation_descendant_count)s translated child page.",
        "It will also delete %(translation_count)s translations and their combined "
        "%(translation_descendant_count)s translated child pages.",
    ),
    ngettext_lazy(
        "This page has one subpage and its translations have a combined one translated "
        "child page. Unpublish these too",
        "This page has %(live_descendant_count)s child pages and its translations have a "
        "combined one translated child page. Unpublish these too",
    ),
    ngettext_lazy(
        "This page has one child page and its translations have a combined "
        "%(translation_descendant_count)s translated child pages. Unpublish these too",
        "This page has %(live_descendant_count)s child pages and its translations have a "
        "combined %(translation_descendant_count)s translated child pages. Unpublish "
        "these too",
    ),
)
