"""The words of each language by which documents are understood."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kogu.language.money import find_amounts

LANGUAGES = ("et", "lv", "pl", "en")
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-z]\)|[IVX]+\.)\s+")
# Words that are no label when they stand alone on a line.
_NEED_VALUES = {"role_person", "phone", "email", "website", "time", "number", "acronym", "price"}
_BARE = re.compile(r"[\s:–—-]+$")


@dataclass(frozen=True)
class Label:
    """What a line says it is about, and what it says after that."""

    fields: frozenset[str]
    name: str
    value: str
    group: str = ""


class Words:
    """One language's labels and expressions, compiled once."""

    def __init__(self, language: str) -> None:
        self.language = language
        path = Path(__file__).with_name(f"{language}.toml")
        self.data = tomllib.loads(path.read_text(encoding="utf-8"))
        self._labels = [
            (field, re.compile("|".join(f"(?:{one})" for one in expressions), re.IGNORECASE))
            for field, expressions in self.data["labels"].items()
        ]
        self.menu = self._one(self.data["menu"])
        self.owner = re.compile(rf"^(?:(?:{self.data['owner']})\s+)+", re.IGNORECASE)
        self.roles = re.compile(rf"\b(?:{self.data['roles']['words']})", re.IGNORECASE)
        self.role_words = re.compile(
            rf"(?:[\w-]*(?:{self.data['roles']['words']}))(?!\w)", re.IGNORECASE
        )

    def __getitem__(self, table: str) -> dict:
        return self.data[table]

    def expression(self, table: str, name: str, flags: int = re.IGNORECASE) -> re.Pattern:
        """The compiled expression of that name; lists are joined by *or*."""
        return _compiled(self.language, table, name, int(flags))

    def expressions(self, name: str) -> list[re.Pattern]:
        """The sentence patterns of that name, in the order they are tried."""
        return _sentence_patterns(self.language, name)

    def label(self, text: str) -> Label | None:
        """The label a line begins with or consists of."""
        plain = _NUMBERING.sub("", text.strip())
        colon = re.search(r":(?!//|\d\d\b)\s*|\s[–—-]\s", plain[:140])
        if colon and colon.start():
            found = self._fields(plain[: colon.start()], plain[colon.end() :].strip())
            if found:
                return found
        if plain.endswith("?") and len(plain) <= 60:
            return self._fields(plain.rstrip(" ?"), "")
        if len(plain) <= 140 and not re.search(r"(?<!\d)[.!?]$", plain):
            return self._fields(_BARE.sub("", plain), "") or self._without_colon(plain)
        return None

    def _fields(self, name: str, value: str) -> Label | None:
        name = name.strip(" *_")
        if len(name) > 140:
            return None
        found = self._matches(name, value) or self._matches(self.owner.sub("", name), value)
        if not found:
            return None
        group = next((m["value"] for m in found.values() if m.groupdict().get("value")), "")
        return Label(frozenset(found), name, value, group)

    def _matches(self, name: str, value: str) -> dict[str, re.Match]:
        return {
            field: match
            for field, one in self._labels
            if (match := one.fullmatch(name)) and (value or field not in _NEED_VALUES)
        }

    def _without_colon(self, text: str) -> Label | None:
        """ "Project period 2022–2023": two or more words of a label, then a value."""
        words = text.split()
        for count in (4, 3, 2, 1):
            if len(words) <= count or not re.match(r"[\d„“\"+€£$A-Z]", words[count]):
                continue
            found = self._fields(" ".join(words[:count]), " ".join(words[count:]))
            if found and self._goes_without_colon(found, count):
                return found
        return None

    @staticmethod
    def _goes_without_colon(found: Label, count: int) -> bool:
        """A figure or quotation behind two words, a code, a sum, or who prepared the text."""
        if found.fields & {"prepared_by"}:
            return bool(re.match(r"[^\W\d_]+\s+[^\W\d_]", found.value))
        if found.fields & {"registry_code", "number", "phone", "project_title"}:
            return bool(re.match(r"[\d„“\"+]|(?=\S*\d)[A-Z]", found.value))
        if found.fields & {"total", "own", "grant"}:
            amount = next(iter(find_amounts(found.value)), None)
            rest = found.value[amount.end :].lstrip() if amount and not amount.start else "-"
            return not rest or rest[0] in ",;("
        return count > 1 and bool(re.match(r"[\d„“\"+€]", found.value))

    @staticmethod
    def _one(expressions: list[str]) -> re.Pattern:
        return re.compile("|".join(f"(?:{one})" for one in expressions), re.IGNORECASE)


@cache
def words_of(language: str) -> Words:
    return Words(language if language in LANGUAGES else "en")


@cache
def in_any(table: str, name: str) -> str:
    """The expression of that name in every language that has it, joined by *or*."""
    said = [words_of(language).data[table].get(name) for language in LANGUAGES]
    if not any(said):
        raise KeyError(name)
    return "|".join(filter(None, said))


@cache
def _compiled(language: str, table: str, name: str, flags: int) -> re.Pattern:
    said = words_of(language).data[table][name]
    one = said if isinstance(said, str) else "|".join(f"(?:{part})" for part in said)
    return re.compile(one, flags)


@cache
def _sentence_patterns(language: str, name: str) -> list[re.Pattern]:
    said = words_of(language).data["sentences"][name]
    return [re.compile(one, re.IGNORECASE) for one in said]
