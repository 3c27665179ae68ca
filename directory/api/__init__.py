"""The directory in the public API: who, what, where, and who pays for it."""

from . import (
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
