"""The directory in the public API: who, what, where, and who pays for it."""

from . import clusters, organisations, people, places, programmes, projects, strategies, topics

__all__ = [
    "clusters",
    "organisations",
    "people",
    "places",
    "programmes",
    "projects",
    "strategies",
    "topics",
]
