"""Which projects stand under a programme or serve a goal, everything below included."""

from kogu.content.models import Relation
from kogu.delivery.tick_cache import cached_per_tick

# A page shows at most so many; the list of projects shows the rest.
MOST = 300


def projects_by(relation):
    """Keys of public projects by what they name, read once until something public changes."""
    return cached_per_tick(f"projects:{relation}", lambda: _load_projects(relation))


def _load_projects(relation):
    projects = {}
    rows = Relation.objects.filter(source_kind="project", relation=relation).order_by("id")
    for target, project in rows.values_list("target_key", "source_key"):
        projects.setdefault(target, []).append(project)
    return projects


def projects_below(relation, tree_index, key):
    """Keys of projects that name the item or anything below it, each once."""
    named = projects_by(relation)
    found = (project for one in tree_index.descendants(key) for project in named.get(one, ()))
    return list(dict.fromkeys(found))[:MOST]
