"""What stands in for functions of wagtail-localize; `kogu.patches` says why, and until when.

The receiver that names drafts is disconnected: it writes titles that do not fit, as HTML. Ours
(`receivers.set_draft_title`) writes texts that do. Ends when it does.
"""

from django.db.models.signals import post_save
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail_localize import models, operations
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.views import edit_translation, submit_translations

from kogu.patches import replace, wrap

from . import targets
from .outdated import keep_translations, review_note
from .permissions import may_edit
from .segment_errors import link_note, override_error, string_error


class PublishesNothing(RuntimeError):
    """Raised when code asks the replaced function to publish."""


def save_target(self, user=None, publish=True):
    """Saves the draft; publishing goes through the revision, like every other publication."""
    if publish:
        raise PublishesNothing("Publish the revision that targets.save_draft() returns.")
    return targets.save_draft(self, user)


def get_error(self):
    """Why a passage needs review, or what does not fit or is lost; None when all is there."""
    if isinstance(self, StringTranslation):
        return review_note(self) or string_error(self) if self.has_error else link_note(self)
    return override_error(self) if self.has_error else None


def get_comment(self):
    """With what and when the words were written; the date as the reader's language has it."""
    manually, with_tool = (
        _("Translated manually on {date}"),
        _("Translated with {tool_name} on {date}"),
    )
    date = date_format(localtime(self.updated_at), "SHORT_DATE_FORMAT")
    return (with_tool if self.tool_name else manually).format(tool_name=self.tool_name, date=date)


def translate_object(instance, locales, components=None, user=None):
    """Begins translations; none of them is live."""
    return targets.start(instance, locales, user)


def replace_stock_functions():
    """Put ours in the place of the stock functions."""
    replace(Translation, "save_target", save_target)
    wrap(TranslationSource, "refresh_segments", keep_translations)
    replace(StringTranslation, "get_comment", get_comment)
    for model in (StringTranslation, SegmentOverride):
        replace(model, "get_error", get_error)
    post_save.disconnect(models.post_save_string_translation, sender=StringTranslation)
    replace(edit_translation, "user_can_edit_instance", may_edit)
    for module in (operations, submit_translations):
        replace(module, "translate_object", translate_object)
