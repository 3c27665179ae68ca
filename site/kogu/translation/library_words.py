"""Words of the admin that libraries lack in our languages, or have badly.

They are translated with ours; what the libraries translate themselves is not listed.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

WAGTAIL = (
    gettext_noop("%(time_period)s ago"),
    gettext_noop("%(time_period)s ago by %(user_display_name)s"),
    gettext_noop("Awaiting your review"),
    gettext_noop("By task"),
    gettext_noop("Editing %(page_type)s"),
    gettext_noop("Exploring"),
    gettext_noop("Forgotten password?"),
    gettext_noop("Remember me"),
    gettext_noop("Search term"),
    gettext_noop("Sort by"),
    gettext_noop("Start Synced translation"),
    gettext_noop("Successfully imported translations from PO File."),
    gettext_noop("Target"),
    gettext_noop(
        "The page '{page_title}' was successfully submitted for translation into {locales}"
    ),
    gettext_noop(
        "The {model_name} '{object}' was successfully submitted for translation into {locales}"
    ),
    gettext_noop("Up to date"),
    gettext_noop("live"),
    gettext_noop("Add or show comments"),
    gettext_noop("Aging pages"),
    gettext_noop("All keyboard shortcuts"),
    gettext_noop("Application"),
    gettext_noop("Bold"),
    gettext_noop("Close dialog"),
    gettext_noop("Close modal dialogs (like this one)"),
    gettext_noop("Current page status:"),
    gettext_noop("Cut"),
    gettext_noop("Edit account avatar"),
    gettext_noop("Editor Guide"),
    gettext_noop("Help"),
    gettext_noop("Insert or edit a link"),
    gettext_noop("Italic"),
    gettext_noop(
        "JavaScript is required to use Wagtail, but it is currently disabled.<br /> Here are "
        'the <a href="https://www.enable-javascript.com/" target="_blank" '
        'rel="noreferrer">instructions how to enable JavaScript in your web browser</a>.'
    ),
    gettext_noop("Keyboard shortcut"),
    gettext_noop("Keyboard shortcuts"),
    gettext_noop("Monospace (code)"),
    gettext_noop("Page types usage"),
    gettext_noop("Paste"),
    gettext_noop("Paste without formatting"),
    gettext_noop("Privacy and access"),
    gettext_noop("Reports"),
    gettext_noop("Save changes"),
    gettext_noop("Search all pages…"),
    gettext_noop("Shortcuts"),
    gettext_noop("Show keyboard shortcuts"),
    gettext_noop("Sidebar"),
    gettext_noop("Site history"),
    gettext_noop("Skip to main content"),
    gettext_noop("Strike-through"),
    gettext_noop("Subscript"),
    gettext_noop("Superscript"),
    gettext_noop("Text editing"),
    gettext_noop("Text formatting"),
    gettext_noop("Toggle minimap"),
    gettext_noop("Toggle section"),
    gettext_noop("Toggle sidebar"),
    gettext_noop("Workflow tasks"),
    gettext_noop("Workflows"),
    gettext_noop("Your pages and snippets in a workflow"),
    gettext_noop("account"),
    gettext_noop("- Select an option -"),
    gettext_noop("Actions (footer)"),
    gettext_noop("Add comment"),
    gettext_noop("Anyone with editing permissions can create schedules"),
    gettext_noop("Autosave is paused"),
    gettext_noop("Breadcrumb"),
    gettext_noop("But only those with publishing permissions can make them effective."),
    gettext_noop("Checks"),
    gettext_noop("Choose when this page should go live and/or expire"),
    gettext_noop("Comment notifications"),
    gettext_noop("Comments"),
    gettext_noop("Content metrics"),
    gettext_noop("Correct the validation errors to resume preview (saving will highlight errors)"),
    gettext_noop("How we calculate our metrics"),
    gettext_noop("Issues found"),
    gettext_noop("Loading"),
    gettext_noop("Locale: "),
    gettext_noop("Locking: "),
    gettext_noop("Minimap"),
    gettext_noop("More actions"),
    gettext_noop("No other translations"),
    gettext_noop("No publishing schedule set"),
    gettext_noop("Not visible to the public"),
    gettext_noop("Once live anyone can view"),
    gettext_noop("Page visibility: "),
    gettext_noop("Preview in desktop size"),
    gettext_noop("Preview in mobile size"),
    gettext_noop("Preview in new tab"),
    gettext_noop("Preview in tablet size"),
    gettext_noop("Preview is out of date"),
    gettext_noop("Readability"),
    gettext_noop("Reading time"),
    gettext_noop("Save schedule"),
    gettext_noop("Saved"),
    gettext_noop("Set publishing schedule"),
    gettext_noop("Set schedule"),
    gettext_noop("Side panel width"),
    gettext_noop("Side panels"),
    gettext_noop("Switch locales"),
    gettext_noop("The descriptive text displayed underneath a headline in search engine results."),
    gettext_noop(
        "The name of the page displayed on search engine results as the clickable headline."
    ),
    gettext_noop("This data explained"),
    gettext_noop("Toggle breadcrumbs"),
    gettext_noop("Toggle checks"),
    gettext_noop("Toggle comments"),
    gettext_noop("Toggle preview"),
    gettext_noop("Toggle side panel"),
    gettext_noop("Toggle status"),
    gettext_noop("Usage"),
    gettext_noop("Visible to all"),
    gettext_noop(
        "We calculate reading time from word count, using different reading speeds for "
        "different languages."
    ),
    gettext_noop(
        "We extract the main content from the page preview, remove all formatting, and "
        "calculate the number of words."
    ),
    gettext_noop(
        "We use a readability formula based on length of words and sentences. Long sentences "
        "and words result in a worse readability score."
    ),
    gettext_noop("A network error occurred"),
    gettext_noop("Change privacy"),
    gettext_noop("Choose who can view the live version of this page"),
    gettext_noop("History"),
    gettext_noop("Privacy changes apply to all children of this page too."),
    gettext_noop("Status: "),
    gettext_noop(
        "Troubleshoot your connection to the site before proceeding. Open the editor in a "
        "separate tab to view the last saved version."
    ),
    gettext_noop("View history"),
    gettext_noop("View latest version"),
    gettext_noop("Dark"),
    gettext_noop("Light"),
    gettext_noop("More contrast"),
    gettext_noop("Enable custom keyboard shortcuts specific to Wagtail."),
    gettext_noop("Name and Email"),
    gettext_noop("Notifications"),
    gettext_noop("Profile"),
    gettext_noop(
        "Receive notification when comments have been created, resolved, or deleted on a page "
        "that you have subscribed to receive comment notifications on"
    ),
    gettext_noop("Save your changes before leaving"),
    gettext_noop("Snug"),
    gettext_noop("System default"),
    gettext_noop("Theme preferences"),
    gettext_noop("Locale"),
    gettext_noop("Collapse all"),
    gettext_noop("Expand all"),
    gettext_noop("Log in"),
    gettext_noop("Cancel"),
    gettext_noop("Sign in to Wagtail"),
    gettext_noop("slug"),
    gettext_noop("New slug"),
    gettext_noop("The slug '%(page_slug)s' is already in use within the parent page."),
    gettext_noop(
        "The slug '%(page_slug)s' is already in use within the parent page at "
        "'%(parent_url_path)s'."
    ),
    gettext_noop(
        "The slug '%(page_slug)s' is already in use at the selected parent page. Make sure the "
        "slug is unique and try again."
    ),
    gettext_noop(
        'This slug is already in use within the context of its parent page "%(parent_page_title)s"'
    ),
    ngettext_lazy(
        "The following page cannot be moved due to duplicate slug",
        "The following pages cannot be moved due to duplicate slugs",
    ),
    gettext_noop("Your %(username_field)s and password didn't match. Please try again."),
    # xgettext:no-python-format
    gettext_noop("Submit to %(workflow_name)s"),
    # xgettext:no-python-format
    gettext_noop("Resubmit to %(task_name)s"),
    gettext_noop("Request changes"),
    gettext_noop("Changes requested"),
    gettext_noop("Changes requested at"),
    gettext_noop("Approve"),
    gettext_noop("Approve with comment"),
    gettext_noop("Awaiting my review"),
    gettext_noop("Requested by"),
    gettext_noop("Collection"),
    gettext_noop("Collections"),
    gettext_noop("Images"),
    gettext_noop("Redirects"),
    gettext_noop("Snippets"),
    gettext_noop("Dashboard"),
    gettext_noop("Explore"),
    gettext_noop("Show in Explorer"),
    gettext_noop("Parent page"),
    gettext_noop("Add"),
    gettext_noop("Add a child page"),
    gettext_noop("Add child page"),
    gettext_noop("Move up"),
    gettext_noop("Move down"),
    gettext_noop("Drag"),
    gettext_noop("Blockquote"),
    gettext_noop("Live version"),
    gettext_noop("Compare with live version"),
    gettext_noop("View live"),
    gettext_noop("Visit the live page"),
    gettext_noop("Initial Revision"),
    gettext_noop("Revert"),
    gettext_noop("Inspect"),
    gettext_noop("Date / Time"),
    gettext_noop("Schedule publication"),
    gettext_noop("Unschedule"),
    gettext_noop("Go-live:"),
    gettext_noop("Expiry:"),
    gettext_noop("live + draft"),
    gettext_noop("live + scheduled"),
    gettext_noop("scheduled"),
    gettext_noop("first published at"),
    gettext_noop("last published at"),
    gettext_noop("latest revision created at"),
    gettext_noop("go live date/time"),
    gettext_noop("expiry date/time"),
    gettext_noop("show in menus"),
)

WAGTAIL_LOCALIZE = (
    gettext_noop(
        "<{}> tag is not allowed. Strings can only contain standard HTML inline tags (such as "
        "<b>, <a>)"
    ),
    gettext_noop("Strings cannot have any HTML tags with attributes (except for 'id' in <a> tags)"),
    gettext_noop("Unrecognised id found in an <a> tag: {}"),
)

DJANGO = (
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)
