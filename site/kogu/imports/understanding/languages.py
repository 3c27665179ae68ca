"""Tells which of our languages a document is written in."""

import re
from functools import cache

from kogu.imports.words import LANGUAGES, words_of
from kogu.language.dates import find_dates, impossible_dates

_WORD = re.compile(r"[^\W\d_]+")
# A sheet of labels has so few function words that the letters of its names outweigh them.
_SHORT = 150


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(words_of(language)["function_words"].split())


def tell_language(text: str, hint: str = "") -> tuple[str, bool]:
    """The likeliest language, and whether that is certain."""
    text = text[:20_000]
    found = _WORD.findall(text)
    names = _names(text) if len(found) <= _SHORT else []
    scores = {language: _score(language, found, names) for language in LANGUAGES}
    if 0 < len(found) <= _SHORT:
        for language in LANGUAGES:
            scores[language] += len(_formal_words(language, text)) / len(found)
    if hint in scores:
        scores[hint] += 0.05
    ranked = sorted(scores, key=scores.get, reverse=True)
    best, second = ranked[0], ranked[1]
    return best, scores[best] > 0.03 and scores[best] > scores[second] * 1.3


def _score(language: str, found: list[str], names: list[str]) -> float:
    """The share of function words, and of letters only this language has; names say little."""
    if not found:
        return 0.0
    known = sum(word.lower() in _function_words(language) for word in found)
    telling, of_names = (_with_letters(language, words) for words in (found, names))
    return (known + telling * 0.5 - of_names * 0.4) / len(found)


def _with_letters(language: str, words: list[str]) -> int:
    letters = set(words_of(language)["writing"]["telling_letters"])
    return sum(not letters.isdisjoint(word.lower()) for word in words)


def _names(text: str) -> list[str]:
    """The words with a capital letter that begin no sentence."""
    capitals = (match for match in _WORD.finditer(text) if match[0][0].isupper())
    befores = ((match[0], text[: match.start()].rstrip(' \t„“"')) for match in capitals)
    return [word for word, before in befores if before and before[-1] not in ".!?\n"]


def _formal_words(language: str, text: str) -> list[str]:
    """The words of labels, written dates and roles, which are of the language of the document."""
    words = words_of(language)
    lines = text.split("\n")
    labels = (label.name for line in lines if (label := words.label(line)))
    dates = [date.text for date in find_dates(text, language)]
    dates += impossible_dates(text, language)
    return _WORD.findall(" ".join([*labels, *dates, *words.role_words.findall(text)]))
