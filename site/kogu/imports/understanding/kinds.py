"""Tells what kind of page a document is, by its labels and its structure."""

import re

from kogu.imports.understanding.names import looks_like_organisation
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Outline
from kogu.imports.words import Words
from kogu.language.dates import find_dates

KINDS = ("news", "project", "cluster", "event", "organisation", "page")
_EVIDENCE = {
    "project": (
        "project_title", "acronym", "number", "objective", "total", "own", "grant", "period",
        "lead_partner", "focus", "results", "target_group", "strategy", "programme", "start", "end",
        "associated_partner", "activities", "partner", "prepared_by",
    ),
    "cluster": (
        "goals_and_activities", "founders", "mission", "members", "coordinator", "cluster_name",
        "strategy_documents", "goals", "supporters", "founded", "activities", "partner",
    ),
    "event": ("when", "where", "registration", "organiser", "agenda", "price", "audience", "time"),
    "organisation": (
        "registry_code", "address", "opening_hours", "phone", "email", "founder_kind", "services",
        "website", "founded", "mission",
    ),
}  # fmt: skip
_STRONG = {
    "project_title": 3, "own": 2, "total": 2, "grant": 1.5, "acronym": 2, "strategy": 2,
    "goals_and_activities": 1, "registry_code": 3, "opening_hours": 1.5, "when": 1.5, "where": 1.5,
    "registration": 1.5, "founders": 1.5, "cluster_name": 2, "founder_kind": 2,
}  # fmt: skip
CLUSTER_KINDS = ("local_action_group", "creative_hub", "cluster", "network", "association")


def tell_kind(outline: Outline, title: str) -> tuple[str, bool]:
    """The likeliest kind, and whether that is certain."""
    scores = {kind: _labels(kind, outline) for kind in _EVIDENCE}
    opening = _opening(outline)
    if cluster_kind(f"{title} {opening}", outline.words, in_title=title):
        scores["cluster"] += 2 if cluster_kind(title, outline.words) else 1
    else:
        scores["cluster"] = 0
    if not cluster_kind(title, outline.words) and not _keeps_to(outline):
        scores["cluster"] *= 0.5
    scores["event"] += _invites(outline, opening)
    scores["organisation"] += _is_about_organisation(outline, title, opening)
    scores["news"] = _reports(outline, opening)
    scores["page"] = 0.9 + _instructs(outline, title)
    if scores["project"] < 4 and not outline.labelled(
        "project_title", "total", "number", "acronym"
    ):
        scores["project"] *= 0.5
    ranked = sorted(scores, key=scores.get, reverse=True)
    return ranked[0], scores[ranked[0]] - scores[ranked[1]] >= 0.5


def cluster_kind(text: str, words: Words, in_title: str = "") -> str:
    """Which kind of network the text speaks of, if any."""
    for kind in CLUSTER_KINDS:
        pattern = words.expression("kinds", kind)
        if re.search(rf"(?<!\w)(?:{pattern.pattern})(?!\w)", text, re.I):
            return kind
    return ""


def _keeps_to(outline: Outline) -> bool:
    """Whether the text is about a cluster: it names one more than once."""
    kinds = "|".join(outline.words["kinds"][kind] for kind in CLUSTER_KINDS)
    return len(re.findall(rf"(?<!\w)(?:{kinds})(?!\w)", outline.text(), re.IGNORECASE)) > 1


def _labels(kind: str, outline: Outline) -> float:
    """Each label counts once, and as much as it is typical of the kind."""
    found = {field for node in outline.nodes if node.label for field in node.label.fields}
    return sum(_STRONG.get(field, 1) for field in _EVIDENCE[kind] if field in found)


def _opening(outline: Outline) -> str:
    texts = [node.text for node in outline.nodes if not node.is_heading and len(node.text) > 40]
    return " ".join(sentences(" ".join(texts[:2]))[:4])


def _invites(outline: Outline, opening: str) -> float:
    pattern = outline.words.expression("sentences", "invitation")
    found = {
        match.group().lower()
        for match in re.finditer(rf"\b(?:{pattern.pattern})", outline.text(), re.I)
    }
    return (
        min(len(found) * 0.8, 2.4)
        if re.search(pattern.pattern, opening, re.I)
        else min(len(found) * 0.4, 1.2)
    )


def _reports(outline: Outline, opening: str) -> float:
    """Past tense, quotations and a date at the top make news."""
    pattern = outline.words.expression("sentences", "past")
    found = re.findall(rf"\b(?:{pattern.pattern})\b", opening, re.I)
    score = 1 + min(len(found), 4) * 0.7
    score += 0.8 * any(node.line.kind == "quote" for node in outline.nodes)
    score += 0.8 * bool(outline.labelled("date", "author"))
    press = outline.words.expression("kinds", "press")
    score += 2 * any(press.fullmatch(one.text) for one in outline.doubts)
    return score + 0.7 * bool(find_dates(opening, outline.words.language))


def _is_about_organisation(outline: Outline, title: str, opening: str) -> float:
    is_named = looks_like_organisation(title, outline.words) and not cluster_kind(
        title, outline.words
    )
    score = 1.5 if is_named else 0
    is_a = outline.words.expression("kinds", "is_a")
    organisation = outline.words.expression("kinds", "organisation")
    first = (sentences(opening) or [""])[0]
    if is_a.search(first) and organisation.search(first):
        score += 1.5
    return score


def _instructs(outline: Outline, title: str) -> float:
    """Headings that say how; behind a comma, "how" is what somebody learnt."""
    pattern = outline.words.expression("sentences", "instruction")
    headings = [node.text for node in outline.nodes if node.is_heading]
    score = 1.5 if re.search(rf"(?<!, )\b(?:{pattern.pattern})\b", title, re.I) else 0
    return score + 0.4 * sum(bool(re.search(pattern.pattern, text, re.I)) for text in headings[:4])
