"""The directory in the public API: who, what, where, and who pays for it."""

from . import (
    areas,
    clusters,
    goals,
    organisations,
    people,
    places,
    programmes,
    projects,
    strategies,
    topics,
)

__all__ = [
    "areas",
    "clusters",
    "goals",
    "organisations",
    "people",
    "places",
    "programmes",
    "projects",
    "strategies",
    "topics",
]
