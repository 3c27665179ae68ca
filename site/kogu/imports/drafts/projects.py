"""A project's draft: numbers, money, partners, goals."""

from decimal import Decimal
from html import escape

from django.utils.translation import gettext as _

from directory.models import (
    FundingLine,
    ProjectActivity,
    ProjectGoal,
    ProjectNumber,
    ProjectPage,
    ProjectPartner,
    ProjectProgramme,
)
from kogu.imports.drafts.filling import common, day, known_to
from kogu.imports.drafts.story import story


def project(filling):
    """The page, and everything the document says of the project."""
    said = filling.understood["project"]
    programmes = [filling.programme(name) for name in said["programmes"]]
    page = ProjectPage(**common(filling), **_dates(said), **_money(said))
    page.acronym = said["acronym"]
    page.focus = said["focus"]
    page.objective = said["objective"]
    page.prepared_by_text = ", ".join(filter(None, (said["prepared_by"], said["prepared_by_role"])))
    page.prepared_by = filling.known.person(said["prepared_by"]) if said["prepared_by"] else None
    page.activities = [
        ProjectActivity(description=words, locale=filling.locale) for words in said["activities"]
    ]
    page.project_numbers = [
        ProjectNumber(number=number, programme=_programme_of(filling, number, programmes))
        for number in said["numbers"]
    ]
    found = {
        one.pk: one
        for one in (*programmes, *(n.programme for n in page.project_numbers.all()))
        if one
    }
    page.project_programmes = [ProjectProgramme(programme=one) for one in found.values()]
    page.funding_lines = _funding(said)
    page.project_partners = [_partner(filling, one) for one in said["partners"]]
    page.project_goals, unknown = _goals(filling, said["strategy"])
    page.story = story([*filling.understood["body"], *unknown], filling.pictures)
    return page


def _dates(said):
    dates = {"start": "start", "end": "planned_end", "prepared_on": "prepared_on"}
    values = {}
    for name, column in dates.items():
        values[column] = day(said[name])
        values[f"{column}_precision"] = known_to(said[name])
    return values


def _money(said):
    if not said["total"]:
        return {}
    return {"total_budget": Decimal(said["total"]["amount"]), "currency": said["total"]["currency"]}


def _funding(said):
    """Only sources that were named; the rest is a line that says it is not stated."""
    lines = []
    own = said["own_contribution"]
    if own:
        lines.append(FundingLine(source=FundingLine.Source.OWN, amount=Decimal(own["amount"])))
    if said["rest"] == "not_stated" or (said["total"] and not own):
        lines.append(FundingLine(source=FundingLine.Source.NOT_STATED))
    return lines


def _programme_of(filling, number, programmes):
    by_number = filling.known.programme_of_number(number)
    named = [one for one in programmes if one]
    return by_number or (named[0] if len(named) == 1 else None)


def _partner(filling, said):
    organisation = filling.organisation(said["name"])
    return ProjectPartner(
        organisation=organisation,
        name="" if organisation else said["name"],
        role=said["role"],
    )


def _goals(filling, said):
    """Rows for known goals; the others are listed, and stay in the text under their domains."""
    if not said:
        return [], []
    strategy = filling.known.strategy(said["title"])
    if strategy is None:
        filling.report.open(_("Strategy not known here: %(name)s") % {"name": said["title"]})
    else:
        filling.report.linked(_("strategy"), strategy.title, said["title"])
    rows, unknown = {}, []
    for path, title in _walk(said["domains"]):
        found = filling.known.goal(title, strategy)
        if found:
            rows[found.pk] = ProjectGoal(goal=found)
            filling.report.linked(_("goal"), found.title, title)
        else:
            unknown.append((path, title))
            filling.report.open(
                _("Goal not known here: %(goal)s") % {"goal": " › ".join((*path, title))}
            )
    return list(rows.values()), _in_words(said["title"], unknown)


def _in_words(strategy, goals):
    """Goals that nobody knows here, as a heading for each domain and a list below it."""
    blocks = [{"type": "heading", "level": 2, "text": strategy}] if goals and strategy else []
    for path, title in goals:
        if not path:
            blocks.append({"type": "heading", "level": 3, "text": title})
        elif blocks and blocks[-1]["type"] == "list":
            blocks[-1]["items"].append(escape(title, quote=False))
        else:
            items = [escape(title, quote=False)]
            blocks.append({"type": "list", "ordered": False, "items": items})
    return blocks


def _walk(goals, path=()):
    """Every goal without goals below it, or known in itself, with the path to it."""
    for goal in goals:
        yield path, goal["title"]
        yield from _walk(goal["goals"], (*path, goal["title"]))
