"""The words of Wagtail's scripts, which look for them in a catalogue of their own."""

from gettext import c2py

from django.utils.translation import gettext, gettext_noop, ngettext
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

WORDS = (
    gettext_noop("(%(number)s new items in this menu)"),
    gettext_noop("(1 new item in this menu)"),
    gettext_noop("(New)"),
    gettext_noop("A network error occurred."),
    gettext_noop("A server error occurred."),
    gettext_noop("Actions"),
    gettext_noop("Add a comment"),
    gettext_noop("Add"),
    gettext_noop("Alt text"),
    gettext_noop("Are you sure?"),
    gettext_noop("Autosave in progress…"),
    gettext_noop("Blocks"),
    gettext_noop("Broken link"),
    gettext_noop("Cancel"),
    gettext_noop("Changes have been autosaved."),
    gettext_noop("Character count:"),
    gettext_noop("Collapse all"),
    gettext_noop("Complex"),
    gettext_noop("Dashboard"),
    gettext_noop("Decorative image"),
    gettext_noop("Delete error"),
    gettext_noop("Deleting"),
    gettext_noop("Drag"),
    gettext_noop("Duplicate"),
    gettext_noop("Edit '%(title)s'"),
    gettext_noop("Enter your comments..."),
    gettext_noop("Enter your reply..."),
    gettext_noop("Error while sending preview data."),
    gettext_noop("Expand all"),
    gettext_noop("Fair"),
    gettext_noop("Focus comment"),
    gettext_noop("Good"),
    gettext_noop("Horizontal line"),
    gettext_noop("Insert a block"),
    gettext_noop("Line break"),
    gettext_noop("Loading…"),
    gettext_noop("Main menu"),
    gettext_noop("Missing document"),
    gettext_noop("More actions"),
    gettext_noop("Move down"),
    gettext_noop("Move up"),
    gettext_noop("No results"),
    gettext_noop("Page explorer"),
    gettext_noop("Pin toolbar"),
    gettext_noop("Preview"),
    gettext_noop("Reload saved content"),
    gettext_noop("Reload the page"),
    gettext_noop("Reply"),
    gettext_noop("Report this error to your website administrator with the following information:"),
    gettext_noop("Resolve"),
    gettext_noop("Retry"),
    gettext_noop("Save error"),
    gettext_noop("Saving..."),
    gettext_noop("Search options…"),
    gettext_noop("Search"),
    gettext_noop("See all"),
    gettext_noop("Show error"),
    gettext_noop("Show latest content"),
    gettext_noop("Split block"),
    gettext_noop("The editor just crashed. Content has been reset to the last saved version."),
    gettext_noop("Toggle section"),
    gettext_noop("Toggle side panel"),
    gettext_noop("Toggle sidebar"),
    gettext_noop("Unfocus comment"),
    gettext_noop("Unpin toolbar"),
    gettext_noop("View child pages of '%(title)s'"),
    gettext_noop("Write something or type ‘/’ to insert a block"),
)
COUNTED = {
    "%(num)s errors": lambda n: ngettext("%(num)s error", "%(num)s errors", n),
    "%(num)s mins": lambda n: ngettext("%(num)s min", "%(num)s mins", n),
    "%(num)s pixels": lambda n: ngettext("%(num)s pixel", "%(num)s pixels", n),
}


class ScriptWords(JavaScriptCatalog):
    """Wagtail's catalogue, and ours before it."""

    packages = ["wagtail.admin"]

    def get_catalog(self):
        """Wagtail's words, with those that it lacks or has badly from our catalogue."""
        ours = {word: gettext(word) for word in WORDS}
        said = {word: said for word, said in ours.items() if said != word}
        counted = {many: say for many, say in COUNTED.items() if say(2) != many}
        forms = {many.removesuffix("s"): self._forms(say) for many, say in counted.items()}
        return super().get_catalog() | said | forms

    def _forms(self, say):
        """What is said of a number for which the script picks each form of the plural."""
        form = c2py(self.get_plural() or "n != 1")
        numbers = (
            next((n for n in range(100) if form(n) == i), 2) for i in range(self._num_plurals)
        )
        return [say(number) for number in numbers]


def script_words(request):
    """The catalogue in the language that the person chose for the admin."""
    return get_localized_response(ScriptWords.as_view(), request)
