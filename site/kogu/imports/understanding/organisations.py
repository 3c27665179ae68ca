"""The organisations a document names, and the part each of them plays."""

import re
from collections.abc import Iterator
from itertools import takewhile

from kogu.imports.understanding.names import (
    UPPER,
    clean_name,
    is_person,
    looks_like_organisation,
    split_names,
)
from kogu.imports.understanding.organisation_names import (
    leading_name,
    named_organisations,
    trailing_name,
)
from kogu.imports.understanding.result import Organisation
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Node, Outline
from kogu.imports.words import Words, in_any

_ROLES = {
    "organiser": ("organiser",),
    "partner": ("partner", "associated_partner"),
    "lead": ("lead_partner",),
    "supporter": ("funder",),
    "founder": ("founders",),
    "coordinator": ("coordinator",),
}
_LONGEST = 600
_PATTERNS = {
    "news": {"organisers": "organiser", "partners": "partner"},
    "event": {"organisers": "organiser", "partners": "partner"},
    "project": {"organisers": "organiser", "partners": "partner"},
    "organisation": {"founders": "founder"},
}
# Where what is said of a name begins: "…, which".
_CLAUSE = re.compile(rf"\s*[;:(–]\s|,\s+(?:{in_any('writing', 'relative_pronouns')})\b")


def find_organisations(
    kind: str,
    outline: Outline,
    named: tuple[str, ...],
    supporters: list[str],
    partners: list[Organisation],
) -> list[Organisation]:
    """Labelled ones, those whose part a sentence says, then those only mentioned."""
    found: list[Organisation] = list(partners)
    paying = [Organisation(name, "supporter") for name in supporters]
    told = _told(outline, _PATTERNS.get(kind, {}))
    labelled = (
        one for one in _labelled(kind, outline) if one.name not in {p.name for p in partners}
    )
    for organisation in (*labelled, *told, *paying):
        known = [one for one in found if _same(one.name, organisation.name)]
        if organisation.role not in {one.role for one in known}:
            found.append(organisation)
    for organisation in _mentioned(outline):
        if not _is_named(organisation.name, named, found):
            found.append(organisation)
    return found


def _is_named(name: str, named: tuple[str, ...], found: list[Organisation]) -> bool:
    """Whether something else is called so, or an organisation was found by another name of it."""
    return any(overlap(name, one) for one in named) or any(
        overlap(name, one.name) or _same(one.name, name) for one in found
    )


def _labelled(kind: str, outline: Outline) -> Iterator[Organisation]:
    for role, fields in _ROLES.items():
        for node in outline.labelled(*fields):
            if role == "supporter" and kind == "cluster":
                continue
            for name in names_at(node, outline):
                if role != "coordinator" or not is_person(name, outline.words):
                    is_lead = kind == "project" and role == "coordinator"
                    yield Organisation(name, "lead" if is_lead else role)


def names_at(node: Node, outline: Outline) -> list[str]:
    """The organisations listed on a labelled line or below it."""
    if node.label.value:
        names = split_names(_without_roles(node.label.value), outline.words)
    else:
        below = outline.after(node)
        if below and below[0].line.kind == "item":
            items = takewhile(lambda one: one.line.kind == "item", below)
            names = [_name_of_item(one.text, outline.words) for one in items]
        else:
            texts = _adjacent(below)
            names = [
                name for text in texts for name in split_names(_without_roles(text), outline.words)
            ]
    return [name for name in names if _may_be_name(name, outline.words)]


def _adjacent(below: list[Node]) -> list[str]:
    """Short lines right below a label, up to the next gap; a sentence is no name."""
    found: list[str] = []
    for place, one in enumerate(below[:12]):
        if len(one.text) > 160 or re.search(r"[.!?]$", one.text) or one.line.kind == "item":
            break
        if place and one.line.starts_block and not below[place - 1].line.starts_block:
            break
        found.append(one.text)
    return found


def _name_of_item(text: str, words: Words) -> str:
    """The name a bullet begins with: a role or country behind it is none of it."""
    text = re.split(r"\s+[–—-]\s+|;\s|:\s", _without_roles(text))[0]
    first, comma, rest = text.partition(", ")
    is_list = comma and looks_like_organisation(rest, words)
    return clean_name(text if is_list else first)


def _without_roles(text: str) -> str:
    """ "Anna's Workshop (lead partner), Poland" loses what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", text)


def _may_be_name(name: str, words: Words) -> bool:
    has_capital = bool(re.match(rf"[{UPPER}„“\"«\d]", name)) or looks_like_organisation(name, words)
    return (
        has_capital
        and 2 <= len(name) <= 140
        and "@" not in name
        and not (re.search(r"https?://|www\.|\d{5,}", name))
    )


def _told(outline: Outline, told_as: dict[str, str]) -> Iterator[Organisation]:
    for text in running_sentences(outline):
        for patterns, role in told_as.items():
            cooperating = outline.words.expression("sentences", "cooperating")
            alone = cooperating.split(text)[0] if role == "organiser" else text
            names = told_names(alone, patterns, outline.words)
            for name in names or told_names(text, patterns, outline.words):
                if looks_like_organisation(name, outline.words):
                    yield Organisation(name, role)


def running_sentences(outline: Outline) -> list[str]:
    """Every sentence of the running text and of lists."""
    return [
        one
        for node in outline.nodes
        if not (node.is_heading or node.line.kind == "quote" or node.has("where", "address"))
        for one in sentences(node.text)
    ]


def told_names(sentence: str, patterns: str, words: Words) -> list[str]:
    """The names a sentence pattern catches, cut apart and cut short at the next clause."""
    plain = sentence.rstrip(".!")
    if sentence.endswith("o.o."):
        plain = sentence
    for pattern in words.expressions(patterns) if len(plain) <= _LONGEST else ():
        match = pattern.search(plain)
        if not match:
            continue
        said = match.groupdict()
        text = said.get("orgs") or said.get("orgs_before") or ""
        text = re.sub(
            rf"^(?:(?!biedr|nodib)[^\W\d_{UPPER}]+\s+){{1,2}}(?=[{UPPER}„“\"]|biedr|nodib)",
            "",
            text,
        )
        names = _names_in(_first_clause(text), words, is_leading=bool(said.get("orgs")))
        if names:
            return names
    return []


def _names_in(text: str, words: Words, *, is_leading: bool) -> list[str]:
    """Names in a row; somebody who looks like a person only behind an organisation."""
    names: list[str] = []
    for part in split_names(text, words):
        if not re.search(rf"[{UPPER}]", part):
            continue
        if not re.match(r"biedr|nodib", part):
            part = re.sub(rf"^[^\W\d_{UPPER}]+\s+(?=[{UPPER}„“\"])", "", part)
        name = leading_name(part, words) if is_leading else trailing_name(part, words)
        is_human = is_person(name, words) and not looks_like_organisation(name, words)
        if not name or (is_human and not names):
            break
        names.append(name)
    return names


def labelled_names(sentence: str, fields: tuple[str, ...], words: Words) -> list[str]:
    """The names in "Partners: A and B." in the middle of a paragraph."""
    label = words.label(sentence) if len(sentence) <= _LONGEST else None
    if label is None or not label.value or label.fields.isdisjoint(fields):
        return []
    names = split_names(_without_roles(label.value), words)
    return [name for name in names if _may_be_name(name, words)]


def _first_clause(text: str) -> str:
    return _CLAUSE.split(text)[0]


def _mentioned(outline: Outline) -> Iterator[Organisation]:
    for text in running_sentences(outline):
        for name in named_organisations(text, outline.words):
            if not is_person(name, outline.words):
                yield Organisation(name, "mentioned")


def overlap(one: str, other: str) -> bool:
    """Whether one name is a piece of the other."""
    return bool(other) and (one.rstrip(".") in other or other in one)


def _same(one: str, other: str) -> bool:
    def fold(text: str) -> str:
        return re.sub(r"[\W_]+", " ", text).casefold().strip()

    name, same = fold(one), fold(other)
    stem = min(len(name), len(same)) - 2
    is_case = stem >= 10 and name[:stem] == same[:stem] and abs(len(name) - len(same)) <= 2
    return name == same or (is_case and " " not in name[stem:] + same[stem:])
