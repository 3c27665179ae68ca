"""The way to an address: links to a map app and to OpenStreetMap, of which nothing is loaded."""

from dataclasses import dataclass
from urllib.parse import quote

OPENSTREETMAP = "https://www.openstreetmap.org/directions?to="


@dataclass(frozen=True)
class Directions:
    """Where a map app opens (RFC 5870), and where the way is shown in the browser."""

    geo: str
    openstreetmap: str


def directions(address="", latitude=None, longitude=None):
    """The way there, by position if it is known, else by address; None where neither is."""
    words = ", ".join((address or "").split("\n")).strip()
    if latitude is not None and longitude is not None:
        position = f"{latitude:.6f},{longitude:.6f}"
        return Directions(f"geo:{position}?q={position}", OPENSTREETMAP + quote(position, safe=""))
    if not words:
        return None
    words = quote(words, safe="")
    return Directions(f"geo:0,0?q={words}", OPENSTREETMAP + words)
