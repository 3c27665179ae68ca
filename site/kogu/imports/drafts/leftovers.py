"""What a document says and no field of its draft holds: said to the editor, never lost."""

import datetime as dt
import re
from html import unescape

from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.models import Page

from kogu.imports.messages import NEAR, QUOTED, say_warning

# Not facts: the story, what was said of it, and what is made of it.
_NO_FACTS = {"body", "warnings", "summary", "organisations", "title_provisional"}
_CODES = {"kind", "language", "precision", "missing", "type", "rest"}
_MARKUP = re.compile(r"<[^>]+>")


def tell_unplaced(filling, page):
    """Report each fact, and what is said of each picture, that is nowhere in page and report.

    A date counts as placed where a field holds its day.
    """
    warnings = filling.understood["warnings"]
    nears = {one["place"]: _(NEAR).format(place=one["place"]) for one in warnings if one["place"]}
    notes = _notes(filling.report, nears.values())
    days = {_day(value) for value in _values(page) if isinstance(value, dt.date)}
    held = "\n".join(map(_folded, [*notes, *_strings([*_values(page)])]))
    for text, day, missing in _facts(filling.understood):
        if (day and day in days) or _folded(text) in held:
            continue
        words = say_warning("year_missing", _) if missing == "year" else _("This is in no field:")
        near = next((said for place, said in nears.items() if text in place != text), "")
        filling.report.open(f"{words} {_(QUOTED).format(text=text)}{near}")


def _notes(report, nears):
    """What the report says already, but for where in the document it stands."""
    notes = [line for lines in report.notes.values() for line in lines]
    for near in nears:
        notes = [line.replace(near, "") for line in notes]
    return notes


def _facts(understood):
    """Each text, the day it means, and what is missing of it."""
    said = {key: value for key, value in understood.items() if key not in _NO_FACTS}
    parts = [one["name"] for one in understood["organisations"] if one["role"] != "mentioned"]
    pictures = [one["alt"] for one in understood["body"] if one["type"] == "image"]
    return _within([said, parts, pictures])


def _within(value):
    if isinstance(value, str):
        yield value, None, None
    elif isinstance(value, list):
        for one in value:
            yield from _within(one)
    elif isinstance(value, dict) and "precision" in value:
        yield value["text"], value["value"], value["missing"]
    elif isinstance(value, dict):
        codes = _CODES | ({"role"} if value.keys() == {"name", "role"} else set())
        yield from _within([one for key, one in value.items() if key not in codes])


def _values(page):
    """The values of every field of the page and its rows; a page has days of its own."""
    relations = get_all_child_relations(type(page))
    rows = [row for one in relations for row in getattr(page, one.get_accessor_name()).all()]
    for row in (page, *rows):
        for field in row._meta.concrete_fields:
            value = getattr(row, field.attname)
            if not (field.model is Page and isinstance(value, dt.date)):
                yield value


def _strings(value):
    if isinstance(value, str):
        yield unescape(_MARKUP.sub("", value))
    elif isinstance(value, StreamValue):
        yield from _strings(list(value.raw_data))
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
    elif value is not None:
        yield str(value)


def _day(value):
    return (timezone.localdate(value) if isinstance(value, dt.datetime) else value).isoformat()


def _folded(text):
    """Words in small letters, with a space on either side of each."""
    return f" {' '.join(re.findall(r'[^\W_]+', text.casefold()))} "
