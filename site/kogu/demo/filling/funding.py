"""Programmes with their rules, projects with their money, and the strategy."""

import datetime as dt

from directory import models as directory
from kogu.demo.reading import table

from .shared import day, headed, loose, numbered, related, worded


def strategy(item, language, world):
    """The strategy of the region."""
    return {**_titled(item, language), "period_from": 2026, "period_to": 2035}


def goal(item, language, world):
    """A domain or goal of the strategy."""
    facts = {"level": item.facts["level"], "code": item.facts["code"]}
    return {**_titled(item, language), **facts}


def _titled(item, language):
    return {
        "title": item.word("title", language),
        "summary": item.word("summary", language),
    }


def programme(item, language, world):
    """A fund or programme and, if it has any, its rules."""
    facts = item.facts
    first, last = facts.get("period", ["", ""])
    values = {
        **_titled(item, language),
        "level": facts["level"],
        "fund": facts["fund"],
        "period_from": int(first[:4]) if first else None,
        "period_to": int(last[:4]) if last else None,
        "bodies": _bodies(item, language),
    }
    return {**values, **_rules(item, language, world)} if "rules" in facts else values


def _bodies(item, language):
    rows = [
        worded(
            directory.ProgrammeBody,
            item,
            language,
            f"body/{n}",
            role=body["role"],
            name=body.get(language, ""),
        )
        for n, body in enumerate(item.facts.get("bodies", []))
    ]
    return numbered(rows)


def _rules(item, language, world):
    rules = item.facts["rules"]
    since = dt.date.fromisoformat(rules["valid"][0])
    anchor, years = rules["keep"]
    amount, currency = rules["threshold"]
    rule = directory.ProgrammeRule(
        valid_from=since,
        number_pattern=rules["number"],
        required_fields=rules["required"],
        keep_years=years,
        keep_anchor=anchor,
    )
    statement = worded(
        directory.ProgrammeStatement,
        item,
        language,
        "statement",
        valid_from=since,
        statement=rules["statement"].get(language, ""),
        disclaimer=rules.get("disclaimer", {}).get(language, ""),
    )
    threshold = worded(
        directory.ProgrammeThreshold,
        item,
        language,
        "threshold",
        valid_from=since,
        amount=amount,
        currency=currency,
        duty=rules["duty"].get(language, ""),
    )
    return {
        "rules": [rule],
        "statements": [statement],
        "emblems": _emblems(item, language, world, since),
        "thresholds": [threshold],
        "checklist": _checklist(item, language, since),
    }


def _emblems(item, language, world, since):
    words = table("images.toml")
    return numbered(
        [
            worded(
                directory.ProgrammeEmblem,
                item,
                language,
                f"emblem/{name}",
                valid_from=since,
                image=world.get(f"image/{name}"),
                alt=words[name][language],
            )
            for name in item.facts["rules"]["emblems"]
        ]
    )


def _checklist(item, language, since):
    texts = item.facts["rules"]["checklist"]
    return numbered(
        [
            worded(
                directory.ChecklistItem, item, language, f"check/{n}", valid_from=since, text=text
            )
            for n, text in enumerate(texts.get(language, []))
        ]
    )


def project(item, language, world):
    """A project: what it is for, what it costs, who takes part."""
    facts = item.facts
    values = {**headed(item, language, world), **related(item, language, world)}
    for name in ("start", "planned_end", "actual_end"):
        values[name], values[f"{name}_precision"] = loose(facts.get(name))
    prepared, verified = facts.get("prepared_on"), facts.get("verified_days")
    return {
        **values,
        **_project_words(item, language),
        **_project_rows(item, language, world),
        "acronym": facts.get("acronym", ""),
        "total_budget": facts["total"],
        "currency": facts["currency"],
        "hashtags": facts.get("hashtags", ""),
        "prepared_by_text": facts.get("prepared_by", ""),
        "prepared_on": day(world, prepared) if prepared else None,
        "last_verified": day(world, verified) if verified else None,
    }


def _project_words(item, language):
    names = {
        "focus": "focus",
        "objective": "objective",
        "target_group": "target_group",
        "expected_results": "expected",
        "achieved_results": "achieved",
    }
    return {field: item.word(word, language) for field, word in names.items()}


def _project_rows(item, language, world):
    facts = item.facts
    programmes = world.all("programme", facts["programmes"])
    goals = world.all("goal", facts["goals"])
    clusters = [found for ref in facts.get("clusters", []) if (found := world.get(ref))]
    return {
        "project_programmes": numbered(
            [directory.ProjectProgramme(programme=each) for each in programmes]
        ),
        "project_numbers": numbered(
            [
                directory.ProjectNumber(number=number, programme=world.get(f"programme/{name}"))
                for number, name in facts["numbers"]
            ]
        ),
        "project_goals": numbered([directory.ProjectGoal(goal=each) for each in goals]),
        "project_clusters": numbered([directory.ProjectCluster(cluster=each) for each in clusters]),
        "funding_lines": _funding(facts, world),
        "project_partners": _partners(facts, world),
        "register_links": numbered(
            [
                directory.RegisterLink(register=register, url=url)
                for register, url in facts.get("registers", [])
            ]
        ),
        **_project_work(item, language, world),
    }


def _funding(facts, world):
    return numbered(
        [
            directory.FundingLine(
                source=source, programme=world.get(name and f"programme/{name}"), amount=amount
            )
            for source, name, amount in facts["funding"]
        ]
    )


def _partners(facts, world):
    return numbered(
        [
            directory.ProjectPartner(
                organisation=found, role=role, country=country, budget=budget or None
            )
            for name, role, country, budget in facts["partners"]
            if (found := world.get(f"organisation/{name}"))
        ]
    )


def _project_work(item, language, world):
    facts = item.facts
    indicators = [
        worded(
            directory.ProjectIndicator,
            item,
            language,
            f"indicator/{n}",
            name=row[language],
            target=row["target"],
            achieved=row["achieved"],
        )
        for n, row in enumerate(facts.get("indicators", []))
    ]
    deliverables = [
        worded(
            directory.ProjectDeliverable,
            item,
            language,
            f"deliverable/{n}",
            title=row[language][0],
            description=row[language][1],
        )
        for n, row in enumerate(facts.get("deliverables", []))
    ]
    activities = [
        _activity(item, language, world, n, row)
        for n, row in enumerate(facts.get("activities", []))
    ]
    return {
        "activities": numbered(activities),
        "indicators": numbered(indicators),
        "deliverables": numbered(deliverables),
        "amendments": numbered(_amendments(item, language)),
    }


def _activity(item, language, world, n, row):
    quantity, unit = row.get("quantity", [None, {}])
    days = {}
    for name in ("planned", "actual"):
        for end, text in zip(("start", "end"), row.get(name, ["", ""]), strict=True):
            days[f"{name}_{end}"] = dt.date.fromisoformat(text) if text else None
    return worded(
        directory.ProjectActivity,
        item,
        language,
        f"activity/{n}",
        description=row[language],
        quantity=quantity,
        unit=unit.get(language, ""),
        status=row["status"],
        place=world.get(f"place/{row['place']}") if "place" in row else None,
        **days,
    )


def _amendments(item, language):
    rows = []
    for n, row in enumerate(item.facts.get("amendments", [])):
        what, old, new, reason = row[language]
        values = {"what": what, "old": old, "new": new, "reason": reason}
        on = dt.date.fromisoformat(row["on"])
        rows.append(
            worded(
                directory.ProjectAmendment, item, language, f"change/{n}", changed_on=on, **values
            )
        )
    return rows
