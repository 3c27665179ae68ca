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


def topic(item, language, objects):
    """A topic and the one above it."""
    return {"name": item.word("title", language), "parent": _above(item, objects)}


def _above(item, objects):
    return objects.get(f"{item.kind}/{item.facts['parent']}") if "parent" in item.facts else None


def place(item, language, objects):
    """A place with its coordinates and codes."""
    facts = item.facts
    return {
        "name": item.word("title", language),
        "parent": _above(item, objects),
        "place_kind": facts["kind"],
        "address": facts.get("address", ""),
        "latitude": f"{facts['at'][0]:.6f}",
        "longitude": f"{facts['at'][1]:.6f}",
        "nuts_code": facts.get("nuts", ""),
        "local_code": facts.get("code", ""),
        "accessibility": facts.get("access", {}).get(language, ""),
    }


def area(item, language, objects):
    """An area and its places."""
    rows = [AreaPlace(place=each) for each in objects.all("place", item.facts["places"])]
    return {"name": item.word("title", language), "places": numbered(rows)}


def person(item, language, objects):
    """Somebody, and why their name may stand in public."""
    facts = item.facts
    how = facts.get("consent_how", {})
    withdrawn = "withdrawn_days" in facts
    return {
        "name": facts["name"],
        "role": item.word("role", language),
        "organisation": objects.get(f"organisation/{facts['organisation']}"),
        "photo": objects.get(f"image/{facts['photo']}") if "photo" in facts else None,
        "email": facts["email"],
        "phone": facts.get("phone", ""),
        "languages_spoken": facts["speaks"],
        "basis": "withdrawn" if withdrawn else facts["basis"],
        "consent_on": day(objects, facts["consent_days"]) if "consent_days" in facts else None,
        "consent_how": how.get(item.written_in, ""),
    }


def organisation(item, language, objects):
    """An organisation of the register."""
    facts = item.facts
    founded, founded_precision = loose(facts.get("founded"))
    values = {**headed(item, language, objects), **related(item, language, objects)}
    values["page_places"] = numbered(
        [PagePlace(place=each) for each in objects.all("place", [facts["place"]])]
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
        "logo": objects.get(f"image/{facts['logo']}") if "logo" in facts else None,
        "description": item.word("description", language),
        "email": facts["email"],
        "phone": facts.get("phone", ""),
        "website": facts.get("website", ""),
        "basis_to_publish": facts["basis"],
        "profile_email": facts["email"],
        "last_confirmed": day(objects, -40),
        "replaced_by": objects.get(facts.get("replaced_by")),
        "opening_hours": numbered(hours),
    }


def cluster(item, language, objects):
    """A cluster, its members and those who made it possible."""
    facts = item.facts
    established, precision = loose(facts["established"])
    services = [each for each in [item.word("services", language)] if each]
    return {
        **headed(item, language, objects),
        **related(item, language, objects),
        "cluster_kind": facts["kind"],
        "established": established,
        "established_precision": precision,
        "area": objects.get(f"area/{facts['area']}"),
        "logo": objects.get(f"image/{facts['logo']}") if "logo" in facts else None,
        "website": facts.get("website", ""),
        "mission": item.word("mission", language),
        "coordinating_organisation": objects.get(
            f"organisation/{facts['coordinator_organisation']}"
        ),
        "coordinator": (
            objects.get(f"person/{facts['coordinator']}") if facts["coordinator"] else None
        ),
        "goals": _points(ClusterGoal, item, language, item.word("goals", language)),
        "activities": _points(ClusterActivity, item, language, item.word("activities", language)),
        "services": _points(ClusterService, item, language, services),
        "memberships": _memberships(facts, objects),
        "founders": _parties(ClusterFounder, facts["founders"], objects),
        "partners": _parties(ClusterPartner, facts["partners"], objects),
        "supporters": _supporters(item, language, objects),
    }


def _points(model, item, language, sentences):
    return numbered(
        [
            worded(model, item, language, f"{model.__name__}/{n}", text=text)
            for n, text in enumerate(sentences)
        ]
    )


def _parties(model, names, objects):
    return numbered([model(organisation=each) for each in objects.all("organisation", names)])


def _memberships(facts, objects):
    rows = [
        Membership(organisation=found, role=MEMBER_ROLES[role], since=dt.date.fromisoformat(since))
        for ref, role, since in facts["members"]
        if (found := objects.get(ref))
    ]
    return numbered(rows)


def _supporters(item, language, objects):
    rows = []
    for n, row in enumerate(item.facts["supporters"]):
        organisation, programme = row.get("organisation"), row.get("programme")
        values = {
            "organisation": objects.get(organisation and f"organisation/{organisation}"),
            "programme": objects.get(programme and f"programme/{programme}"),
            "project": objects.get(row.get("project", "")),
            "purpose": row[language],
        }
        rows.append(worded(ClusterSupporter, item, language, f"supporter/{n}", **values))
    return numbered(rows)
