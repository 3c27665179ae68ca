"""The words of images: read with the images, or one by one where staff look at one."""

from typing import NamedTuple


class Words(NamedTuple):
    """What one image shows, in one language."""

    language: str
    alt: str = ""
    caption: str = ""


def words_of(image, language) -> Words:
    """The image's words in a language, empty where nobody has written any."""
    known = getattr(image, "_words", None)
    if known is None or known.language != language:
        text = image.texts.filter(language=language).first() if image.pk else None
        known = Words(language, text.alt, text.caption) if text else Words(language)
        image._words = known
    return known


def remember(image, words: Words):
    """Keeps words that were read together with the image."""
    image._words = words
    return image
