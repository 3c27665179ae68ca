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
from kogu.imports.understanding.structure import Node, Outline, outline
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
    made = _outlined(source, language)
    if mailed:
        made.doubt("mail_head_removed", "; ".join(mailed))
    title, is_provisional = find_title(made, source)
    kind = _kind(kind, title, made)
    if kind == "cluster":
        title = _cluster_title(title, made, is_provisional=is_provisional)
    date = document_date(kind, made, source)
    if not is_provisional:
        drop_repeated_title(made, title)
    lead = summary(made)
    project = find_project(made, title) if kind == "project" else None
    named = (title, *(project.programmes if project else ()))
    partners = [
        Organisation(one.name, "lead" if one.role == "lead" else "partner")
        for one in (project.partners if project else ())
    ]
    organisations = find_organisations(kind, made, named, told_supporters(made), partners)
    people = with_address_of(source.author, find_people(made))
    cluster = find_cluster(made, title, people) if kind == "cluster" else None
    _mark(made, title if is_provisional else "")
    found = Understood(
        kind=kind,
        language=made.words.language,
        title=title,
        title_provisional=is_provisional,
        date=date,
        summary=lead or (project.objective or project.focus if project else ""),
        people=tuple(people),
        organisations=tuple(
            _with_cluster(organisations, cluster, made) if cluster else organisations
        ),
        project=project,
        cluster=cluster,
    )
    return _accounted(found, made, original)


def _accounted(found: Understood, made: Outline, original: Source) -> Understood:
    """The story is what no field says, and every word that stands nowhere is told."""
    fields = list(strings(found.as_json()))
    return_to_story(made, fields)
    story = body(made)
    tell_used(made, found.title, fields, strings(story))
    told = [one.text for one in made.doubts]
    tell_left_out(made, original, [*fields, *strings(story), *told])
    return replace(found, body=tuple(story), warnings=tuple(made.doubts))


def _outlined(source: Source, language: str) -> Outline:
    text = "\n".join(line.text for line in source.lines)
    told, is_certain = tell_language(text, source.language)
    made = outline(source, words_of(told if language not in LANGUAGES else language))
    if language not in LANGUAGES and not is_certain:
        made.doubt("language_doubtful")
    return made


def _kind(kind: str, title: str, made: Outline) -> str:
    if kind in KINDS:
        return kind
    told, is_certain = tell_kind(made, title)
    if not is_certain:
        made.doubt("kind_doubtful")
    return told


def _cluster_title(title: str, made: Outline, *, is_provisional: bool) -> str:
    """A cluster's page is called what the cluster is called, not "What is …?"."""
    name = cluster_name(made, title)
    if name == title or not cluster_kind(name, made.words):
        return title
    about = made.words.expression("kinds", "about").fullmatch(title)
    if not (about or is_provisional or title.endswith("?")):
        return title
    for node in made.nodes:
        if node.is_heading and node.is_used and title in node.text:
            node.is_used = False
    return name


def _with_cluster(found: list[Organisation], cluster: Cluster, made: Outline) -> list[Organisation]:
    """What the cluster's own facts say of organisations comes before mere mentions."""
    told = [Organisation(name, "founder") for name in cluster.founders]
    told += [Organisation(one.organisation, "supporter") for one in cluster.supporters]
    told += [
        Organisation(one.programme, "supporter")
        for one in cluster.supporters
        if not one.organisation and looks_like_organisation(one.programme, made.words)
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


def _mark(made: Outline, provisional: str) -> None:
    """Say what a person should look at: relative dates, the title, unknown labels."""
    if provisional:
        made.doubt("title_provisional", provisional)
    for node in made.nodes:
        if _is_unknown_fact(node):
            made.doubt("not_understood", node.text)
    texts = [node.text for node in made.nodes]
    impossible = (one for text in texts for one in impossible_dates(text, made.words.language))
    for date in dict.fromkeys(impossible):
        made.doubt("date_impossible", date)
    relative = made.words.expression("sentences", "relative")
    matches = (re.search(rf"\b(?:{relative.pattern})\b", text, re.IGNORECASE) for text in texts)
    for words in dict.fromkeys(match.group() for match in matches if match):
        made.doubt("relative_date", words)


def _is_unknown_fact(node: Node) -> bool:
    is_fact = node.line.kind == "paragraph" and _FACT.match(node.text)
    return bool(is_fact and node.is_free and not node.label and len(node.text) <= 200)
