"""What readers get of the directory."""

from . import (
    areas,
    clusters,
    organisations,
    people,
    places,
    programmes,
    project_lists,
    projects,
    strategies,
    topics,
)

__all__ = [
    "areas",
    "clusters",
    "organisations",
    "people",
    "places",
    "programmes",
    "project_lists",
    "projects",
    "strategies",
    "topics",
]
