"""Understanding: from neutral lines to the facts and the story of one page."""

import re
from dataclasses import replace

from kogu.imports.source import Source
from kogu.imports.understanding.body import body, drop_repeated_title, summary
from kogu.imports.understanding.clusters import cluster_name, find_cluster
from kogu.imports.understanding.kinds import KINDS, cluster_kind, tell_kind
from kogu.imports.understanding.languages import tell_language
from kogu.imports.understanding.mails import without_mail
from kogu.imports.understanding.moments import document_date
from kogu.imports.understanding.names import looks_like_organisation
from kogu.imports.understanding.organisations import find_organisations, overlap
from kogu.imports.understanding.people import find_people, with_address_of
from kogu.imports.understanding.projects import find_project
from kogu.imports.understanding.result import Cluster, Organisation, Understood
from kogu.imports.understanding.structure import Node, Outline, build_outline
from kogu.imports.understanding.supporters import told_supporters
from kogu.imports.understanding.titles import find_title
from kogu.imports.understanding.word_accounting import (
    return_to_story,
    strings,
    tell_left_out,
    tell_used,
)
from kogu.imports.words import LANGUAGES, words_of
from kogu.language.dates import impossible_dates

# A line that gives a fact a name, "Water depth: 4 m"; none that leads to somebody's words.
_FACT = re.compile(r"[^\W\d_][^:.!?„“\"]{2,48}:\s+(?!//|[„“”\"«»])\S")

__all__ = ["KINDS", "LANGUAGES", "understand"]


def understand(source: Source, kind: str = "auto", language: str = "auto") -> Understood:
    """Everything the document says; a kind or language given by a person is believed."""
    original = source
    source, mailed = without_mail(source)
    outline = _outlined(source, language)
    if mailed:
        outline.add_doubt("mail_head_removed", "; ".join(mailed))
    title, is_provisional = find_title(outline, source)
    kind = _kind(kind, title, outline)
    if kind == "cluster":
        title = _cluster_title(title, outline, is_provisional=is_provisional)
    date = document_date(kind, outline, source)
    if not is_provisional:
        drop_repeated_title(outline, title)
    lead = summary(outline)
    project = find_project(outline, title) if kind == "project" else None
    named = (title, *(project.programmes if project else ()))
    partners = [
        Organisation(one.name, "lead" if one.role == "lead" else "partner")
        for one in (project.partners if project else ())
    ]
    organisations = find_organisations(kind, outline, named, told_supporters(outline), partners)
    people = with_address_of(source.author, find_people(outline))
    cluster = find_cluster(outline, title, people) if kind == "cluster" else None
    _mark(outline, title if is_provisional else "")
    found = Understood(
        kind=kind,
        language=outline.words.language,
        title=title,
        title_provisional=is_provisional,
        date=date,
        summary=lead or (project.objective or project.focus if project else ""),
        people=tuple(people),
        organisations=tuple(
            _with_cluster(organisations, cluster, outline) if cluster else organisations
        ),
        project=project,
        cluster=cluster,
    )
    return _accounted(found, outline, original)


def _accounted(found: Understood, outline: Outline, original: Source) -> Understood:
    """The story is what no field says, and every word that stands nowhere is reported."""
    fields = list(strings(found.as_json()))
    return_to_story(outline, fields)
    story = body(outline)
    tell_used(outline, found.title, fields, strings(story))
    told = [one.text for one in outline.doubts]
    tell_left_out(outline, original, [*fields, *strings(story), *told])
    return replace(found, body=tuple(story), warnings=tuple(outline.doubts))


def _outlined(source: Source, language: str) -> Outline:
    text = "\n".join(line.text for line in source.lines)
    told, is_certain = tell_language(text, source.language)
    outline = build_outline(source, words_of(told if language not in LANGUAGES else language))
    if language not in LANGUAGES and not is_certain:
        outline.add_doubt("language_doubtful")
    return outline


def _kind(kind: str, title: str, outline: Outline) -> str:
    if kind in KINDS:
        return kind
    told, is_certain = tell_kind(outline, title)
    if not is_certain:
        outline.add_doubt("kind_doubtful")
    return told


def _cluster_title(title: str, outline: Outline, *, is_provisional: bool) -> str:
    """A cluster's page is called what the cluster is called, not "What is …?"."""
    name = cluster_name(outline, title)
    if name == title or not cluster_kind(name, outline.words):
        return title
    about = outline.words.expression("kinds", "about").fullmatch(title)
    if not (about or is_provisional or title.endswith("?")):
        return title
    for node in outline.nodes:
        if node.is_heading and node.is_used and title in node.text:
            node.is_used = False
    return name


def _with_cluster(
    found: list[Organisation], cluster: Cluster, outline: Outline
) -> list[Organisation]:
    """What the cluster's own facts say of organisations comes before mere mentions."""
    told = [Organisation(name, "founder") for name in cluster.founders]
    told += [Organisation(one.organisation, "supporter") for one in cluster.supporters]
    told += [
        Organisation(one.programme, "supporter")
        for one in cluster.supporters
        if not one.organisation and looks_like_organisation(one.programme, outline.words)
    ]
    told += [Organisation(cluster.coordinator.organisation, "coordinator")]
    told += [Organisation(name, "partner") for name in cluster.partners]
    names = [one.name for one in told] + [cluster.name]
    rest = [
        one
        for one in found
        if one.role != "mentioned" or not any(overlap(one.name, name) for name in names)
    ]
    return list(dict.fromkeys(one for one in (*told, *rest) if one.name))


def _mark(outline: Outline, provisional: str) -> None:
    """Say what a person should look at: relative dates, the title, unknown labels."""
    if provisional:
        outline.add_doubt("title_provisional", provisional)
    for node in outline.nodes:
        if _is_unknown_fact(node):
            outline.add_doubt("not_understood", node.text)
    texts = [node.text for node in outline.nodes]
    impossible = (one for text in texts for one in impossible_dates(text, outline.words.language))
    for date in dict.fromkeys(impossible):
        outline.add_doubt("date_impossible", date)
    relative = outline.words.expression("sentences", "relative")
    matches = (re.search(rf"\b(?:{relative.pattern})\b", text, re.IGNORECASE) for text in texts)
    for words in dict.fromkeys(match.group() for match in matches if match):
        outline.add_doubt("relative_date", words)


def _is_unknown_fact(node: Node) -> bool:
    is_fact = node.line.kind == "paragraph" and _FACT.match(node.text)
    return bool(is_fact and node.is_free and not node.label and len(node.text) <= 200)
