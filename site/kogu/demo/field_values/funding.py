"""Programmes with their rules, and the strategy with its goals."""

import datetime as dt

from directory import models as directory
from kogu.demo.region_files import table

from .shared import numbered, worded


def strategy(item, language, objects):
    """The strategy of the region."""
    return {**_titled(item, language), "period_from": 2026, "period_to": 2035}


def goal(item, language, objects):
    """A domain or goal of the strategy."""
    facts = {"level": item.facts["level"], "code": item.facts["code"]}
    return {**_titled(item, language), **facts}


def _titled(item, language):
    return {
        "title": item.word("title", language),
        "summary": item.word("summary", language),
    }


def programme(item, language, objects):
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
    return {**values, **_rules(item, language, objects)} if "rules" in facts else values


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


def _rules(item, language, objects):
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
        notice_position=rules.get("position", ""),
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
        "emblems": _emblems(item, language, objects, since),
        "thresholds": [threshold],
        "checklist": _checklist(item, language, since),
    }


def _emblems(item, language, objects, since):
    words = table("images.toml")
    return numbered(
        [
            worded(
                directory.ProgrammeEmblem,
                item,
                language,
                f"emblem/{name}",
                valid_from=since,
                image=objects.get(f"image/{name}"),
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
