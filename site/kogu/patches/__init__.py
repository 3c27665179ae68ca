"""The register of what is replaced in Django, Wagtail, wagtail-localize and the search.

Each entry says what the library does and ours does instead, when it ends, which module replaces it,
and the signatures that ours relies on: a test fails when a release changes one. Apps replace
through `replace` and `wrap`. Labels that are looked up too early are no functions; they are set by
`translation/lazy_messages.py` and `lazy_forms.py`.
"""

from collections.abc import Callable
from inspect import getattr_static
from typing import Any

from . import access, fields, languages, requests, screens
from .entry import ABSENT, Patch

REGISTER: tuple[Patch, ...] = (
    *fields.ENTRIES,
    *requests.ENTRIES,
    *access.ENTRIES,
    *screens.ENTRIES,
    *languages.ENTRIES,
)
_LISTED = {name for patch in REGISTER for name in patch.signatures}
# What the libraries had, by full name.
stock: dict[str, Any] = {}


def replace(owner: Any, name: str, ours: Any) -> None:
    """Put ours in the place of a class's or module's attribute; KeyError if it is not listed."""
    whole = f"{full_name(owner)}.{name}"
    if whole not in _LISTED:
        raise KeyError(f"{whole} is replaced, but stands in no entry of kogu.patches.REGISTER")
    stock.setdefault(whole, getattr_static(owner, name, ABSENT))
    setattr(owner, name, ours)


def wrap(owner: Any, name: str, around: Callable[..., Any], *details: Any) -> None:
    """Replace a function by what `around` makes of it and of the details."""
    replace(owner, name, around(getattr(owner, name), *details))


def full_name(owner: Any) -> str:
    """Of a class or a module, as the register has it."""
    return f"{owner.__module__}.{owner.__qualname__}" if isinstance(owner, type) else owner.__name__
