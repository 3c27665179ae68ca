"""Characters that no exchange format can carry, kept out of every text."""

import json
import re
from typing import Any

# What XML or iCalendar cannot carry: controls but for tab and line ends, halves of surrogate
# pairs, and the two code points that are no characters.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_UNFIT = re.compile(f"[{_CONTROLS}\ud800-\udfff\ufffe\uffff]")
# Word's manual line break and a page break stand between words.
_BREAKS = re.compile("[\x0b\x0c]")
# The same where JSON writes them as escapes.
_ESCAPED = r"\\[bf]|\\u(?:00[01]|007[fF]|[dD][89a-fA-F]|[fF]{3}[eEfF])"
_UNFIT_JSON = re.compile(rf"{_ESCAPED}|[{_CONTROLS}\ud800-\udfff\ufffe\uffff]")
_UNFIT_JSON_BYTES = re.compile(_ESCAPED.encode() + b"|\x7f|\xef\xbf[\xbe\xbf]")


def clean[T](text: T) -> T | str:
    """The text without what XML or iCalendar cannot carry; anything but a text as it is."""
    if not isinstance(text, str) or not _UNFIT.search(text):
        return text
    return str(_UNFIT.sub("", _BREAKS.sub(" ", text)))


def clean_all(value: Any) -> Any:
    """Every text in lists, tuples and dictionaries cleaned, however deep."""
    if isinstance(value, dict):
        return {clean(key): clean_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(clean_all(item) for item in value)
    return clean(value)


def clean_json[T](text: T) -> T | str:
    """JSON whose texts are cleaned; it is read only where there may be something to remove."""
    if not isinstance(text, str) or not _UNFIT_JSON.search(text):
        return text
    return json.dumps(clean_all(json.loads(text, strict=False)))


def may_be_unfit(data: bytes) -> bool:
    """Whether bytes of JSON may hold what has to be removed."""
    return _UNFIT_JSON_BYTES.search(data) is not None
