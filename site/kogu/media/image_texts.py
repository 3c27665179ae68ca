"""The words of images: read with the images, or one by one where staff look at one."""

from typing import NamedTuple


class LocalizedText(NamedTuple):
    """Alternative text and caption of an image in one language."""

    language: str
    alt: str = ""
    caption: str = ""


def text_of(image, language) -> LocalizedText:
    """The image's words in a language, empty where nobody has written any."""
    known = getattr(image, "_text", None)
    if known is None or known.language != language:
        text = image.texts.filter(language=language).first() if image.pk else None
        known = LocalizedText(language, text.alt, text.caption) if text else LocalizedText(language)
        image._text = known
    return known


def cache_text(image, words: LocalizedText):
    """Keeps words that were read together with the image."""
    image._text = words
    return image
