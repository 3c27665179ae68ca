"""What the register says of one replacement."""

from typing import NamedTuple

ABSENT = "absent"


class Patch(NamedTuple):
    """One reason for which one module replaces attributes of a library."""

    why: str
    # What has to be so in a release for ours to go.
    until: str
    # The module that calls `replace` or `wrap`; ours stands there or in what it imports.
    by: str
    # By the full name of the attribute; empty for what is no function, ABSENT where the library
    # asks for the attribute and has none itself.
    signatures: dict[str, str]
