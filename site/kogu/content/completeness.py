"""What is missing before a draft may be submitted or published.

A thing says what it lacks in `missing()`; rooms above add checks of their own.
Publishing asks here, whichever way it is tried.
"""

from dataclasses import dataclass, replace

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import Page

from .validation import broken_conditions

_checks = []


@dataclass(frozen=True)
class Problem:
    """One point to correct; a warning may be overridden with a reason.

    `label` is what the editor calls the field: `problems()` says it.
    """

    field: str
    message: str
    is_warning: bool = False
    label: str = ""


class Incomplete(Exception):
    """A draft that may not be published yet, and why."""

    def __init__(self, thing, problems):
        self.title = str(thing)
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.field}: {p.message}" for p in self.problems))


def label(thing, name):
    """What the editor calls a field or the rows of a relation; other names stay as they are."""
    try:
        field = thing._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    words = getattr(field, "verbose_name", None) or _heading(thing, name)
    words = str(words or field.related_model._meta.verbose_name_plural)
    return words[:1].upper() + words[1:]


def _heading(thing, name):
    """What a page's form writes above the rows of a relation."""
    waiting = [type(thing).get_edit_handler()] if isinstance(thing, Page) else []
    while waiting:
        panel = waiting.pop()
        if getattr(panel, "relation_name", "") == name:
            return panel.heading
        waiting += getattr(panel, "children", ())
    return ""


def also_checks(check):
    """Registers a check from above: `check(thing) -> iterable of Problem`."""
    if check not in _checks:
        _checks.append(check)
    return check


def problems(thing):
    """Everything that is missing, errors first; of an empty field one message is enough.

    Where something else was typed, nothing is said of what the field holds.
    """
    broken = list(broken_conditions(thing))
    typed = {one.field for one in broken if one.is_typed}
    found = [*thing.missing(), *(problem for check in _checks for problem in check(thing))]
    found = [problem for problem in found if problem.field not in typed]
    said = typed | {problem.field for problem in found if not problem.is_warning}
    for one in broken:
        if one.is_typed or one.field not in (said if one.is_empty else typed):
            found.append(Problem(one.field, one.message))
    named = [replace(each, label=label(thing, each.field)) for each in found]
    return sorted(named, key=lambda problem: problem.is_warning)


def refuse_if_incomplete(thing):
    """Raises `Incomplete` when anything but warnings is missing."""
    errors = [problem for problem in problems(thing) if not problem.is_warning]
    if errors:
        raise Incomplete(thing, errors)
