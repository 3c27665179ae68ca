"""The words of an address."""

from django.utils.text import slugify

from kogu.language.sorting import fold

LONGEST = 200


def slug_of(words: str) -> str:
    """The words as an address in ASCII has them, at most `LONGEST` characters; perhaps none."""
    return slugify(fold(words))[:LONGEST]
