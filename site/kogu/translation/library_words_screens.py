"""Words of the admin that screens of some role had in English, or inflected badly."""

from django.utils.translation import gettext_noop, ngettext_lazy

SCREENS = (
    gettext_noop("model log entry"),
    gettext_noop("model log entries"),
    gettext_noop("page log entry"),
    gettext_noop("page log entries"),
    gettext_noop("will unset the reference"),
    gettext_noop("Minimum"),
    gettext_noop("Maximum"),
    gettext_noop("Keep the new pages updated with future changes"),
    gettext_noop("items"),
    gettext_noop("Wagtail %(current_version)s editor guide"),
    gettext_noop(
        "Pages created here will not be accessible at any URL. To add pages to an existing site, "
        "create them as children of the homepage."
    ),
    gettext_noop("Item %(index)s of %(total)s"),
    gettext_noop("Disable custom ordering"),
    gettext_noop("Enable custom ordering"),
    gettext_noop(
        "Focus on the drag button and press up or down arrows to move the item, then press enter "
        "to submit the change."
    ),
    gettext_noop("Sort menu order"),
    gettext_noop(
        "A heading that identifies the overall topic of the table, and is useful for screen "
        "reader users."
    ),
    gettext_noop("Add multiple documents"),
    gettext_noop(
        "Please provide an image description to comply with best practices for accessibility."
    ),
    gettext_noop(
        "Upload successful. Please update this document with a more appropriate title, if "
        "necessary. You may also delete the document completely if the upload wasn't required."
    ),
    gettext_noop(
        "Upload successful. However, your new image seems to be a duplicate of this existing "
        "image. You may delete it if it wasn't required."
    ),
    gettext_noop(
        "Keyboard shortcuts are currently enabled; manage your %(account_link)s to disable them."
    ),
    gettext_noop(
        "Keyboard shortcuts are currently disabled; manage your %(account_link)s to enable them."
    ),
    gettext_noop(
        'See our <a href="%(guide_link)s" target="_blank">content checks guide</a> for more '
        "information on how content metrics are calculated."
    ),
    gettext_noop("Workflow state"),
    gettext_noop("Workflow states"),
    gettext_noop("Requested by"),
    gettext_noop("Started at"),
    gettext_noop("Translate"),
    gettext_noop("Access level"),
    gettext_noop("Action"),
    gettext_noop("Import redirects"),
    gettext_noop("system"),
    gettext_noop("App"),
    gettext_noop("%(label)s and Publish"),
    gettext_noop("Field"),
    gettext_noop("title tag"),
    gettext_noop("meta description"),
    ngettext_lazy(
        "Are you sure you want to delete this image?",
        "Are you sure you want to delete these images?",
    ),
    ngettext_lazy(
        "This action will delete <b>%(total_pages_formatted)s</b> page in total.",
        "This action will delete <b>%(total_pages_formatted)s</b> pages in total.",
    ),
)

# Before "ago" Latvian and Polish inflect them otherwise than Django does.
TIMES = (
    ngettext_lazy("%(num)d year", "%(num)d years", "num"),
    ngettext_lazy("%(num)d month", "%(num)d months", "num"),
    ngettext_lazy("%(num)d week", "%(num)d weeks", "num"),
    ngettext_lazy("%(num)d day", "%(num)d days", "num"),
    ngettext_lazy("%(num)d hour", "%(num)d hours", "num"),
    ngettext_lazy("%(num)d minute", "%(num)d minutes", "num"),
)
