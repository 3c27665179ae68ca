"""Words of Wagtail on checks, tables and many pages, and of wagtail-localize (`library_words`)."""

from django.utils.translation import gettext_noop, ngettext_lazy

WAGTAIL = (
    gettext_noop("Button text is empty"),
    gettext_noop("Input button text is empty"),
    gettext_noop("Link text is empty"),
    gettext_noop("Table header text is empty"),
    gettext_noop("Empty heading found"),
    gettext_noop("Empty frame title found"),
    gettext_noop("Incorrect heading hierarchy"),
    gettext_noop("Misusing paragraphs as headings"),
    gettext_noop("Image alt text has inappropriate pattern"),
    gettext_noop("Use meaningful text for screen reader users"),
    gettext_noop("Use a meaningful title for screen reader users"),
    gettext_noop("Use meaningful text"),
    gettext_noop("Use proper heading tags"),
    gettext_noop("Avoid skipping levels"),
    gettext_noop("Meta description is empty"),
    gettext_noop("Add a concise description for search engines"),
    gettext_noop("Please add some alt text for your image or mark it as decorative"),
    gettext_noop("Cannot find an embed for this URL."),
    gettext_noop("Add column"),
    gettext_noop("Add row"),
    gettext_noop("Column heading"),
    gettext_noop("Insert column"),
    gettext_noop("Insert row"),
    gettext_noop("Delete column"),
    gettext_noop("Delete row"),
    gettext_noop("Table caption"),
    gettext_noop("Delete selected pages"),
    gettext_noop("Move selected pages"),
    gettext_noop("Publish selected pages"),
    gettext_noop("Unpublish selected pages"),
    gettext_noop("Select a new parent page"),
    gettext_noop("Are you sure you want to delete these pages?"),
    gettext_noop("Are you sure you want to move these pages?"),
    gettext_noop("Are you sure you want to publish these pages?"),
    gettext_noop("Are you sure you want to unpublish these pages?"),
    gettext_noop("Yes, move these pages"),
    gettext_noop("No, don't move"),
    gettext_noop("Yes, publish"),
    gettext_noop("No, don't publish"),
    gettext_noop(
        "Are you sure you want to move this page and all of its children into '%(title)s'?"
    ),
    gettext_noop(
        'Alternatively you can <a href="%(unpublish_url)s">unpublish the page</a>. This '
        "removes the page from public view and you can edit or publish it again later."
    ),
    gettext_noop("Publishing this page will cancel the current workflow."),
    gettext_noop("Would you still like to publish this page?"),
    gettext_noop("Select documents in choosers"),
    gettext_noop("Select images in choosers"),
    gettext_noop("Add to collection"),
    gettext_noop("The document could not be created due to errors."),
    gettext_noop("Document updated."),
    gettext_noop("Image updated."),
    gettext_noop("Waiting for translations"),
    gettext_noop("Machine translated on {date}"),
    gettext_noop("Translate this page"),
    gettext_noop("Translate page"),
    gettext_noop("Translation of %(instance)s into %(locale)s"),
    gettext_noop("Translations"),
    gettext_noop("No translations found."),
    gettext_noop("Content type"),
    gettext_noop("Source title"),
    gettext_noop("Locales"),
    gettext_noop("There isn't anything left to translate."),
    gettext_noop("Published '{object}' in {locale}."),
    gettext_noop("Translate '%(title)s'"),
    gettext_noop("Sync translated pages"),
    gettext_noop("Sync translated snippets"),
    gettext_noop("Sync translations of '%(title)s'"),
    gettext_noop("All child pages will be created."),
    gettext_noop("{} locales"),
    gettext_noop("Enable"),
    gettext_noop("Disable"),
    gettext_noop("To be created by %(user)s"),
    gettext_noop(
        'There are no %(model_name)s to display. Why not <a href="%(add_url)s">add one</a>?'
    ),
    gettext_noop("No pages/snippets have been submitted for moderation yet"),
    gettext_noop("Show disabled"),
    gettext_noop("requested by"),
    gettext_noop("task"),
    gettext_noop(
        'No collections have been created. Why not <a href="%(add_collection_url)s">add one</a>?'
    ),
    gettext_noop("Add a workflow"),
    gettext_noop("Used by"),
    gettext_noop("Group approval task"),
    gettext_noop("New workflow task"),
    gettext_noop("All sites"),
    gettext_noop(
        "Recommended. Permanent redirects ensure search engines forget the old page "
        "(the 'Redirect from') and index the new page instead."
    ),
    gettext_noop("redirect from"),
    gettext_noop("redirect to a page"),
    gettext_noop("redirect to any URL"),
    gettext_noop("permanent"),
    gettext_noop(
        "No redirects have been created. Why not <a "
        'href="%(wagtailredirects_add_redirect_url)s">add one</a>?'
    ),
    gettext_noop("Assign role"),
    gettext_noop("Assign role to selected users"),
    gettext_noop("Change the active state for selected users"),
    gettext_noop("Set active state"),
    gettext_noop("Delete selected users"),
    gettext_noop("Last login"),
    gettext_noop("Group"),
    gettext_noop("Groups"),
    gettext_noop("group"),
    gettext_noop("groups"),
    gettext_noop("Required. Letters, digits and @/./+/-/_ only."),
    gettext_noop("Enter the same password as above, for verification."),
    ngettext_lazy("1 page", "%(counter)s pages"),
    ngettext_lazy(
        "Delete 1 page",
        "Delete %(counter)s pages",
    ),
    ngettext_lazy(
        "Move 1 page",
        "Move %(counter)s pages",
    ),
    ngettext_lazy(
        "Publish 1 page",
        "Publish %(counter)s pages",
    ),
    ngettext_lazy(
        "Unpublish 1 page",
        "Unpublish %(counter)s pages",
    ),
    ngettext_lazy(
        "This will also delete one more subpage.",
        "This will also delete %(counter)s more subpages.",
    ),
    ngettext_lazy(
        "This page has one child page",
        "This page has %(counter)s child pages",
    ),
    ngettext_lazy(
        "This page has one subpage",
        "This page has %(counter)s subpages",
    ),
    ngettext_lazy(
        "This page has one unpublished subpage",
        "This page has %(counter)s unpublished subpages",
    ),
    ngettext_lazy(
        "You don't have permission to delete this page",
        "You don't have permission to delete these pages",
    ),
    ngettext_lazy(
        "You don't have permission to move this page",
        "You don't have permission to move these pages",
    ),
    ngettext_lazy(
        "You don't have permission to publish this page",
        "You don't have permission to publish these pages",
    ),
    ngettext_lazy(
        "You don't have permission to unpublish this page",
        "You don't have permission to unpublish these pages",
    ),
    ngettext_lazy(
        "%(num_pages)d page has been moved",
        "%(num_pages)d pages have been moved",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d page has been deleted",
        "%(num_parent_objects)d pages have been deleted",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d page has been published",
        "%(num_parent_objects)d pages have been published",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d page has been unpublished",
        "%(num_parent_objects)d pages have been unpublished",
    ),
    ngettext_lazy(
        "Deleting this page will also delete %(descendant_count)s child page.",
        "Deleting this page will also delete %(descendant_count)s more child pages.",
    ),
    ngettext_lazy(
        "It will also delete %(translation_count)s translation.",
        "It will also delete %(translation_count)s translations.",
    ),
    ngettext_lazy(
        "This page has one subpage. Unpublish this too",
        "This page has %(live_descendant_count)s subpages. Unpublish these too",
    ),
    ngettext_lazy(
        "This will also unpublish one translation of the page.",
        "This will also unpublish all %(translation_count)s translations of the page.",
    ),
    ngettext_lazy(
        "Include subtree ({} page)",
        "Include subtree ({} pages)",
    ),
)
