"""One form field for an image's words, folded by language."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .models import ImageText

KINDS = ("alt", "caption")


class ImageTextsWidget(forms.MultiWidget):
    """Alternative text and caption for each language; the first language lies open."""

    template_name = "media/widgets/image_words.html"

    class Media:
        """How the languages fold."""

        css = {"all": ["media/image_words.css"]}

    def __init__(self, languages, attrs=None):
        self.codes = list(languages)
        inputs = {
            f"{kind}_{code}": forms.TextInput(attrs={"lang": code, "maxlength": 255})
            for code in self.codes
            for kind in KINDS
        }
        super().__init__(inputs, attrs)

    def decompress(self, value):
        """The words in the order of the inputs."""
        value = value or {}
        return [value.get((code, kind), "") for code in self.codes for kind in KINDS]

    def get_context(self, name, value, attrs):
        """Puts the inputs of one language together, with their labels."""
        context = super().get_context(name, value, attrs)
        parts = context["widget"]["subwidgets"]
        names = dict(settings.LANGUAGES)
        context["widget"]["languages"] = [
            self._group(index, names[code], parts[2 * index : 2 * index + 2])
            for index, code in enumerate(self.codes)
        ]
        return context

    def _group(self, index, name, parts):
        for kind, part in zip(KINDS, parts, strict=True):
            field = ImageText._meta.get_field(kind)
            label = str(field.verbose_name)
            part["label"] = label[:1].upper() + label[1:]
            if field.help_text and part["attrs"].get("id"):
                part["help_text"] = field.help_text
                part["attrs"]["aria-describedby"] = f"{part['attrs']['id']}-help"
        has_text = any(part["value"] for part in parts)
        return {"name": name, "parts": parts, "is_open": index == 0, "has_text": has_text}


class ImageTextsField(forms.MultiValueField):
    """An image's words, as a dictionary by language and kind."""

    def __init__(self, languages, **kwargs):
        self.codes = list(languages)
        fields = [
            forms.CharField(max_length=255, required=False)
            for _code in self.codes
            for _kind in KINDS
        ]
        super().__init__(
            fields,
            label=_("What the picture shows"),
            required=False,
            require_all_fields=False,
            widget=ImageTextsWidget(self.codes),
            **kwargs,
        )

    def compress(self, values):
        """The words by language and kind."""
        places = [(code, kind) for code in self.codes for kind in KINDS]
        return dict(zip(places, values or [""] * len(places), strict=True))


def texts_by_language(image) -> dict[tuple[str, str], str]:
    """The image's texts by language and kind (`alt`, `caption`)."""
    texts = image.texts.all() if image.pk else ()
    return {(text.language, kind): getattr(text, kind) for text in texts for kind in KINDS}


def save_texts(image, words: dict[tuple[str, str], str]):
    """Writes what differs from what is known."""
    known = texts_by_language(image)
    for language in dict.fromkeys(code for code, _kind in words):
        typed = {kind: words[language, kind].strip() for kind in KINDS}
        if any(known.get((language, kind), "") != typed[kind] for kind in KINDS):
            text = image.texts.filter(language=language).first()
            text = text or ImageText(image=image, language=language)
            text.alt, text.caption = typed["alt"], typed["caption"]
            text.save()
