"""Recognises the names of people and organisations, and cuts lists of them apart."""

import re

from kogu.imports.understanding.words import Words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĪĮĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŞŠŤŪŮŰŲŹŻŽ"
_TOKEN = rf"[{UPPER}][^\W\d_{UPPER}]*(?:['’-][{UPPER}]?[^\W\d_]+)*"
_PERSON = rf"{_TOKEN}(?:\s+(?:{_TOKEN}|[{UPPER}]\.|von|van|de|da)){{1,3}}"
PERSON = re.compile(_PERSON)
EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![a-z])")
PHONE = re.compile(
    r"(?<![\w./-])(?:\+\s?\d{1,3}[\s-]?)?(?:\(\d{1,4}\)[\s-]?)?\d(?:[\s-]?\d){5,10}(?![\w/]|\.\d)"
)
QUOTES = "\"„“”‟«»‘’'‚"
_OPENING, _CLOSING = '„“"«‚', '”"»“‘’'
_DESCRIBED = (
    r"(?:the\s+)?(?:company|firm|firma|firmą|firmę|spółka|spółką|uzņēmums|uzņēmumu"
    r"|ettevõte|ettevõttega)\s+"
)
_BEGINS_NAME = rf"{_DESCRIBED}|[{UPPER}\d{re.escape(QUOTES)}]|biedrība|nodibinājums|sihtasutus|the "
_ACRONYM = re.compile(
    rf"\s*\((?:[{UPPER}][{UPPER}\d&-]{{1,9}}|edaspidi[^)]*|turpmāk[^)]*|dalej[^)]*)\)"
)


def unquoted(text: str) -> str:
    """Without one pair of quotation marks around everything, and without loose ends."""
    text = text.strip().strip(" ;")
    if len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING:
        inner = text[1:-1]
        if not any(mark in inner for mark in '„“”«»"'):
            return inner.strip()
    return text


def clean_name(text: str) -> str:
    """A name as it stands in a list: no bullet, no full stop, no acronym behind it."""
    text = _ACRONYM.sub("", text.strip(" \t•●-–—*;,:"))
    if not re.search(r"(?:o\.\s?o|[Ll]td|Inc|S\.A|nr|vms)\.$", text):
        text = text.rstrip(".")
    return unquoted(text.strip(" ;,"))


def is_person(text: str, words: Words) -> bool:
    """Two to four capitalised words, none of which is a role or an institution."""
    text = text.strip()
    if not PERSON.fullmatch(text) or looks_like_organisation(text, words):
        return False
    return not any(words.role_words.fullmatch(token) for token in text.split())


def find_person(text: str, words: Words) -> str:
    """The first person named in the text."""
    for match in PERSON.finditer(text):
        candidate = match.group()
        if is_person(candidate, words):
            return candidate
    return ""


def looks_like_organisation(text: str, words: Words) -> bool:
    """A legal form at either end, or a word for an institution as its last word."""
    about = words["organisations"]
    text = text.strip(" .,;")
    if re.search(rf"^(?:{about['prefixes_cased']})\s|\s(?:{about['suffixes_cased']})$", text):
        return True
    if re.fullmatch(about["heads_cased"], text):
        return True
    last = text.split()[-1] if text.split() else ""
    return (
        bool(re.search(rf"(?:^|.*[^\W\d_]|-)(?:{about['heads']})$", last, re.I)) and len(last) > 3
    )


def split_names(text: str, words: Words) -> list[str]:
    """The names in a list such as "A, B ja C"; nothing inside quotes is cut."""
    joined = words["sentences"]["joined"]
    if not text.rstrip().endswith("o.o."):
        text = text.strip().rstrip(".")
    parts = [
        name
        for part in _cut(text, rf"[;\n]|,\s+|\s+(?:{joined})\s+|\s/\s")
        if (
            name := clean_name(re.sub(rf"^(?:(?:{joined})\s+)?(?:{_DESCRIBED})?", "", part.strip()))
        )
    ]
    return _rejoined(parts, text, words)


def _rejoined(parts: list[str], text: str, words: Words) -> list[str]:
    """ "Earth and People Foundation" is one name: its halves are none."""
    names: list[str] = []
    for part in parts:
        before = names[-1] if names else ""
        link = re.search(rf"{re.escape(before)}(\s+(?:ja|un|i|and)\s+){re.escape(part)}", text)
        is_half = looks_like_organisation(before, words) != looks_like_organisation(part, words)
        if before and link and is_half and len(part.split()) <= 3:
            names[-1] = f"{before}{link[1]}{part}"
        else:
            names.append(part)
    return names


def _cut(text: str, separator: str) -> list[str]:
    """Split outside quotes and brackets, and between words only before a name."""
    parts, begin = [], 0
    for match in re.finditer(separator, text):
        before, after = text[: match.start()], text[match.end() :]
        is_inside = before.count("(") > before.count(")") or _inside_quotes(before)
        is_word = not re.search(r"[;,\n]", match.group())
        if is_inside or (is_word and after and not re.match(_BEGINS_NAME, after)):
            continue
        parts.append(before[begin:])
        begin = match.end()
    return [*parts, text[begin:]]


def _inside_quotes(before: str) -> bool:
    if before.count('"') % 2:
        return True
    last_open = max(before.rfind("„"), before.rfind("«"))
    return last_open > max(before.rfind("”"), before.rfind("“"), before.rfind("»"), -1)
