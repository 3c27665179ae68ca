"""What is missing before a draft may be submitted or published.

A thing says what it lacks in `missing()`; rooms above add checks of their own.
Publishing asks here, whichever way it is tried.
"""

from dataclasses import dataclass

_checks = []


@dataclass(frozen=True)
class Problem:
    """One thing to mend; a warning may be overridden with a reason."""

    field: str
    message: str
    is_warning: bool = False


class Incomplete(Exception):
    """A draft that may not be published yet, and why."""

    def __init__(self, problems):
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.field}: {p.message}" for p in self.problems))


def also_checks(check):
    """Registers a check from above: `check(thing) -> iterable of Problem`."""
    if check not in _checks:
        _checks.append(check)
    return check


def problems(thing):
    """Everything that is missing, errors first."""
    found = [*thing.missing(), *(problem for check in _checks for problem in check(thing))]
    return sorted(found, key=lambda problem: problem.is_warning)


def refuse_if_incomplete(thing):
    """Raises `Incomplete` when anything but warnings is missing."""
    errors = [problem for problem in problems(thing) if not problem.is_warning]
    if errors:
        raise Incomplete(errors)
