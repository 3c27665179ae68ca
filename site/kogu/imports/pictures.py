"""Pictures of a document, written anew where it is read; those left out become warnings."""

import time
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError

from kogu.imports import limits
from kogu.imports.confined_reading import read_pictures
from kogu.imports.errors import Refusal
from kogu.media.uploads import cleaned

_TOO_LARGE = {"too_much", "too_many_pixels", "too_long", "file_too_large"}


def take_pictures(data, understood):
    """The pictures of the body by their name; whoever reads the warnings is told of the others."""
    blocks = [block for block in understood["body"] if block["type"] == "image"]
    names = list(dict.fromkeys(block["name"] for block in blocks))
    for name in names[limits.MAX_PICTURES :]:
        _leave_out(understood, "pictures_beyond_limit", name)
    names = names[: limits.MAX_PICTURES]
    files = _files(data, names)
    until, found = time.monotonic() + limits.PICTURES_SECONDS, {}
    for name in names:
        if problem := _take(name, files, until, found):
            _leave_out(understood, problem, name)
    return found


def _take(name, files, until, found):
    """Adds the picture to those found, or says what is wrong with it."""
    if time.monotonic() > until:
        return "picture_too_large"
    file_name = PurePosixPath(name).name
    try:
        found[name] = cleaned(files[name], file_name)
    except KeyError:
        return "picture_unreadable"
    except ValidationError as problem:
        return "picture_too_large" if problem.code in _TOO_LARGE else "picture_unreadable"
    return None


def _files(data, names):
    try:
        return read_pictures(data, names) if names else {}
    except Refusal:
        return {}


def _leave_out(understood, code, name):
    text = PurePosixPath(name).name
    understood["warnings"].append({"code": code, "text": text, "place": ""})
