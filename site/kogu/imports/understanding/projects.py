"""The facts of a project, from its labels and its running text."""

import re
from collections.abc import Iterable

from kogu.imports.understanding.budget import find_budget
from kogu.imports.understanding.cards import parse_cards
from kogu.imports.understanding.moments import dated, moment
from kogu.imports.understanding.names import (
    LOWER,
    UPPER,
    clean_name,
    looks_like_organisation,
    split_names,
    unquoted,
)
from kogu.imports.understanding.organisations import names_at, running_sentences, told_names
from kogu.imports.understanding.result import Moment, Partner, Project
from kogu.imports.understanding.strategy import find_strategy
from kogu.imports.understanding.structure import Node, Outline, unbulleted
from kogu.language.dates import find_dates, find_periods

_NUMBER = re.compile(rf"(?=[\w./-]*\d)[{UPPER}0-9][\w./–-]*[\w]")
_ROLES = {
    "lead_partner": "lead",
    "coordinator": "lead",
    "partner": "partner",
    "associated_partner": "associated",
}
_CODE = re.compile(r"(?=\S*\d)[A-Z0-9][A-Z0-9./_-]+")


def find_project(outline: Outline, title: str) -> Project:
    """Everything the document says of its project; what it does not say stays empty."""
    strategy = find_strategy(outline)
    budget = find_budget(outline)
    start, end = _period(outline)
    named = _named(outline, title)
    by, role = _prepared_by(outline)
    return Project(
        title=named,
        acronym=_acronym(outline, named),
        numbers=tuple(_numbers(outline)),
        programmes=tuple(_programmes(outline)),
        focus=_value(outline, "focus"),
        activities=tuple(_list(outline, "activities")),
        objective=_objective(outline),
        start=start,
        end=end,
        total=budget.total,
        own_contribution=budget.own,
        rest=budget.rest,
        strategy=strategy,
        partners=tuple(_partners(outline)),
        prepared_by=by,
        prepared_by_role=role,
        prepared_on=_prepared_on(outline),
    )


def _named(outline: Outline, title: str) -> str:
    named = _value(outline, "project_title")
    return title if not named or title in named else named


def _value(outline: Outline, name: str) -> str:
    for node in outline.labelled(name):
        if node.label.value:
            node.is_used = True
            return unquoted(node.label.value) if name != "focus" else node.label.value.rstrip(" .")
        below = outline.after(node)
        if below and len(below[0].text) <= 200 and not node.has("activities"):
            node.is_used = below[0].is_used = True
            return unquoted(below[0].text)
    return ""


def _acronym(outline: Outline, title: str) -> str:
    """By label, in brackets behind the name, or in capitals before it: "GREENPATH: …"."""
    labelled = _value(outline, "acronym")
    if labelled:
        return labelled
    label = "|".join(outline.words["labels"]["acronym"])
    match = re.search(
        rf"\((?i:{label}):?\s+[„“\"]?([{UPPER}][\w-]{{1,24}})[”“\"]?\)", outline.text()
    )
    before = re.match(rf"([^\W\d_{LOWER}][^\W_{LOWER}-]{{2,24}})\s?(?:[:–—]|\s-)\s", title)
    return match[1] if match else before[1] if before else ""


def _objective(outline: Outline) -> str:
    for node in outline.labelled("objective", "goals"):
        if node.label.value:
            node.is_used = True
            return node.label.value
        below = [one for one in outline.after(node) if one.line.kind == "paragraph"]
        if below:
            return below[0].text
        items = [one for one in outline.after(node) if one.line.kind == "item"]
        if items:
            return items[0].text
    for pattern in outline.words.expressions("objective"):
        for sentence in running_sentences(outline):
            if pattern.search(sentence):
                return sentence
    return ""


def _list(outline: Outline, *names: str) -> list[str]:
    """A labelled list, whether written as bullets, lines or between commas."""
    for node in outline.labelled(*names):
        if node.label.value:
            node.is_used = True
            return _between_commas(node.label.value)
        below = outline.after(node)
        items = [one for one in below if one.line.kind == "item"] or unbulleted(below)
        if items:
            for one in (node, *items):
                one.is_used = True
            return [one.text.rstrip(" ;,.") for one in items]
        if below and _is_row_of_words(below[0].text):
            node.is_used = below[0].is_used = True
            return _between_commas(below[0].text)
    return []


def _is_row_of_words(text: str) -> bool:
    return len(text) < 200 and bool(re.search(r"[,;]", text)) and not re.search(r"[.!?]\s", text)


def _between_commas(text: str) -> list[str]:
    separator = r"\s*;\s*" if ";" in text else r"\s*,\s+(?![^(]*\))"
    parts = [part.strip(" .") for part in re.split(separator, text)]
    return [part for part in parts if part]


def _numbers(outline: Outline) -> Iterable[str]:
    found: list[str] = []
    for node in outline.labelled("number"):
        numbers = _NUMBER.findall(node.label.value)
        if not numbers and node.label.value:
            outline.add_doubt("number_doubtful", node.text)
            continue
        if not node.label.value:
            below = outline.after(node)[:1]
            numbers = [n for one in below if len(one.text) < 60 for n in _NUMBER.findall(one.text)]
        node.is_used = bool(numbers)
        found += numbers
    for pattern in outline.words.expressions("number"):
        for node in outline.nodes:
            if not node.has("number"):
                found += [m["number"].rstrip(".,") for m in pattern.finditer(node.text)]
    return dict.fromkeys(found)


def _programmes(outline: Outline) -> Iterable[str]:
    found: list[str] = []
    for node in outline.labelled("programme"):
        value = node.label.value or next((one.text for one in outline.after(node)[:1]), "")
        if value and len(value) < 250 and not _CODE.fullmatch(value):
            node.is_used = True
            found += [clean_name(part) for part in re.split(r"\s*;\s*", value)]
    known = outline.words.expression("programmes", "known_cased", 0)
    found += _programmes_of_funders(outline, known)
    if not found:
        found += [m.group() for s in running_sentences(outline) for m in known.finditer(s)]
    return dict.fromkeys(name for name in found if name)


def _programmes_of_funders(outline: Outline, known: re.Pattern) -> Iterable[str]:
    nouns = outline.words.expression("programmes", "nouns")
    for node in outline.labelled("funder"):
        value = node.label.value
        if value and (known.search(value) or nouns.search(value)):
            node.is_used = True
            yield from split_names(value, outline.words)


def _period(outline: Outline) -> tuple[Moment | None, Moment | None]:
    start = next((moment(dated(node, outline)) for node in outline.labelled("start")), None)
    end = next((moment(dated(node, outline)) for node in outline.labelled("end")), None)
    for node in (*outline.labelled("start"), *outline.labelled("end")):
        node.is_used = True
    if start or end:
        return start, end
    for node in outline.labelled("period"):
        texts = (
            [node.label.value] if node.label.value else [o.text for o in outline.after(node)[:2]]
        )
        for text in texts:
            periods = find_periods(text, outline.words.language)
            dates = find_dates(text, outline.words.language)
            if periods or dates:
                node.is_used = True
                first = periods[0].first if periods else dates[0]
                return moment(first), moment(periods[0].last) if periods else None
    return None, None


def _partners(outline: Outline) -> list[Partner]:
    found: dict[str, Partner] = {}
    for name, role in _ROLES.items():
        for node in outline.labelled(name):
            names = [
                one
                for one in names_at(node, outline)
                if name != "coordinator" or looks_like_organisation(one, outline.words)
            ]
            for one in names:
                found.setdefault(one, Partner(one, _role(one, role, node, outline)))
            if names and all(len(below.text) < 160 for below in outline.after(node)):
                _use(node, outline)
    return list(found.values()) or _told_partners(outline)


def _told_partners(outline: Outline) -> list[Partner]:
    told = [told_names(one, "partners", outline.words) for one in running_sentences(outline)]
    return [Partner(name, "partner") for name in dict.fromkeys(n for names in told for n in names)]


def _role(name: str, role: str, node: Node, outline: Outline) -> str:
    """The role in a bracket or behind a dash right after the name, else that of the label."""
    for text in (node.label.value, *(one.text for one in outline.after(node))):
        behind = text[text.find(name) + len(name) :] if name in text else ""
        said = re.match(r"[\s\"”“»]*(?:\(|[–—-]\s|,\s)(?P<role>[^,;()]+)", behind)
        label = outline.words.label(f"{said['role'].strip()}:") if said else None
        for field in label.fields & set(_ROLES) if label else ():
            return _ROLES[field]
    return role


def _use(node: Node, outline: Outline) -> None:
    node.is_used = True
    if not node.label.value:
        for one in outline.after(node):
            one.is_used = True


def _prepared_by(outline: Outline) -> tuple[str, str]:
    for node in outline.labelled("prepared_by"):
        texts = [node.label.value] if node.label.value else []
        texts += [one.text for one in outline.after(node)[:3]]
        people = parse_cards(texts, outline.words)
        if people:
            return people[0].name, people[0].role
        if node.label.value:
            return unquoted(node.label.value), ""
    return "", ""


def _prepared_on(outline: Outline) -> Moment | None:
    for node in outline.labelled("prepared_on"):
        date = dated(node, outline)
        if date:
            node.is_used = True
            return moment(date)
    for node in outline.labelled("prepared_by"):
        for one in (node, *outline.after(node)[:5]):
            dates = find_dates(one.label.value if one.label else one.text, outline.words.language)
            if dates:
                one.is_used = one.is_used or len(one.text) < 30
                return moment(dates[0])
    return None
