"""What every kind of the region fills into its fields, one function each."""

from .directory import area, cluster, organisation, person, place, topic
from .funding import goal, programme, strategy
from .pages import accessibility, event, home, news, page, section
from .projects import project

FILLERS = {
    "accessibility": accessibility,
    "area": area,
    "cluster": cluster,
    "event": event,
    "goal": goal,
    "home": home,
    "news": news,
    "organisation": organisation,
    "page": page,
    "person": person,
    "place": place,
    "programme": programme,
    "project": project,
    "section": section,
    "strategy": strategy,
    "topic": topic,
}


def values(item, language, objects):
    """The item's fields and rows in one language, as a factory takes them."""
    return FILLERS[item.kind](item, language, objects)
