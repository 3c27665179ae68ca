"""What is understood of documents that many tests ask about, each read once."""

import copy
import functools

from kogu.imports.readers import read
from kogu.imports.understanding import understand


@functools.cache
def _understood(name, data, kind):
    return understand(read(data, name), kind).as_json()


def understood(name: str, data: bytes, kind: str = "auto") -> dict:
    """What the import understands of a document, for one test to change."""
    return copy.deepcopy(_understood(name, data, kind))
