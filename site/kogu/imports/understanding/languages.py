"""Tells which of our languages a document is written in."""

import re
from functools import cache

from kogu.imports.understanding.words import LANGUAGES, words_of
from kogu.language.dates import find_dates

_LETTERS = {"et": "õäöü", "lv": "āčēģīķļņšūž", "pl": "ąćęłńóśźż", "en": ""}
_WORD = re.compile(r"[^\W\d_]+")
# A sheet of labels has so few function words that the letters of its names outweigh them.
_SHORT = 150


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(words_of(language)["function_words"].split())


def tell_language(text: str, hint: str = "") -> tuple[str, bool]:
    """The likeliest language, and whether that is certain."""
    found = [word.lower() for word in _WORD.findall(text[:20_000])]
    scores = {language: _score(language, found) for language in LANGUAGES}
    if 0 < len(found) <= _SHORT:
        for language in LANGUAGES:
            scores[language] += len(_formal_words(language, text)) / len(found)
    if hint in scores:
        scores[hint] += 0.05
    ranked = sorted(scores, key=scores.get, reverse=True)
    best, second = ranked[0], ranked[1]
    return best, scores[best] > 0.03 and scores[best] > scores[second] * 1.3


def _score(language: str, found: list[str]) -> float:
    """The share of function words, and of letters only this language has."""
    if not found:
        return 0.0
    known = sum(word in _function_words(language) for word in found)
    own = sum(any(letter in word for letter in _LETTERS[language]) for word in found)
    return (known + own * 0.5) / len(found)


def _formal_words(language: str, text: str) -> list[str]:
    """The words of labels, written dates and roles, which are of the language of the document."""
    words = words_of(language)
    lines = text.split("\n")
    labels = (label.name for line in lines if (label := words.label(line)))
    dates = (date.text for date in find_dates(text, language))
    return _WORD.findall(" ".join([*labels, *dates, *words.role_words.findall(text)]))
