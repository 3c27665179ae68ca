"""What an editor decides at the moment something is submitted or published.

Apps register what they offer; the screen before publishing asks.
"""

from collections.abc import Callable
from dataclasses import dataclass

_offers = []


@dataclass(frozen=True)
class Choice:
    """A box to tick, and what is done with the draft where it is."""

    name: str
    label: str
    apply: Callable


def offers(check):
    """Registers what is offered: `check(draft) -> iterable of Choice`."""
    if check not in _offers:
        _offers.append(check)
    return check


def choices(draft):
    """Everything that there is to decide about the draft."""
    return [choice for check in _offers for choice in check(draft)]
