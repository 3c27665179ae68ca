"""Fields and rows that many kinds have."""

import datetime as dt
import uuid

from directory.models import PageContact, PageOrganisation, PagePlace, PageProject, PageTopic
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.stories import NAMES
from kogu.demo.stories import story_of


def worded(model, item, language, path, **values):
    """A row with words: its translations share a key, so that translators find them."""
    key = uuid.uuid5(NAMES, f"{item.ref}/{path}")
    return model(locale=locale_of(language), translation_key=key, **values)


def numbered(rows):
    """Rows in their order."""
    for n, row in enumerate(rows):
        row.sort_order = n
    return rows


def day(objects, days):
    """A day so many days from the day of loading."""
    return objects.today + dt.timedelta(days=days)


def loose(pair):
    """A date and how exactly it is known."""
    return (dt.date.fromisoformat(pair[0]), pair[1]) if pair else (None, "day")


def headed(item, language, objects):
    """Title, summary and the picture at the head."""
    facts = item.facts
    return {
        "title": item.word("title", language),
        "summary": item.word("summary", language),
        "hero_image": objects.get(f"image/{facts['image']}") if "image" in facts else None,
        "hero_caption": item.word("caption", language),
        "hero_credit": "Koivamaa" if item.word("caption", language) else "",
        "story": story_of(item, language, objects),
    }


def related(item, language, objects):
    """Topics, places, projects and contacts of a page."""
    facts = item.facts
    topics = objects.all("topic", facts.get("topics", []))
    places = objects.all("place", facts.get("places", []))
    projects = [
        PageProject(project=project, role=row["role"])
        for row in facts.get("projects", [])
        if (project := objects.get(row["page"]))
    ]
    return {
        "page_topics": numbered([PageTopic(topic=each) for each in topics]),
        "page_places": numbered([PagePlace(place=each) for each in places]),
        "page_projects": numbered(projects),
        "page_contacts": numbered(_contacts(item, language, objects)),
    }


def _contacts(item, language, objects):
    return [
        worded(
            PageContact,
            item,
            language,
            f"contact/{n}",
            person=person,
            role=row.get("role", {}).get(language, ""),
        )
        for n, row in enumerate(item.facts.get("contacts", []))
        if (person := objects.get(f"person/{row['person']}"))
    ]


def named_organisations(objects, *pairs):
    """Rows that name organisations in a role, each organisation once in a role."""
    seen = dict.fromkeys((name, role) for names, role in pairs for name in names if name)
    rows = [
        PageOrganisation(organisation=found, role=role)
        for name, role in seen
        if (found := objects.get(f"organisation/{name}"))
    ]
    return {"page_organisations": numbered(rows)}
