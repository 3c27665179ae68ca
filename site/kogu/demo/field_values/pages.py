"""Home pages, sections, news, events and information pages."""

import datetime as dt
from zoneinfo import ZoneInfo

from directory.models import EventCluster, NewsCluster, NewsPerson
from events.models import EventSession, EventSpeaker, NewsEvent
from home.models.accessibility import AccessibilityException

from .shared import day, headed, named_organisations, numbered, related, worded


def home(item, language, objects):
    """A home page."""
    return {**headed(item, language, objects), "slug": f"home-{language}", "show_in_menus": True}


def section(item, language, objects):
    """A section and its address."""
    words = item.words[language]
    return {"title": words["title"], "slug": words["slug"], "show_in_menus": True}


def page(item, language, objects):
    """A page that informs."""
    return {**headed(item, language, objects), **related(item, language, objects)}


def news(item, language, objects):
    """A news item."""
    facts = item.facts
    shown = dt.datetime.combine(day(objects, facts.get("days", 0)), dt.time(9), _zone())
    return {
        **headed(item, language, objects),
        **related(item, language, objects),
        **named_organisations(
            objects, ([facts["author"]], "author"), (facts.get("organisations", []), "about")
        ),
        "shown_at": shown if "days" in facts else None,
        "correction": item.word("correction", language),
        "superseded_by": objects.get(facts.get("superseded_by")),
        "news_clusters": _rows(NewsCluster, "cluster", facts.get("clusters", []), objects),
        "news_events": _rows(NewsEvent, "event", facts.get("events", []), objects),
        "news_people": _rows(
            NewsPerson, "person", [f"person/{each}" for each in facts.get("people", [])], objects
        ),
    }


def _zone(name="Europe/Tallinn"):
    return ZoneInfo(name)


def _rows(model, target, refs, objects):
    found = [instance for ref in refs if (instance := objects.get(ref))]
    return numbered([model(**{target: instance}) for instance in found])


def event(item, language, objects):
    """An event, its dates counted from the day of loading."""
    facts = item.facts
    organisers, partners = [facts["organiser"]], facts.get("partners", [])
    return {
        **headed(item, language, objects),
        **related(item, language, objects),
        **named_organisations(objects, (organisers, "organiser"), (partners, "partner")),
        **moments(facts, objects),
        "event_kind": facts["kind"],
        "attendance": facts["attendance"],
        "openness": facts.get("openness", "open"),
        "venue": objects.get(f"place/{facts['venue']}") if "venue" in facts else None,
        "is_free": facts.get("free", False),
        "price": facts.get("price", ""),
        "held_in": facts["held_in"],
        "audience": facts.get("audience", {}).get(language, ""),
        "status": facts.get("status", "scheduled"),
        "status_reason": facts.get("reason", {}).get(language, ""),
        "participants": facts.get("participants"),
        "registration_url": facts.get("external_registration", ""),
        "join_link": facts.get("join", ""),
        "sessions": _sessions(item, language, objects),
        "speakers": _speakers(item, language, objects),
        "event_clusters": _rows(EventCluster, "cluster", facts.get("clusters", []), objects),
    }


def moments(facts, objects):
    """When the event is, or the period in which it will be."""
    zone = facts["zone"]
    if "period" in facts:
        first, last = (day(objects, days) for days in facts["period"])
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
        "starts_at": _at(objects, facts["day"], facts.get("from", "00:00"), zone),
        "ends_at": _at(objects, last_day, facts.get("to", "00:00"), zone) if closed else None,
        "is_all_day": facts.get("all_day", False),
        "time_zone": zone,
        "previous_starts_at": (
            _at(objects, facts["moved_from"], facts["from"], zone)
            if "moved_from" in facts
            else None
        ),
    }


def _at(objects, days, clock, zone):
    time = dt.time.fromisoformat(clock)
    return dt.datetime.combine(day(objects, days), time, ZoneInfo(zone)).astimezone(dt.UTC)


def _sessions(item, language, objects):
    rows = []
    for n, each in enumerate(item.facts.get("sessions", [])):
        people = objects.all("person", each.get("speakers", []))
        values = {
            "title": each[language],
            "starts": dt.time.fromisoformat(each["at"]),
            "speakers": ", ".join(person.name for person in people),
        }
        rows.append(worded(EventSession, item, language, f"session/{n}", **values))
    return numbered(rows)


def _speakers(item, language, objects):
    people = objects.all("person", item.facts.get("speakers", []))
    return numbered(
        [
            worded(EventSpeaker, item, language, f"speaker/{person.name}", person=person)
            for person in people
        ]
    )


def accessibility(item, language, objects):
    """How accessible the site is."""
    facts = item.facts
    values = headed(item, language, objects)
    return {
        "title": values["title"],
        "summary": values["summary"],
        "story": values["story"],
        "status": facts["status"],
        "method": facts["method"],
        "prepared_on": day(objects, facts["prepared_days"]),
        "reviewed_on": day(objects, facts["reviewed_days"]),
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
