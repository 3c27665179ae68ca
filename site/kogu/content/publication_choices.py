"""What an editor decides at the moment something is submitted or published.

Apps register what they offer; the screen before publishing asks.
"""

from collections.abc import Callable
from dataclasses import dataclass

_offers = []


@dataclass(frozen=True)
class Choice:
    """A box to tick, and what is done with the draft where it is: `apply(draft)`.

    With `note`, the label of a text that goes with the box: `apply(draft, note)`.
    """

    name: str
    label: str
    apply: Callable
    note: str = ""
    written: str = ""


def register_choices(check):
    """Registers what is offered: `check(draft, submitted) -> iterable of Choice`."""
    if check not in _offers:
        _offers.append(check)
    return check


def choices(draft, submitted=None):
    """Everything to decide about the draft; about one in review, what came up since submission."""
    return [choice for check in _offers for choice in check(draft, submitted)]
