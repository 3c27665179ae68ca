"""Presenters and views of the directory's pages and snippets."""

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
