"""What is missing before a draft may be submitted or published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to mend; a warning may be overridden with a reason."""

    field: str
    message: str
    is_warning: bool = False
