"""Words of Wagtail on pages, aliases, choosers and snippets; see `library_words`."""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("Filter by up to ten most popular tags."),
    gettext_noop("The new page will be a child of this given parent page."),
    gettext_noop("Choose parent"),
    gettext_noop("Create a new %(model_name)s"),
    gettext_noop("Select %(title)s"),
    gettext_noop("Fields"),
    gettext_noop("Tags"),
    ngettext_lazy(
        'Only pages of type "%(type)s" may be chosen for this field. Search results will '
        "exclude pages of other types.",
        "Only the following page types may be chosen for this field: %(type)s. Search "
        "results will exclude pages of other types.",
    ),
    gettext_noop(
        "Converting this to an internal link to %(page)s would make the link "
        "automatically update if the underlying page changes its URL. Would you like to "
        "do this?"
    ),
    ngettext_lazy(
        "The following page cannot be moved to %(dest_title)s",
        "The following pages cannot be moved to %(dest_title)s",
    ),
    gettext_noop("There is no valid destination page for these pages"),
    gettext_noop("Convert alias %(title)s"),
    gettext_noop("Convert alias"),
    gettext_noop("Are you sure you want to convert this alias into an ordinary page?"),
    gettext_noop("Yes, convert it"),
    gettext_noop("No, leave it as an alias"),
    gettext_noop("This page is an alias of another page."),
    gettext_noop("Edit original page"),
    gettext_noop("Convert this alias into an ordinary page"),
    gettext_noop("Page '%(page_title)s' has been converted into an ordinary page."),
    gettext_noop(
        "The root level is where you can add new sites to your Wagtail installation. "
        "Pages created here will not be accessible at any URL until they are associated "
        "with a site."
    ),
    gettext_noop(
        "If you just want to add pages to an existing site, create them as children of "
        "the homepage instead."
    ),
    gettext_noop(
        "There is no site set up for this location. Pages created here will not be "
        "accessible at any URL until a site is associated with this location."
    ),
    gettext_noop(
        "There is no site record for this location. Pages created here will not be "
        "accessible at any URL."
    ),
    gettext_noop(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span "
        'class="w-title-ellipsis">%(title)s</span>\'.'
    ),
    gettext_noop("No page types found."),
    gettext_noop("View Wagtail quick actions"),
    gettext_noop("Paste and match style"),
    gettext_noop(
        "%(model_name)s '%(object)s' is live and this version has been scheduled for publishing."
    ),
    gettext_noop("%(model_name)s '%(object)s' has been replaced with version from %(timestamp)s."),
    gettext_noop("Version from %(timestamp)s of %(model_name)s '%(object)s' has been published."),
    gettext_noop(
        "Version from %(timestamp)s of %(model_name)s '%(object)s' has been scheduled "
        "for publishing."
    ),
    gettext_noop("Sort item order"),
    gettext_noop('Version %(revision_id)s of "%(object)s" unscheduled.'),
    gettext_noop('revision %(revision_id)s of "%(object)s"'),
    gettext_noop(
        "Page '%(page_title)s' has been replaced with version from %(previous_revision_datetime)s."
    ),
    gettext_noop(
        "Version from %(previous_revision_datetime)s of page '%(page_title)s' has been "
        "scheduled for publishing."
    ),
    gettext_noop("Version from %(datetime)s of page '%(page_title)s' has been published."),
    gettext_noop("Preview for %(block_label)s (%(block_type)s)"),
    gettext_noop("Placeholder title"),
    gettext_noop("%(parent_pages)s and %(child_pages)s have been deleted"),
    gettext_noop("%(parent_pages)s and %(child_pages)s have been published"),
    gettext_noop("%(parent_pages)s and %(child_pages)s have been unpublished"),
    ngettext_lazy("%(num_parent_objects)d page", "%(num_parent_objects)d pages"),
    ngettext_lazy("%(num_child_objects)d child page", "%(num_child_objects)d child pages"),
    ngettext_lazy(
        "This will also move one translation of this page and its child pages",
        "This will also move %(translations_to_move_count)s translations of this page "
        "and their child pages",
    ),
    gettext_noop("For site menus"),
    gettext_noop("For search engines"),
    gettext_noop("comment"),
    gettext_noop("comments"),
    gettext_noop("comment reply"),
    gettext_noop("comment replies"),
    gettext_noop("revision"),
    gettext_noop("revisions"),
    gettext_noop("width"),
    gettext_noop("height"),
    gettext_noop("uploaded by user"),
    gettext_noop("embed"),
    gettext_noop("embeds"),
    gettext_noop("Insert embed"),
    gettext_noop("Insert"),
    gettext_noop("Embed"),
    gettext_noop("Heading 1"),
    gettext_noop("Heading 5"),
    gettext_noop("Heading 6"),
    gettext_noop(
        "Your account doesn't have access to this page. To proceed, please log in with "
        "an account that has access."
    ),
    gettext_noop("Password required"),
    gettext_noop("You need a password to access this page."),
    gettext_noop("You need a password to access this document."),
    ngettext_lazy("%(count)d %(model_name)s deleted.", "%(count)d %(model_name)s deleted."),
    gettext_noop("Are you sure you want to delete this %(snippet_type_name)s?"),
    gettext_noop("Are you sure you want to delete %(count)s %(snippet_type_name)s?"),
    gettext_noop("You don't have permission to delete this %(snippet_type_name)s"),
    gettext_noop("You don't have permission to delete these %(snippet_plural_name)s"),
    gettext_noop('Sorry, no snippets match "<em>%(search_query)s</em>"'),
    gettext_noop("Replace current revision"),
    gettext_noop("Instances"),
    gettext_noop("Tags can only consist of a single word, no spaces allowed."),
    gettext_noop("Tag(s) %(value_too_long)s are over %(max_tag_length)d characters."),
)
