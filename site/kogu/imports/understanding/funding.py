"""Project, programme and number where a sentence gives each of them a name of its own."""

import re
from functools import cache

from kogu.imports.words import Words, words_of

_QUOTED = r"[„“”\"«]\s?(?P<name>[^„“”\"»«]{2,120}?)\s?[”“\"»]"
_PROJECT = r"\b(?:proje[kc]t\w*)"
_YEARS = r"(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?(?![\w./-])"
_CODE = rf"(?P<code>(?=[^\s()]*\d)(?!{_YEARS})[A-Z0-9][\w./+–-]{{2,}}\w)"
_LABELLED_CODE = r"(?:[^\W\d_]+\.?\s+){0,3}?(?:[Nn](?:r|o|umber|umer|umurs|um[eu]ra)\b\.?:?\s*)"
_NUMBERS = (
    re.compile(rf"\s*\(\s*(?:{_LABELLED_CODE})?{_CODE}\s*\)"),
    re.compile(
        rf"[,(]?\s*\b(?:{_PROJECT}\s+)?(?:[Nn]r|[Nn]o|[Nn]umber|[Nn]umer)\b\.?:?\s*{_CODE}\)?"
    ),
)
_TIDY = ((r"\(\s*[,;]?\s*\)", ""), (r"\s+([,.;])", r"\1"), (r"[,;]\s*$", ""), (r"\s+", " "))


def taken_out(sentence: str, words: Words) -> tuple[str, dict[str, str]]:
    """The sentence without the names of project and programme and without the number."""
    said = {"project": "", "programme": "", "number": ""}
    for pattern in _NUMBERS:
        match = None if said["number"] else pattern.search(sentence)
        if match:
            said["number"] = match["code"].rstrip(".")
            sentence = f"{sentence[: match.start()]} {sentence[match.end() :]}"
    for name, patterns in _named(words.language).items():
        match = next((m for one in patterns if (m := one.search(sentence))), None)
        if match:
            said[name] = match["name"].strip()
            sentence = f"{sentence[: match.start()]} {sentence[match.end() :]}"
    for pattern, replacement in (*_TIDY, (_dangling(words.language), "")):
        sentence = re.sub(pattern, replacement, sentence, flags=re.IGNORECASE)
    return sentence.rstrip(), said


@cache
def _named(language: str) -> dict[str, tuple[re.Pattern, ...]]:
    """Names in quotation marks behind *project* or *programme*, or before them."""
    about = words_of(language)["programmes"]
    opens = rf"(?:[(,]\s*)?(?:\b(?:{about['through']})\s+)?(?:\bthe\s+)?"
    closes = rf"(?:\s+(?:{about['through']})\b)?\)?"
    return {
        name: (
            re.compile(rf"{opens}{noun}\s+{_QUOTED}{closes}", re.IGNORECASE),
            re.compile(rf"{opens}{_QUOTED}\s+{noun}\b{closes}", re.IGNORECASE),
        )
        for name, noun in (
            ("project", _PROJECT),
            ("programme", rf"\b(?:{about['titled']})"),
        )
    }


@cache
def _dangling(language: str) -> str:
    """ "… under the": a preposition is left at the end when a name was taken out."""
    if language in ("et", "lv"):
        return r"(?!)"
    return rf"(?:\s+(?:{words_of(language)['programmes']['through']}|i|and|the))+\s*$"
