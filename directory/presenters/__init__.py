"""What readers get of the directory."""

from . import clusters, organisations, people, places, topics

__all__ = ["clusters", "organisations", "people", "places", "topics"]
