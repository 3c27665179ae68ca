"""The head, greeting and farewell of a mail that carries a text to be published."""

import re
from dataclasses import replace

from kogu.imports.source import Line, Source
from kogu.language.dates import find_date
from kogu.language.moments import local_day

_HEAD = {
    "sender": r"from|saatja|kellelt|no|nosūtītājs|od|nadawca",
    "receiver": r"to|cc|bcc|kellele|adressaat|koopia|kam|kopija|saņēmējs|do|dw|odbiorca|adresat",
    "sent": r"sent|date|saadetud|kuupäev|nosūtīts|datums|wysłano|wysłane|data",
    "subject": r"subject|teema|pealkiri|temats|tēma|temat|tytuł",
}
_FIELD = {
    name: re.compile(rf"(?:{words}):\s+(?P<value>\S.*)", re.IGNORECASE)
    for name, words in _HEAD.items()
}
_ANSWERS = re.compile(r"^(?:(?:re|fwd?|vs|edasi|odp|pd|atb|pārs)\s?:\s*)+", re.IGNORECASE)
_POLITE = re.compile(
    r"(?:tere(?:\s+[^\W\d_]+){0,3}|head kolleegid|lugupidamisega|parimat|tervitades|aitäh|tänan"
    r"|labdien(?:,?\s+[^\W\d_]+){0,3}|sveiki(?:,?\s+[^\W\d_]+){0,3}|ar cieņu|paldies"
    r"|dzień dobry|szanowni państwo|witam|z poważaniem|pozdrawiam|z wyrazami szacunku|dziękuję"
    r"|dear\s+[^.:;]{2,40}|hello(?:\s+[^\W\d_]+){0,3}|hi(?:\s+[^\W\d_]+){0,3}"
    r"|(?:kind|best|warm)?\s*regards|yours (?:sincerely|faithfully)|many thanks|thanks)[\s,.!–-]*",
    re.IGNORECASE,
)
_LONGEST_HEAD = 8


def without_mail(source: Source) -> tuple[Source, list[str]]:
    """The document inside a mail, with the mail's day and subject; and what was left out."""
    head = _head(source.lines)
    if not {"sender", "subject"} <= head.keys():
        return source, []
    places = {place for place, _value in head.values()}
    end = max(places) + 1
    polite = [line for line in source.lines[end:] if _POLITE.fullmatch(line.text)]
    kept = tuple(line for line in source.lines[end:] if line not in polite)
    sent = head.get("sent", (0, ""))[1]
    mailed = replace(
        source,
        lines=kept,
        author=source.author or head["sender"][1],
        title=source.title or _ANSWERS.sub("", head["subject"][1]),
        date=source.date or _day(sent, source.language),
    )
    return mailed, [line.text for line in (*source.lines[:end], *polite)]


def _head(lines: tuple[Line, ...]) -> dict[str, tuple[int, str]]:
    """Fields of the head by name; they stand together above everything else."""
    found: dict[str, tuple[int, str]] = {}
    for place, line in enumerate(lines[:_LONGEST_HEAD]):
        named = ((name, pattern.fullmatch(line.text)) for name, pattern in _FIELD.items())
        name, match = next(((n, m) for n, m in named if m and n not in found), ("", None))
        if match is None:
            break
        found[name] = (place, match["value"])
    return found


def _day(sent: str, language: str) -> str:
    sent = local_day(sent)
    for one in ("en", language or "et", "et", "lv", "pl"):
        date = find_date(sent, one)
        if date and date.value:
            return date.text if one == "en" else date.value.isoformat()
    return ""
