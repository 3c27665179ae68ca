"""Words of Wagtail on pictures, documents, snippets and choosing them (`library_words`)."""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("Delete "),
    gettext_noop(
        "You haven't created any %(snippet_type_name)s snippets. Why not <a "
        'href="%(wagtailsnippets_create_snippet_url)s" target="_blank" '
        'rel="noreferrer">create one now</a>?'
    ),
    gettext_noop("This file is too big (%(file_size)s). Maximum filesize %(max_filesize)s."),
    gettext_noop("This file is too big. Maximum filesize %(max_filesize)s."),
    gettext_noop("Add a document"),
    gettext_noop("Sorry, upload failed."),
    gettext_noop("Choose a document"),
    gettext_noop("Choose another document"),
    gettext_noop("Edit this document"),
    gettext_noop("Document '%(document_title)s' added."),
    gettext_noop("Document '%(document_title)s' updated"),
    gettext_noop("Document '%(document_title)s' deleted."),
    gettext_noop("Not a supported image format. Supported formats: %(supported_formats)s."),
    gettext_noop("Resize to width"),
    gettext_noop("Resize to height"),
    gettext_noop("Resize to max"),
    gettext_noop("Choose a format"),
    gettext_noop("Change image file:"),
    gettext_noop("Add an image"),
    gettext_noop('Sorry, no images match "<em>%(query_string)s</em>"'),
    gettext_noop("Add multiple images"),
    gettext_noop(
        "Upload successful. Please update this image with a more appropriate title, if "
        "necessary. You may also delete the image completely if the upload wasn't required."
    ),
    gettext_noop("Choose an image"),
    gettext_noop("Edit this image"),
    gettext_noop("Image '%(image_title)s' updated."),
    gettext_noop("Image '%(image_title)s' deleted."),
    gettext_noop("The image could not be created due to errors."),
    gettext_noop("Image '%(image_title)s' added."),
    gettext_noop("This copy will be a child of this given parent page."),
    gettext_noop("New parent page"),
    gettext_noop("Copy subpages"),
    gettext_noop("Publish copied page"),
    gettext_noop("Publish copies"),
    gettext_noop("Alias"),
    gettext_noop('You do not have permission to copy to page "%(page_title)s"'),
    gettext_noop("You cannot copy a page into itself when copying subpages"),
    gettext_noop("Email link"),
    gettext_noop("Phone link"),
    gettext_noop("Add an anchor link"),
    gettext_noop("Insert anchor"),
    gettext_noop("Choose a page"),
    gettext_noop(
        'The URL you entered, <a target="_blank" rel="noreferrer" '
        'href="%(submitted_url)s">%(submitted_url)s</a>, looks like it matches the '
        'internal page %(page)s, which has the URL <a target="_blank" rel="noreferrer" '
        'href="%(internal_url)s">%(internal_url)s</a>.'
    ),
    gettext_noop("Add an email link"),
    gettext_noop("Insert link"),
    gettext_noop("Add an external link"),
    gettext_noop("Add a phone link"),
    gettext_noop("Explore subpages of '%(title)s'"),
    gettext_noop("Choose an item"),
    gettext_noop("Choose another item"),
    gettext_noop("Clear choice"),
    gettext_noop("Choose another page"),
    gettext_noop("Choose another task"),
    gettext_noop("Edit this task"),
    gettext_noop("Please provide a comma-separated list of tags."),
    gettext_noop("A comma-separated list of tags."),
)
