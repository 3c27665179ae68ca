"""Where an organisation's name begins and ends inside running text."""

import re
from functools import cache

from kogu.imports.understanding.names import (
    UPPER,
    clean_name,
    looks_like_organisation,
)
from kogu.imports.words import Words, words_of

_QUOTED = r"[„“\"«][^„“”\"»«]{2,80}[”“\"»]"
_HALVED = rf"[{UPPER}]\w+-\s(?:ja|un|i|and)\s\w+"
_WORD = rf"(?:{_QUOTED}|{_HALVED}|[{UPPER}][\w&+’'/.-]*\w|[{UPPER}]|&)"
_LINKS = {
    "en": r"of the|of|for the|for|on the|on|&",
    "pl": r"na rzecz|w|we|z|ds\.|do spraw|dla|im\.|nad|pod",
    "et": r"&",
    "lv": r"&",
}
_ARTICLE = re.compile(r"^(?:the|a|an|our)\s+")
_OPENING_ARTICLE = re.compile(r"^(?:the|The|a|A|an|An|our|Our)\s+")


@cache
def _patterns(language: str) -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """A name behind a legal form; one that ends in an institution; a row of capitals."""
    about = words_of(language)["organisations"]
    linked = rf"(?:\s+(?:(?:{_LINKS[language]})\s+)?{_WORD})"
    joined = rf"(?:\s+i\s+(?!(?:{about['prefixes_cased']})\b){_WORD})?" if language == "pl" else ""
    form = rf"(?:{about['prefixes_cased']})\s+(?:{_QUOTED}|(?:{_WORD}{linked}*{joined}))"
    heads = rf"(?:[\w-]*(?:{about['heads']}))(?!\w)"
    between = (
        r"(?:\s+(?:un|[^\W\d_][\w-]*(?:a|as|u|es|is))){0,4}?"
        if language == "lv"
        else rf"(?:\s+{_WORD}){{0,6}}?"
    )
    if language == "pl":
        heads = r"(?!)"
    ends = rf"(?:{about['suffixes_cased']})(?!\w)"
    institution = (
        rf"{_WORD}{between}\s+(?:(?i:{heads})|{ends})(?:\s+{ends})?"
        rf"(?:\s+(?:of|for)\s+(?:the\s+)?{_WORD}(?:\s+{_WORD})*)?"
    )
    return re.compile(form), re.compile(institution), re.compile(rf"{_WORD}{linked}*")


def leading_name(text: str, words: Words) -> str:
    """The name a piece of text begins with."""
    text = _ARTICLE.sub("", text.strip())
    form, institution, capitals = _patterns(words.language)
    known = re.match(words["organisations"]["heads_cased"], text)
    named = form.match(text)
    if known and not (named and named.end() > known.end()):
        return known.group()
    for pattern in (form, institution):
        match = pattern.match(text)
        if match:
            return clean_name(match.group())
    oblique = _oblique(words.language)
    match = oblique.match(text) if oblique else None
    if match:
        return clean_name(match["name"])
    match = _in_another_case(words.language).match(text)
    if match:
        return clean_name(match.group())
    match = capitals.match(text)
    return clean_name(match.group()) if match else ""


@cache
def _in_another_case(language: str) -> re.Pattern:
    """A name as it stands behind "with the help of"; it is kept as written."""
    about = words_of(language)["organisations"]
    return re.compile(
        rf"(?:{about['oblique_cased']})\s+(?:{_QUOTED}"
        rf"|{_WORD}(?:\s+(?:(?:{_LINKS[language]}|i)\s+)?{_WORD})*)"
        rf"|{_WORD}(?:\s+[^\W\d_][\w-]*){{0,4}}?\s+(?i:{about['oblique_heads']})(?!\w)"
    )


@cache
def _oblique(language: str) -> re.Pattern | None:
    """Names whose nominative is the beginning of another case: "Keskuse", "Keskusega"."""
    if language == "et":
        ending = r"(?:i|e|u)(?:ga|lt|le|l|st|s|t)?"
        between = rf"(?:\s+{_WORD}){{0,5}}?"
    elif language == "lv":
        ending = r"(?<=a)s"
        between = r"(?:\s+(?:un|[^\W\d_][\w-]*(?:a|as|u|es|is))){0,4}?"
    else:
        return None
    heads = words_of(language)["organisations"]["heads"]
    return re.compile(
        rf"(?P<name>(?:{_WORD}{between}\s+)?(?=[{UPPER}]|[^\s]*)[\w-]*(?i:{heads})){ending}(?!\w)"
    )


def trailing_name(text: str, words: Words) -> str:
    """The name a piece of text ends with."""
    tokens = text.split()
    for start in range(max(0, len(tokens) - 9), len(tokens)):
        candidate = " ".join(tokens[start:])
        candidate = _OPENING_ARTICLE.sub("", candidate)
        name = leading_name(candidate, words)
        is_whole = name and name == clean_name(candidate)
        if is_whole and looks_like_organisation(name, words):
            return name
    return ""


def named_organisations(text: str, words: Words) -> list[str]:
    """Names with a legal form or an institution's word, wherever they stand."""
    form, institution, _capitals = _patterns(words.language)
    found = []
    for pattern in (form, institution):
        for match in pattern.finditer(text):
            name = clean_name(_OPENING_ARTICLE.sub("", match.group()))
            if looks_like_organisation(name, words) and _is_sound(name):
                found.append((match.start(), name))
    return [name for _place, name in sorted(found)]


def _is_sound(name: str) -> bool:
    """At least two capitals, whole quotation marks, no year inside."""
    capitals = len(re.findall(rf"(?:^|\s)[„“\"«]?[{UPPER}]", name))
    is_closed = len(re.findall('[„“«"]', name)) <= len(re.findall('[”“»"]', name))
    is_one = not re.search(r"[”“»\"]\s+(?:un|ja|i|oraz|and)\s", name)
    return is_one and capitals >= 2 and is_closed and not re.search(r"\d{4}", name)
