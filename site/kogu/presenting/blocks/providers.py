"""Sites whose films, sounds and maps may be shown in a frame, and the frame's address."""

import re
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Provider:
    """A site; `frame` is filled with what `pattern` finds in an address there."""

    pattern: re.Pattern[str]
    frame: str

    def frame_of(self, url):
        """The address to load in a frame, or nothing."""
        found = self.pattern.fullmatch(url)
        return self.frame.format(*found.groups(), whole=quote(url, safe="")) if found else ""


def _provider(pattern, frame):
    return Provider(re.compile(pattern), frame)


PROVIDERS = (
    _provider(
        r"https://(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/)([\w-]{11})"
        r"(?:[?&#].*)?",
        "https://www.youtube-nocookie.com/embed/{0}",
    ),
    _provider(
        r"https://youtu\.be/([\w-]{11})(?:\?.*)?", "https://www.youtube-nocookie.com/embed/{0}"
    ),
    _provider(
        r"https://(?:www\.)?vimeo\.com/(\d+)(?:[?#].*)?", "https://player.vimeo.com/video/{0}?dnt=1"
    ),
    _provider(
        r"https://soundcloud\.com/[\w-]+/(?:sets/)?[\w-]+(?:\?.*)?",
        "https://w.soundcloud.com/player/?url={whole}",
    ),
    _provider(
        r"https://open\.spotify\.com/(episode|show|track|album|playlist)/(\w+)(?:\?.*)?",
        "https://open.spotify.com/embed/{0}/{1}",
    ),
    _provider(
        r"https://docs\.google\.com/presentation/d/([\w-]+)(?:/.*)?",
        "https://docs.google.com/presentation/d/{0}/embed",
    ),
    _provider(
        r"https://docs\.google\.com/forms/d/e/([\w-]+)(?:/.*)?",
        "https://docs.google.com/forms/d/e/{0}/viewform?embedded=true",
    ),
    _provider(
        r"https://(?:www\.)?google\.com/maps/d/(?:u/\d/)?(?:viewer|edit|embed)\?(?:[^#]*&)?"
        r"mid=([\w-]+)(?:[&#].*)?",
        "https://www.google.com/maps/d/embed?mid={0}",
    ),
    _provider(r"https://umap\.openstreetmap\.(\w{2})/(.+)", "https://umap.openstreetmap.{0}/{1}"),
)


def frame_of(url):
    """Where a known site shows what stands at the address in a frame, or nothing."""
    return next((frame for each in PROVIDERS if (frame := each.frame_of(url))), "")
