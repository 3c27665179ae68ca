"""The forms through which every image and document comes in, wherever an editor uploads it."""

from django import forms
from django.conf import settings
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .document_validation import check_document
from .image_text_field import ImageTextsField, save_texts, texts_by_language
from .uploads import FORMATS, clean_upload

CHOOSER_PREFIX = "image-chooser-upload"


class PictureField(WagtailImageField):
    """A picture that is checked and written anew before anything else looks at it."""

    default_validators = []

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = _("%(kinds)s, at most %(size)s.") % {
            "kinds": ", ".join(FORMATS).upper(),
            "size": filesizeformat(self.max_upload_size),
        }

    def to_python(self, data):
        """The cleaned upload; refuses in words for the person who sent it."""
        upload = forms.FileField.to_python(self, data)
        if upload is not None:
            clean_upload(upload)
        return upload


class ImageForm(BaseImageForm):
    """An image: its file, its words, whose it is and where it belongs."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )
        words = ImageTextsField(self._languages(), initial=texts_by_language(self.instance))
        leading = {name: self.fields[name] for name in ("title", "file") if name in self.fields}
        self.fields = {**leading, "words": words, **self.fields}

    def _languages(self):
        """The writer's own first; in the chooser only that and the site's."""
        default, *others = [code for code, _name in settings.LANGUAGES]
        own = translation.get_language()
        nearest = [own, default] if own in others else [default]
        if self.prefix == CHOOSER_PREFIX:
            return nearest
        return list(dict.fromkeys([*nearest, *others]))

    def save(self, commit=True):
        """Saves the image, then its words."""
        with transaction.atomic():
            image = super().save(commit=commit)
            if commit and self._words_were_sent():
                save_texts(image, self.cleaned_data["words"])
        return image

    def _words_were_sent(self):
        """A program that changes only the title must not erase the words."""
        widget = self.fields["words"].widget
        return not widget.value_omitted_from_data(self.data, self.files, self.add_prefix("words"))


class DocumentForm(BaseDocumentForm):
    """A document: a file of a kind we know, to be saved by whoever downloads it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.help_text = _("%(kinds)s, at most %(size)s.") % {
                "kinds": ", ".join(settings.WAGTAILDOCS_EXTENSIONS).upper(),
                "size": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
            }
            field.check_document_file_size = _checked_below

    def clean_file(self):
        """Looks at a new file's name, size and first bytes."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            check_document(file)
        return file


def _checked_below(_upload):
    """Size is refused by `check_document`, in the same words as for pictures."""
