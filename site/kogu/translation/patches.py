"""Functions of wagtail-localize replaced, each with its reason and its end.

- `Translation.save_target` writes draft words into live rows and publishes
  after the commit. Ours saves a draft. Ends when upstream separates the two.
- `edit_translation.user_can_edit_instance` looks at a snippet's model only, not
  its language. Ends when snippets have permissions by locale.
- `get_error` of translations and overrides knows markup only, and keeps other
  reasons in the language of who saved. Ours asks the field. Ends when it does.
- `TranslationSource.refresh_segments` forgets the translation of a passage whose
  source has changed. Ours keeps it to be reviewed. Ends when upstream does.
- `get_comment` writes dates in English. Ends when it does not.
- The receiver that names drafts writes titles that do not fit, as HTML. Ours
  (`receivers.name_draft`) writes texts that do. Ends when it does.
- `operations.translate_object` publishes untranslated snippets and copies
  parents as aliases. Ends when both are settings.
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
from wagtail_localize.views import edit_translation, submit_translations, update_translations

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


def replace():
    """Put ours in the place of the stock functions."""
    Translation.save_target = save_target
    TranslationSource.refresh_segments = keep_translations(TranslationSource.refresh_segments)
    StringTranslation.get_comment = get_comment
    StringTranslation.get_error = SegmentOverride.get_error = get_error
    post_save.disconnect(models.post_save_string_translation, sender=StringTranslation)
    edit_translation.user_can_edit_instance = may_edit
    operations.translate_object = translate_object
    submit_translations.translate_object = translate_object
    update_translations.user_can_edit_instance = may_edit
