"""Topics, places, people, organisations and clusters."""

import datetime as dt

from directory.models import (
    AreaPlace,
    ClusterActivity,
    ClusterFounder,
    ClusterGoal,
    ClusterPartner,
    ClusterService,
    ClusterSupporter,
    Membership,
    OpeningHours,
    PagePlace,
)

from .shared import day, headed, loose, numbered, related, worded

MEMBER_ROLES = {"full": "member", "associated": "associated"}


def topic(item, language, world):
    """A topic and the one above it."""
    return {"name": item.word("title", language), "parent": _above(item, world)}


def _above(item, world):
    return world.get(f"{item.kind}/{item.facts['parent']}") if "parent" in item.facts else None


def place(item, language, world):
    """A place with its coordinates and codes."""
    facts = item.facts
    return {
        "name": item.word("title", language),
        "parent": _above(item, world),
        "place_kind": facts["kind"],
        "address": facts.get("address", ""),
        "latitude": f"{facts['at'][0]:.6f}",
        "longitude": f"{facts['at'][1]:.6f}",
        "nuts_code": facts.get("nuts", ""),
        "local_code": facts.get("code", ""),
        "accessibility": facts.get("access", {}).get(language, ""),
    }


def area(item, language, world):
    """An area and its places."""
    rows = [AreaPlace(place=each) for each in world.all("place", item.facts["places"])]
    return {"name": item.word("title", language), "places": numbered(rows)}


def person(item, language, world):
    """Somebody, and why their name may stand in public."""
    facts = item.facts
    how = facts.get("consent_how", {})
    withdrawn = "withdrawn_days" in facts
    return {
        "name": facts["name"],
        "role": item.word("role", language),
        "organisation": world.get(f"organisation/{facts['organisation']}"),
        "photo": world.get(f"image/{facts['photo']}") if "photo" in facts else None,
        "email": facts["email"],
        "phone": facts.get("phone", ""),
        "languages_spoken": facts["speaks"],
        "basis": "withdrawn" if withdrawn else facts["basis"],
        "consent_on": day(world, facts["consent_days"]) if "consent_days" in facts else None,
        "consent_how": how.get(item.written_in, ""),
    }


def organisation(item, language, world):
    """An organisation of the register."""
    facts = item.facts
    founded, founded_precision = loose(facts.get("founded"))
    values = {**headed(item, language, world), **related(item, language, world)}
    values["page_places"] = numbered(
        [PagePlace(place=each) for each in world.all("place", [facts["place"]])]
    )
    hours = [
        worded(
            OpeningHours,
            item,
            language,
            f"hours/{weekday}",
            weekday=weekday,
            opens=dt.time.fromisoformat(opens),
            closes=dt.time.fromisoformat(closes),
        )
        for weekday, opens, closes in facts.get("hours", [])
    ]
    return {
        **values,
        "organisation_kind": facts["kind"],
        "sectors": facts["sectors"],
        "legal_name": facts.get("legal_name", ""),
        "registry_code": facts.get("registry_code", ""),
        "founded": founded,
        "founded_precision": founded_precision,
        "logo": world.get(f"image/{facts['logo']}") if "logo" in facts else None,
        "description": item.word("description", language),
        "email": facts["email"],
        "phone": facts.get("phone", ""),
        "website": facts.get("website", ""),
        "basis_to_publish": facts["basis"],
        "profile_email": facts["email"],
        "last_confirmed": day(world, -40),
        "replaced_by": world.get(facts.get("replaced_by")),
        "opening_hours": numbered(hours),
    }


def cluster(item, language, world):
    """A cluster, its members and those who made it possible."""
    facts = item.facts
    established, precision = loose(facts["established"])
    services = [each for each in [item.word("services", language)] if each]
    return {
        **headed(item, language, world),
        **related(item, language, world),
        "cluster_kind": facts["kind"],
        "established": established,
        "established_precision": precision,
        "area": world.get(f"area/{facts['area']}"),
        "logo": world.get(f"image/{facts['logo']}") if "logo" in facts else None,
        "website": facts.get("website", ""),
        "mission": item.word("mission", language),
        "coordinating_organisation": world.get(f"organisation/{facts['coordinator_organisation']}"),
        "coordinator": (
            world.get(f"person/{facts['coordinator']}") if facts["coordinator"] else None
        ),
        "goals": _points(ClusterGoal, item, language, item.word("goals", language)),
        "activities": _points(ClusterActivity, item, language, item.word("activities", language)),
        "services": _points(ClusterService, item, language, services),
        "memberships": _memberships(facts, world),
        "founders": _parties(ClusterFounder, facts["founders"], world),
        "partners": _parties(ClusterPartner, facts["partners"], world),
        "supporters": _supporters(item, language, world),
    }


def _points(model, item, language, sentences):
    return numbered(
        [
            worded(model, item, language, f"{model.__name__}/{n}", text=text)
            for n, text in enumerate(sentences)
        ]
    )


def _parties(model, names, world):
    return numbered([model(organisation=each) for each in world.all("organisation", names)])


def _memberships(facts, world):
    rows = [
        Membership(organisation=found, role=MEMBER_ROLES[role], since=dt.date.fromisoformat(since))
        for ref, role, since in facts["members"]
        if (found := world.get(ref))
    ]
    return numbered(rows)


def _supporters(item, language, world):
    rows = []
    for n, row in enumerate(item.facts["supporters"]):
        organisation, programme = row.get("organisation"), row.get("programme")
        values = {
            "organisation": world.get(organisation and f"organisation/{organisation}"),
            "programme": world.get(programme and f"programme/{programme}"),
            "project": world.get(row.get("project", "")),
            "purpose": row[language],
        }
        rows.append(worded(ClusterSupporter, item, language, f"supporter/{n}", **values))
    return numbered(rows)
