"""The admin speaks one language at a time, and the translator's editor speaks it too.

Django fills what a language lacks from the site's first language: a Latvian's
screens would speak half Estonian. Here what is lacking stays in English.
"""

from django.utils.translation import pgettext, trans_real
from django.views.i18n import JavaScriptCatalog

from kogu.patches import replace


def disable_language_fallback():
    """Of all languages, before the first is loaded."""
    replace(trans_real.DjangoTranslation, "_add_fallback", _add_none)
    trans_real._translations.clear()


def _add_none(_translation, localedirs=None):
    """Messages without a translation stay in the language of the code."""


class EditorCatalog(JavaScriptCatalog):
    """The words of the translator's editor: its own know neither Estonian nor Latvian well."""

    packages = ["wagtail_localize"]

    def get_catalog(self):
        """The editor's words, and ours before them."""
        return {**super().get_catalog(), **editor_messages()}


def _notice_messages():
    """The editor's messages about publishing, locking and choosing."""
    return {
        "[DELETED]": pgettext("translation editor", "[DELETED]"),
        "Applying editor lock": pgettext("translation editor", "Applying editor lock"),
        "Change %s": pgettext("translation editor", "Change %s"),
        "Change document": pgettext("translation editor", "Change document"),
        "Change image": pgettext("translation editor", "Change image"),
        "Change page": pgettext("translation editor", "Change page"),
        "Choose a %s": pgettext("translation editor", "Choose a %s"),
        "Convert to alias page": pgettext("translation editor", "Convert to alias page"),
        "Edit this %s": pgettext("translation editor", "Edit this %s"),
        "Fetching %s information...": pgettext("translation editor", "Fetching %s information..."),
        "Fetching document information...": pgettext(
            "translation editor", "Fetching document information..."
        ),
        "Fetching image information...": pgettext(
            "translation editor", "Fetching image information..."
        ),
        "Fetching page information...": pgettext(
            "translation editor", "Fetching page information..."
        ),
        "Publish in ": pgettext("translation editor", "Publish in "),
        "Publishing...": pgettext("translation editor", "Publishing..."),
        "Removing editor lock": pgettext("translation editor", "Removing editor lock"),
        "Stop Synced translation": pgettext("translation editor", "Stop Synced translation"),
        "Stopping Synced translation": pgettext(
            "translation editor", "Stopping Synced translation"
        ),
    }


def editor_messages():
    """Our translations of the editor's messages, by their English text."""
    return {
        **_notice_messages(),
        "Actions": pgettext("translation editor", "Actions"),
        "Cancel": pgettext("translation editor", "Cancel"),
        "Changed": pgettext("translation editor", "Changed"),
        "Download PO file": pgettext("translation editor", "Download the PO file"),
        "Download PO file and input translations offline": pgettext(
            "translation editor", "Translate in a program of your own"
        ),
        "Edit": pgettext("translation editor", "Edit"),
        "Not translated": pgettext("translation editor", "Not translated yet"),
        "Preview": pgettext("translation editor", "Preview"),
        "Revert to %s version": pgettext("translation editor", "Back to the version in: %s"),
        "Save": pgettext("translation editor", "Save"),
        "Saving...": pgettext("translation editor", "Saving…"),
        "Server error": pgettext("translation editor", "The server could not save this"),
        "There are unsaved segments. Please save or cancel them before leaving.": pgettext(
            "translation editor", "Passages are open. Save or cancel them before you leave."
        ),
        "Translate": pgettext("translation editor", "Translate"),
        "Upload PO file": pgettext("translation editor", "Upload the PO file"),
        "Upload translated PO file to submit translations": pgettext(
            "translation editor", "Bring back what you translated there"
        ),
        "Uses %s version": pgettext("translation editor", "Uses the version in: %s"),
        "segments translated": pgettext("translation editor", "passages translated"),
    }
