"""What is missing before a draft may be submitted or published.

An item says what it lacks in `missing()`; layers above add checks of their own.
Publishing asks here, whichever way it is tried.
"""

from dataclasses import dataclass, replace

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import Page

from .validation import validation_issues

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

    def __init__(self, instance, problems):
        self.title = str(instance)
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.field}: {p.message}" for p in self.problems))


def label(instance, name):
    """What the editor calls a field or the rows of a relation; other names stay as they are."""
    try:
        field = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    words = getattr(field, "verbose_name", None) or _heading(instance, name)
    words = str(words or field.related_model._meta.verbose_name_plural)
    return words[:1].upper() + words[1:]


def _heading(instance, name):
    """What a page's form writes above the rows of a relation."""
    waiting = [type(instance).get_edit_handler()] if isinstance(instance, Page) else []
    while waiting:
        panel = waiting.pop()
        if getattr(panel, "relation_name", "") == name:
            return panel.heading
        waiting += getattr(panel, "children", ())
    return ""


def register_check(check):
    """Registers a check from above: `check(item) -> iterable of Problem`."""
    if check not in _checks:
        _checks.append(check)
    return check


def problems(instance):
    """Everything that is missing, errors first; of an empty field one message is enough.

    Where something else was typed, nothing is said of what the field holds.
    """
    broken = list(validation_issues(instance))
    typed = {one.field for one in broken if one.is_typed}
    found = [*instance.missing(), *(problem for check in _checks for problem in check(instance))]
    found = [problem for problem in found if problem.field not in typed]
    reported = typed | {problem.field for problem in found if not problem.is_warning}
    for one in broken:
        if one.is_typed or one.field not in (reported if one.is_empty else typed):
            found.append(Problem(one.field, one.message))
    named = [replace(each, label=label(instance, each.field)) for each in found]
    return sorted(named, key=lambda problem: problem.is_warning)


def refuse_if_incomplete(instance):
    """Raises `Incomplete` when anything but warnings is missing."""
    errors = [problem for problem in problems(instance) if not problem.is_warning]
    if errors:
        raise Incomplete(instance, errors)
