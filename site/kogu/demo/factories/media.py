"""Images with words, and documents."""

import io

import factory
from django.conf import settings
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Collection

from kogu.delivery.changes import public_change
from kogu.media.models import ImageText, KoguDocument, KoguImage


def _root():
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def _gradient(width, height):
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


class ChangingFactory(DjangoModelFactory):
    """Something readers may see beside pages: it is made inside a public change."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with public_change():
            return super()._create(model_class, *args, **kwargs)


class ImageTextFactory(ChangingFactory):
    """What an image shows, in one language."""

    class Meta:
        model = ImageText

    language = settings.LANGUAGE_CODE
    alt = "Vana meierei aknad põlevad"


class ImageFactory(ChangingFactory):
    """A picture with words in every language; a small gradient unless `data` is given."""

    class Meta:
        model = KoguImage

    class Params:
        size = (640, 427)
        data = factory.LazyAttribute(lambda image: _gradient(*image.size))
        filename = "picture.jpg"

    title = factory.Sequence(lambda n: f"Picture {n}")
    collection = factory.LazyFunction(_root)
    file = factory.LazyAttribute(lambda image: ContentFile(image.data, image.filename))
    credit = "Koivamaa"
    licence = "cc-by-4.0"
    alt = "Vana meierei"

    @classmethod
    def _create(cls, model_class, *args, alt="", **kwargs):
        """`alt` is one text for every language, or a mapping of them; empty for none."""
        with public_change():
            image = super()._create(model_class, *args, **kwargs)
            texts = alt if isinstance(alt, dict) else dict.fromkeys(dict(settings.LANGUAGES), alt)
            for language, words in texts.items():
                if words:
                    ImageText.objects.create(image=image, language=language, alt=words)
        return image


class DocumentFactory(ChangingFactory):
    """A document to download."""

    class Meta:
        model = KoguDocument

    title = factory.Sequence(lambda n: f"Document {n}")
    collection = factory.LazyFunction(_root)
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.4\n%%EOF\n", "document.pdf"))
