"""Projects: what they are for, what they cost, who takes part, what they do."""

import datetime as dt

from directory import models as directory

from .shared import day, headed, loose, numbered, related, worded


def project(item, language, objects):
    """A project: what it is for, what it costs, who takes part."""
    facts = item.facts
    values = {**headed(item, language, objects), **related(item, language, objects)}
    for name in ("start", "planned_end", "actual_end"):
        values[name], values[f"{name}_precision"] = loose(facts.get(name))
    prepared, verified = facts.get("prepared_on"), facts.get("verified_days")
    return {
        **values,
        **_project_words(item, language),
        **_project_rows(item, language, objects),
        "acronym": facts.get("acronym", ""),
        "total_budget": facts["total"],
        "currency": facts["currency"],
        "hashtags": facts.get("hashtags", ""),
        "prepared_by_text": facts.get("prepared_by", ""),
        "prepared_on": day(objects, prepared) if prepared else None,
        "last_verified": day(objects, verified) if verified else None,
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


def _project_rows(item, language, objects):
    facts = item.facts
    programmes = objects.all("programme", facts["programmes"])
    goals = objects.all("goal", facts["goals"])
    clusters = [found for ref in facts.get("clusters", []) if (found := objects.get(ref))]
    return {
        "project_programmes": numbered(
            [directory.ProjectProgramme(programme=each) for each in programmes]
        ),
        "project_numbers": numbered(
            [
                directory.ProjectNumber(number=number, programme=objects.get(f"programme/{name}"))
                for number, name in facts["numbers"]
            ]
        ),
        "project_goals": numbered([directory.ProjectGoal(goal=each) for each in goals]),
        "project_clusters": numbered([directory.ProjectCluster(cluster=each) for each in clusters]),
        "funding_lines": _funding(facts, objects),
        "project_partners": _partners(facts, objects),
        "register_links": numbered(
            [
                directory.RegisterLink(register=register, url=url)
                for register, url in facts.get("registers", [])
            ]
        ),
        **_project_work(item, language, objects),
    }


def _funding(facts, objects):
    return numbered(
        [
            directory.FundingLine(
                source=source, programme=objects.get(name and f"programme/{name}"), amount=amount
            )
            for source, name, amount in facts["funding"]
        ]
    )


def _partners(facts, objects):
    return numbered(
        [
            directory.ProjectPartner(
                organisation=found, role=role, country=country, budget=budget or None
            )
            for name, role, country, budget in facts["partners"]
            if (found := objects.get(f"organisation/{name}"))
        ]
    )


def _project_work(item, language, objects):
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
        _activity(item, language, objects, n, row)
        for n, row in enumerate(facts.get("activities", []))
    ]
    return {
        "activities": numbered(activities),
        "indicators": numbered(indicators),
        "deliverables": numbered(deliverables),
        "amendments": numbered(_amendments(item, language)),
    }


def _activity(item, language, objects, n, row):
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
        places=_chosen("place", objects, row.get("places", [])),
        events=_chosen("event", objects, row.get("events", [])),
        **days,
    )


def _chosen(kind, objects, names):
    instances = (objects.get(f"{kind}/{name}") for name in names)
    return [(kind, instance) for instance in instances if instance]


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
