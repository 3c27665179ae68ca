"""The facts of a cluster, network or local action group."""

import re

from kogu.imports.understanding.kinds import cluster_kind
from kogu.imports.understanding.moments import dated, moment
from kogu.imports.understanding.names import UPPER, clean_name, is_person, unquoted
from kogu.imports.understanding.organisations import (
    labelled_names,
    names_at,
    running_sentences,
    told_names,
)
from kogu.imports.understanding.result import Cluster, Coordinator, Moment, Person
from kogu.imports.understanding.structure import Node, Outline, unbulleted
from kogu.imports.understanding.supporters import find_supporters
from kogu.imports.words import in_any
from kogu.language.dates import LooseDate, find_dates

_NEAR = 45
_STRATEGY = re.compile(rf"(?:{in_any('strategy', 'noun')})(?!\w)", re.IGNORECASE)
_NOUN = _STRATEGY.pattern
_COORDINATING = re.compile(in_any("contact", "coordinating"), re.IGNORECASE)
_NAMED_QUOTED = re.compile(rf"(?i:{_NOUN})\s+[„“\"«]([^„“”\"»«]{{3,}}?)[”“\"»]")
_DATED = re.compile(
    rf"[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*){{0,4}}?(?:\s+[^\W\d_]+){{0,2}}?\s+(?i:{_NOUN})"
    r"(?:\s+[\w-]+){0,5}?\s+20\d\d\.?(?:\s?[–-]\s?20\d\d|\+)?"
    rf"|(?i:{_NOUN})(?:\s+[\w-]+){{0,7}}?\s+20\d\d\.?(?:\s?[–-]\s?20\d\d|\+)?"
)
_QUOTED = re.compile(r"[„“\"«]([^„“”\"»«]{5,}?)[”“\"»]")


def find_cluster(outline: Outline, title: str, people: list[Person]) -> Cluster:
    """Everything the document says of its cluster."""
    supporters = find_supporters(outline)
    founders = _names(outline, "founders")
    partners = [one for one in _names(outline, "partners", "partner") if one not in founders]
    goals, activities = _goals_and_activities(outline)
    name = cluster_name(outline, title)
    return Cluster(
        name=name,
        kind=cluster_kind(name, outline.words)
        or cluster_kind(outline.text()[:1500], outline.words)
        or "cluster",
        founded=_founded(outline),
        mission=_mission(outline),
        goals=tuple(goals),
        activities=tuple(activities),
        founders=tuple(founders),
        supporters=tuple(supporters),
        coordinator=_coordinator(outline, people),
        partners=tuple(partners),
        strategy_documents=tuple(_documents(outline)),
    )


def cluster_name(outline: Outline, title: str) -> str:
    """What the cluster is called: by label, by its title, or as a sentence's subject."""
    for node in outline.labelled("cluster_name"):
        if node.label.value:
            return unquoted(node.label.value)
    about = outline.words.expression("kinds", "about").fullmatch(title)
    if about:
        name = next((value for value in about.groupdict().values() if value), "").strip()
        if name and re.match(rf"[{UPPER}„“\"]", name) and name in outline.text():
            return (_subject(outline) if about.groupdict().get("named") else "") or unquoted(name)
    if cluster_kind(title, outline.words) and len(title.split()) <= 9 and not title.endswith("?"):
        return title
    return _subject(outline) or title


def _subject(outline: Outline) -> str:
    is_a = outline.words.expression("kinds", "is_a")
    for sentence in running_sentences(outline)[:12]:
        match = is_a.search(sentence)
        if match and match.start() <= 90:
            subject = sentence[: match.start()].strip(" ,–-")
            if cluster_kind(subject, outline.words) and re.match(rf"[{UPPER}„“\"]", subject):
                return clean_name(re.split(r"\s+\(|,\s", re.sub(r"^The\s+", "", subject))[0])
    return ""


def _founded(outline: Outline) -> Moment | None:
    for node in outline.labelled("founded"):
        date = dated(node, outline)
        if date:
            node.is_used = bool(node.label.value) and len(node.text) < 80
            return moment(date)
    found = (_told_founding(outline, name) for name in ("founding_formal", "founding"))
    return next((moment(date) for date in found if date), None)


def _told_founding(outline: Outline, verbs_named: str) -> LooseDate | None:
    """A year near a verb of founding; a formal one says more than "it began"."""
    verb = outline.words.expression("sentences", verbs_named)
    for sentence in running_sentences(outline):
        verbs = [match.span() for match in verb.finditer(sentence)]
        for date in find_dates(sentence, outline.words.language):
            gaps = [min(abs(date.start - end), abs(begin - date.end)) for begin, end in verbs]
            if date.year and gaps and min(gaps) <= _NEAR:
                return date
    return None


def _mission(outline: Outline) -> str:
    for node in outline.labelled("mission"):
        if node.label.value:
            node.is_used = True
            return node.label.value
        below = outline.after(node)
        if below:
            return _consumed(node, below[:1])[0]
    for pattern in outline.words.expressions("mission"):
        for sentence in running_sentences(outline)[:15]:
            if pattern.search(sentence):
                return _behind_its_marker(sentence, outline)
    return ""


def _behind_its_marker(sentence: str, outline: Outline) -> str:
    """What stands behind "with the aim of": the mission itself, not all the sentence."""
    marker = outline.words.expression("sentences", "mission_after").search(sentence)
    told = sentence[marker.end() :].strip() if marker else ""
    return told if len(told.split()) >= 4 else sentence


def _consumed(node: Node, below: list[Node]) -> list[str]:
    for one in (node, *below):
        one.is_used = True
    return [one.text for one in below]


def _goals_and_activities(outline: Outline) -> tuple[list[str], list[str]]:
    both = _items(outline, "goals_and_activities")
    if both:
        outline.add_doubt(
            "goals_and_activities_together", outline.labelled("goals_and_activities")[0].text
        )
        return both, both
    return _items(outline, "goals", "objective"), _items(outline, "activities")


def _items(outline: Outline, *fields: str) -> list[str]:
    for node in outline.labelled(*fields):
        if node.label.value:
            node.is_used = True
            return [
                part.strip(" .") for part in re.split(r"\s*;\s*", node.label.value) if part.strip()
            ]
        below = outline.after(node)
        items = [one for one in below if one.line.kind == "item"] or unbulleted(below)
        if items:
            return [text.rstrip(" ;,.") for text in _consumed(node, items)]
    return []


def _names(outline: Outline, patterns: str, *fields: str) -> list[str]:
    """Names under a label, else from the first sentence that has them."""
    for node in outline.labelled(*(fields or (patterns,))):
        names = names_at(node, outline)
        if names:
            below = [] if node.label.value else outline.after(node)
            if all(len(one.text) < 160 for one in below):
                _consumed(node, below)
            return names
    found: list[str] = []
    for sentence in running_sentences(outline):
        names = labelled_names(sentence, fields or (patterns,), outline.words)
        names = names or told_names(sentence, patterns, outline.words)
        found += [one for one in names if one not in found]
        if found and patterns == "founders":
            break
    return found


def _coordinator(outline: Outline, people: list[Person]) -> Coordinator:
    organisation = ""
    for node in outline.labelled("coordinator"):
        names = [one for one in names_at(node, outline) if not is_person(one, outline.words)]
        if names:
            organisation = names[0]
            node.is_used = bool(node.label.value)
            break
    for sentence in () if organisation else running_sentences(outline):
        names = told_names(sentence, "coordinator", outline.words)
        if names:
            organisation = names[0]
            break
    person = _coordinating(people)
    if person is None:
        return Coordinator(organisation)
    return Coordinator(organisation or person.organisation, person.name, person.email, person.phone)


def _coordinating(people: list[Person]) -> Person | None:
    with_role = [one for one in people if _COORDINATING.search(one.role)]
    first = [one for one in with_role if re.search(r"[kc]o-?ordin|koordyn", one.role, re.I)]
    return next(iter(first or with_role), None)


def _documents(outline: Outline) -> list[str]:
    """Strategies by label, by heading or link, else by name in the running text."""
    found: list[str] = []
    for node in outline.labelled("strategy_documents", "strategy"):
        found += _labelled_documents(node, outline)
    for node in outline.nodes:
        if not node.is_used and _is_document(node):
            found.append(unquoted(re.sub(r"^[^:]{3,40}:\s+", "", node.text)))
    for sentence in () if found else running_sentences(outline):
        found += [m[1] for m in _QUOTED.finditer(sentence) if _STRATEGY.search(m[1])]
        found += [m[1] for m in _NAMED_QUOTED.finditer(sentence)]
        if not found:
            found += [_from_its_noun(m.group()) for m in _DATED.finditer(sentence)]
    return list(dict.fromkeys(found))


def _is_document(node: Node) -> bool:
    """Whether a heading, list item or link names a strategy with its year."""
    is_short = len(node.text) <= 120 and not re.search(r"[.!?:]$", node.text)
    is_apart = node.is_heading or node.line.kind == "item" or "<a " in node.line.html
    is_named = _STRATEGY.search(node.text) and re.search(r"20\d\d", node.text)
    return bool(is_short and is_apart and is_named)


def _from_its_noun(name: str) -> str:
    """ "We follow the Strategy of …" begins where the capitalised noun does."""
    match = re.search(rf"\s(?=[{UPPER}])(?={_NOUN})", name, re.IGNORECASE)
    if match is None or not name[match.end()].isupper():
        return name
    before = name[: match.start()]
    return name[match.end() :] if re.search(r"(?:^|\s)[^\W\d_A-Z]{1,3}$", before) else name


def _labelled_documents(node: Node, outline: Outline) -> list[str]:
    """Everything under "Strategy:"; under "Documents:" only what is a strategy."""
    below = [one for one in outline.after(node) if len(one.text) <= 160]
    texts = [node.label.value] if node.label.value else [one.text for one in below]
    is_plain = bool(_STRATEGY.search(node.label.name)) and all(len(text) <= 140 for text in texts)
    texts = [text for text in texts if is_plain or _STRATEGY.search(text)]
    named = [unquoted(text.rstrip(" .;")) for text in texts if not re.search(r"[.!?]\s", text)]
    node.is_used = node.is_used or bool(node.label.value and named)
    return named
