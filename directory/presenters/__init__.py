"""What readers get of the directory."""

from . import (
    clusters,
    organisations,
    people,
    places,
    programmes,
    project_json_ld,
    project_lists,
    projects,
    strategies,
    topics,
)

__all__ = [
    "clusters",
    "organisations",
    "people",
    "places",
    "programmes",
    "project_json_ld",
    "project_lists",
    "projects",
    "strategies",
    "topics",
]
