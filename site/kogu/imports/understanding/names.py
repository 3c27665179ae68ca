"""Recognises the names of people and organisations, and cuts lists of them apart."""

import re

from kogu.imports.words import Words, in_any

_LATIN = [chr(code) for code in range(0xC0, 0x180)]
# Letters of every language written in Latin, for use within brackets of an expression.
UPPER = "A-Z" + "".join(filter(str.isupper, _LATIN))
LOWER = "a-z" + "".join(filter(str.islower, _LATIN))
_TOKEN = rf"(?:[dlDL]['’]|(?:al|el|ben)-)?[{UPPER}][^\W\d_{UPPER}]*(?:['’-][{UPPER}]?[^\W\d_]+)*"
_TITLES = (
    rf"(?:\b(?:(?:{in_any('names', 'titles')})\.|{in_any('names', 'titles_without_stop')})\s+)*"
)
# Words that stand before a family name and never end a name.
_PARTICLE = (
    r"(?:von und zu|von|fon|van|vom|zu|zum|zur|der|den|dem|des|de|del|della|di|da|das|do|dos|du|la"
    r"|le|las|los|el|al|bin|ibn|ben|af|av|ter|ten|op|['’][tsn])"
)
_PERSON = rf"{_TITLES}{_TOKEN}(?:\s+(?:(?:{_PARTICLE}\s+){{0,3}}{_TOKEN}|[{UPPER}]\.)){{1,3}}"
PERSON = re.compile(_PERSON)
# A whole piece of a card; within a text it may be a street: "A. H. Tammsaare 5".
_INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?){{1,3}}{_TOKEN}")
EMAIL = re.compile(r"[^\W_][\w.+-]{0,80}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![a-z])")
PHONE = re.compile(
    r"(?<![\w./-])(?:\(\+\d{1,3}\)[\s-]?|\+\s?\d{1,3}[\s-]?)?(?:\(\d{1,4}\)[\s-]?)?\d(?:[\s-]?\d){5,10}(?![\w/]|\.\d)"
    rf"(?:,?\s*(?:{in_any('names', 'extension')})\s?\d{{1,5}}\b)?"
)
QUOTES = "\"„“”‟«»‘’'‚"
_OPENING, _CLOSING = '„“"«‚', '”"»“‘’'
_DESCRIBED = rf"(?:the\s+)?(?:{in_any('names', 'described')})\s+"
_BEGINS_NAME = (
    rf"{_DESCRIBED}|[^\W\d_]{{4,}}\s+[{UPPER}„“\"]|[{UPPER}\d{re.escape(QUOTES)}]"
    rf"|{in_any('names', 'begins_organisation')}"
)
_ACRONYM = re.compile(
    rf"\s*\((?:[{UPPER}][{UPPER}\d&-]{{1,9}}|(?:{in_any('names', 'hereafter')})[^)]*)\)"
)


_STREET = re.compile(rf"(?:{in_any('names', 'street')})$")


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
    if not re.search(r"(?:o\.\s?o|[Ss]p\.\s?[jkp]|s\.\s?c|[Ll]td|Inc|S\.A|nr|vms)\.$", text):
        text = text.rstrip(".")
    return unquoted(text.strip(" ;,"))


def is_person(text: str, words: Words) -> bool:
    """Two to four capitalised words, none of which is a role or an institution."""
    text = text.strip()
    if not (PERSON.fullmatch(text) or _INITIALS.fullmatch(text)) or looks_like_organisation(
        text, words
    ):
        return False
    about = words["organisations"]
    if re.search(rf"\b(?:{about['units']})\b", text, re.IGNORECASE) or _STREET.search(text):
        return False
    if re.search(rf"(?:{about['heads']})(?:{about['genitive']})$", text, re.IGNORECASE):
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
    if re.match(rf"(?:{about['oblique_cased']})\s", text):
        return True
    if words.language == "en":
        text = re.split(r"(?<=\w)\s(?:of|for)\s", text)[0]
    last = text.split()[-1] if text.split() else ""
    if re.fullmatch(rf"[\w-]*(?:{about['oblique_heads']})", last, re.I) and " " in text:
        return True
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
        is_half = _is_half(before, part, words)
        if before and link and is_half and len(part.split()) <= 3:
            names[-1] = f"{before}{link[1]}{part}"
        else:
            names.append(part)
    return names


def _is_half(before: str, part: str, words: Words) -> bool:
    """Whether only the two together are a name; one that ends in its own kind is whole."""
    known = [looks_like_organisation(one, words) for one in (before, part)]
    if known == [True, False]:
        about = words["organisations"]
        return not re.search(rf"(?:{about['heads']}|{about['suffixes_cased']})$", before)
    return known == [False, True]


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
