"""The front door, sections, news, events and pages that inform."""

import datetime as dt
from zoneinfo import ZoneInfo

from directory.models import EventCluster, NewsCluster, NewsPerson
from events.models import EventSession, EventSpeaker, NewsEvent
from home.models.accessibility import AccessibilityException

from .shared import day, headed, named_organisations, numbered, related, worded


def home(item, language, world):
    """The front door."""
    return {**headed(item, language, world), "slug": f"home-{language}", "show_in_menus": True}


def section(item, language, world):
    """A section and its address."""
    words = item.words[language]
    return {"title": words["title"], "slug": words["slug"], "show_in_menus": True}


def page(item, language, world):
    """A page that informs."""
    return {**headed(item, language, world), **related(item, language, world)}


def news(item, language, world):
    """A news item."""
    facts = item.facts
    shown = dt.datetime.combine(day(world, facts.get("days", 0)), dt.time(9), _zone())
    return {
        **headed(item, language, world),
        **related(item, language, world),
        **named_organisations(
            world, ([facts["author"]], "author"), (facts.get("organisations", []), "about")
        ),
        "shown_at": shown if "days" in facts else None,
        "correction": item.word("correction", language),
        "superseded_by": world.get(facts.get("superseded_by")),
        "news_clusters": _rows(NewsCluster, "cluster", facts.get("clusters", []), world),
        "news_events": _rows(NewsEvent, "event", facts.get("events", []), world),
        "news_people": _rows(
            NewsPerson, "person", [f"person/{each}" for each in facts.get("people", [])], world
        ),
    }


def _zone(name="Europe/Tallinn"):
    return ZoneInfo(name)


def _rows(model, target, refs, world):
    found = [instance for ref in refs if (instance := world.get(ref))]
    return numbered([model(**{target: instance}) for instance in found])


def event(item, language, world):
    """An event, its dates counted from the day of loading."""
    facts = item.facts
    organisers, partners = [facts["organiser"]], facts.get("partners", [])
    return {
        **headed(item, language, world),
        **related(item, language, world),
        **named_organisations(world, (organisers, "organiser"), (partners, "partner")),
        **moments(facts, world),
        "event_kind": facts["kind"],
        "attendance": facts["attendance"],
        "openness": facts.get("openness", "open"),
        "venue": world.get(f"place/{facts['venue']}") if "venue" in facts else None,
        "is_free": facts.get("free", False),
        "price": facts.get("price", ""),
        "held_in": facts["held_in"],
        "audience": facts.get("audience", {}).get(language, ""),
        "status": facts.get("status", "scheduled"),
        "status_reason": facts.get("reason", {}).get(language, ""),
        "participants": facts.get("participants"),
        "registration_url": facts.get("external_registration", ""),
        "join_link": facts.get("join", ""),
        "sessions": _sessions(item, language, world),
        "speakers": _speakers(item, language, world),
        "event_clusters": _rows(EventCluster, "cluster", facts.get("clusters", []), world),
    }


def moments(facts, world):
    """When the event is, or the period in which it will be."""
    zone = facts["zone"]
    if "period" in facts:
        first, last = (day(world, days) for days in facts["period"])
        return {
            "starts_at": None,
            "ends_at": None,
            "time_zone": zone,
            "period_from": first,
            "period_from_precision": "month",
            "period_until": last,
            "period_until_precision": "month",
        }
    last_day = facts["day"] + facts.get("days", 1) - 1
    closed = not facts.get("open_end")
    return {
        "starts_at": _at(world, facts["day"], facts.get("from", "00:00"), zone),
        "ends_at": _at(world, last_day, facts.get("to", "00:00"), zone) if closed else None,
        "is_all_day": facts.get("all_day", False),
        "time_zone": zone,
        "previous_starts_at": (
            _at(world, facts["moved_from"], facts["from"], zone) if "moved_from" in facts else None
        ),
    }


def _at(world, days, clock, zone):
    time = dt.time.fromisoformat(clock)
    return dt.datetime.combine(day(world, days), time, ZoneInfo(zone)).astimezone(dt.UTC)


def _sessions(item, language, world):
    rows = []
    for n, each in enumerate(item.facts.get("sessions", [])):
        people = world.all("person", each.get("speakers", []))
        values = {
            "title": each[language],
            "starts": dt.time.fromisoformat(each["at"]),
            "speakers": ", ".join(person.name for person in people),
        }
        rows.append(worded(EventSession, item, language, f"session/{n}", **values))
    return numbered(rows)


def _speakers(item, language, world):
    people = world.all("person", item.facts.get("speakers", []))
    return numbered(
        [
            worded(EventSpeaker, item, language, f"speaker/{person.name}", person=person)
            for person in people
        ]
    )


def accessibility(item, language, world):
    """How accessible the site is."""
    facts = item.facts
    values = headed(item, language, world)
    return {
        "title": values["title"],
        "summary": values["summary"],
        "story": values["story"],
        "status": facts["status"],
        "method": facts["method"],
        "prepared_on": day(world, facts["prepared_days"]),
        "reviewed_on": day(world, facts["reviewed_days"]),
        "feedback_email": facts["email"],
        "feedback_phone": facts["phone"],
        "enforcement_name": item.word("enforcement", language),
        "enforcement_url": facts["enforcement_url"],
        "exceptions": numbered(
            [
                worded(
                    AccessibilityException,
                    item,
                    language,
                    f"exception/{n}",
                    reason=row["reason"],
                    content=row[language][0],
                    alternative=row[language][1],
                )
                for n, row in enumerate(facts["exceptions"])
            ]
        ),
    }
