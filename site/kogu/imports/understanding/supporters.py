"""Who supports a cluster, and what each of them paid for, kept apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kogu.imports.understanding.funding import taken_out
from kogu.imports.understanding.names import (
    UPPER,
    clean_name,
    is_person,
    looks_like_organisation,
    split_names,
    unquoted,
)
from kogu.imports.understanding.organisation_names import leading_name, trailing_name
from kogu.imports.understanding.result import Supporter
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Node, Outline
from kogu.imports.understanding.supporter_purposes import (
    CODE,
    known_programme,
    paid_by,
    without_code,
)
from kogu.imports.words import Label, Words, in_any

_LONGEST = 600
_CLAUSE = re.compile(rf",\s+(?:{in_any('writing', 'begins_clause')})\s+")


def find_supporters(outline: Outline) -> list[Supporter]:
    """From labelled lists, from lists a sentence announces, and from sentences."""
    found: list[Supporter] = []
    for supporter in (*_listed(outline), *_told(outline)):
        if supporter not in found and (supporter.organisation or supporter.programme):
            found.append(supporter)
    return found


def told_supporters(outline: Outline) -> list[str]:
    """Who is said to pay, in a document about something else than a cluster."""
    return [
        name
        for one in _told(outline)
        if looks_like_organisation(name := one.organisation or one.programme, outline.words)
    ]


def _listed(outline: Outline) -> Iterator[Supporter]:
    for node in outline.labelled("supporters", "funder"):
        texts = [node.label.value] if node.label.value else []
        below = [] if texts else outline.after(node)
        items = [one for one in below if one.line.kind == "item"] or list(_rows(below))
        if node.label.value:
            for text in _parts(node.label.value):
                yield from _maybe(read_supporter(text, outline.words))
            node.is_used = True
        for one in items:
            supporter = read_supporter(one.text, outline.words)
            yield from _maybe(supporter)
            one.is_used = supporter is not None
        if items and all(one.is_used for one in items) and len(items) == len(below):
            node.is_used = True


def _rows(below: list[Node]) -> Iterator[Node]:
    """Lines right below a label that are no sentences: a list without bullets."""
    for place, one in enumerate(below):
        is_gap = place and one.line.starts_block
        if is_gap or one.is_heading or len(one.text) > 220 or re.search(r"[.!?]$", one.text):
            return
        yield one


def _parts(text: str) -> list[str]:
    return re.split(r"\s*;\s*", text) if ";" in text else re.split(rf",\s+(?=[{UPPER}])", text)


def _maybe(supporter: Supporter | None) -> list[Supporter]:
    return [supporter] if supporter else []


def _told(outline: Outline) -> Iterator[Supporter]:
    announces = outline.words.expression("sentences", "supported_list")
    is_announced = False
    for node in outline.nodes:
        if node.line.kind == "item":
            supporter = (
                None if node.is_used else read_supporter(node.text, outline.words, is_announced)
            )
            yield from _maybe(supporter)
            continue
        is_announced = bool(announces.search(node.text)) and not node.has("supporters")
        if node.is_heading or node.label:
            continue
        for sentence in sentences(node.text):
            for clause in () if sentence.endswith(":") else _CLAUSE.split(sentence.rstrip(".")):
                yield from _together(clause, _from_sentence(clause, outline.words), outline.words)


def _together(text: str, supporter: Supporter | None, words: Words) -> list[Supporter]:
    """ "A and B paid for it" tells of two, each with the same purpose."""
    if supporter is None:
        return []
    name = supporter.organisation
    tail = text[text.find(name) :] if name and name in text else ""
    names = split_names(re.split(r"\s[–—(]|,\s", tail)[0], words) if tail else []
    if len(names) < 2 or not all(looks_like_organisation(one, words) for one in names):
        return [supporter]
    return [replace(supporter, organisation=one) for one in names]


def read_supporter(text: str, words: Words, is_listed: bool = True) -> Supporter | None:
    """One line of a list of supporters; a whole sentence is read as one."""
    plain = text.strip().rstrip(".;")
    row = _from_row(plain, words, is_listed)
    if row:
        return row
    supporter = _from_sentence(plain, words)
    if supporter or not is_listed:
        return supporter
    known = words.expression("programmes", "known_cased", 0).search(plain[:60])
    name = leading_name(plain, words)
    if known and not looks_like_organisation(name, words):
        return paid_by("", plain[known.end() :], known.group(), words)
    if not name or (is_person(name, words) and not looks_like_organisation(name, words)):
        return None
    rest = plain[plain.find(name) + len(name) :].strip(" ,–—-")
    return paid_by(name, rest, "", words)


_COLUMNS = {
    "organisation": ("supporters", "funder"),
    "programme": ("programme",),
    "project": ("project_title",),
    "number": ("number",),
}


def _from_row(text: str, words: Words, is_listed: bool) -> Supporter | None:
    """A row of a table whose cells carry the headings of their columns.

    Among supporters the first column may be called by a plain word: "Institution".
    """
    written = text.split("; ")
    cells = [words.label(cell) for cell in written]
    plain = words.expression("organisations", "column").fullmatch(written[0].partition(": ")[0])
    is_ours = cells[0] and cells[0].fields & {"supporters", "funder"}
    if len(cells) < 2 or not (is_ours or (is_listed and plain)):
        return None
    said = _by_column(cells, written)
    code = None if said["number"] else CODE.search(said["project"])
    if code:
        said["number"] = code["code"] or code["nr"]
        said["project"] = unquoted(without_code(said["project"], code))
    return Supporter(**said)


def _by_column(cells: list[Label | None], written: list[str]) -> dict[str, str]:
    """What a row says in each column; the first names the organisation."""
    said = dict.fromkeys((*_COLUMNS, "purpose"), "")
    for place, (cell, value) in enumerate(zip(cells, written, strict=True)):
        names = [n for n, fields in _COLUMNS.items() if cell and cell.fields & set(fields)]
        name = "organisation" if not place else next(iter(names), "purpose")
        said[name] = unquoted(cell.value if cell else value.partition(": ")[2])
    return said


def _from_sentence(sentence: str, words: Words) -> Supporter | None:
    sentence, named = taken_out(sentence, words)
    for pattern in words.expressions("supporters"):
        match = pattern.match(sentence) if len(sentence) <= _LONGEST else None
        if not match:
            continue
        said = {name: (value or "").strip(" ,") for name, value in match.groupdict().items()}
        programme = said.get("programme") or said.get("programme_after") or ""
        organisation, left = _organisation(match, said, programme, words)
        if organisation or known_programme(left, words):
            left, paid_for = _paid_for(left)
            supporter = paid_by(organisation, said["purpose"], left, words)
            return _with_named(supporter, named, paid_for)
    return None


def _with_named(supporter: Supporter, named: dict[str, str], paid_for: str) -> Supporter:
    """What the sentence names in quotation marks or by number comes first."""
    return replace(
        supporter,
        organisation=supporter.organisation or (named["programme"] and supporter.programme),
        project=named["project"] or supporter.project,
        programme=named["programme"] or supporter.programme,
        number=named["number"] or supporter.number,
        purpose=paid_for or supporter.purpose,
    )


def _paid_for(programme: str) -> tuple[str, str]:
    """ "… under X and pays for Y": what was paid for is told behind the programme."""
    parts = re.split(
        r"[;,]?\s+(?:and|that|which|it)\b[\w ]{0,24}?\b(?:paid|pays) for\s+", programme
    )
    return (parts[0], parts[1]) if len(parts) == 2 else (programme, "")


def _organisation(match: re.Match, said: dict, programme: str, words: Words) -> tuple[str, str]:
    """The supporter's whole name, and what of the programme is left behind it."""
    if match.start("org") < match.start("purpose"):
        return trailing_name(said["org"], words), programme
    alone = re.sub(r"^[Tt]he\s+", "", said["org"])
    if programme and looks_like_organisation(alone, words):
        return clean_name(alone), programme
    whole = f"{said['org']} {programme}".strip()
    known = known_programme(whole, words)
    if known and known.start() == 0:
        rest = whole[known.end() :].strip(" ,")
        return (known.group(), rest) if known_programme(rest, words) else ("", whole)
    name = leading_name(whole, words)
    if not name or (is_person(name, words) and not looks_like_organisation(name, words)):
        return "", ""
    after = whole[whole.find(name) + len(name) :].strip(" ,") if name in whole else programme
    return name, after if programme else ""
