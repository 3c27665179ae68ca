"""What a supporter paid for: programme, project and number from the words about it."""

import re

from kogu.imports.understanding.names import clean_name, unquoted
from kogu.imports.understanding.result import Supporter
from kogu.imports.words import Words

_QUOTED = re.compile(r"[„“\"«]([^„“”\"»«]{3,}?)[”“\"»]")
CODE = re.compile(
    r"\((?:[Nn][ro]\.?\s*)?(?P<code>(?=[^()\s]*\d)[\w./-]{3,})\)|\b[Nn]r\.?\s+(?P<nr>(?=\S*\d)[\w./-]+\w)"
)
_NUMBERED = re.compile(
    r"(?:[^\W\d_]+\s+)?(?:[Nn][ro]\.?\s*)?(?P<code>(?=\S*\d)[A-Z0-9][\w./-]{2,})"
)
_NUMBERED_INSIDE = re.compile(r"(?:[Nn][ro]\.?\s*)?(?P<code>(?=\S*\d)[A-Z0-9][\w./-]{3,})")


def known_programme(text: str, words: Words) -> re.Match | None:
    return words.expression("programmes", "known_cased", 0).search(text)


def paid_by(organisation: str, about: str, programme: str, words: Words) -> Supporter:
    """Project, number and programme are taken out of the words about the purpose."""
    said = _of_programme(programme)
    left = (_left_of(segment, about, said, words) for segment in _segments(about))
    purposes = [one for one in left if one]
    if code := CODE.search(said["programme"]):
        said["number"] = said["number"] or code["code"] or code["nr"]
        said["programme"] = without_code(said["programme"], code)
    joined = ", ".join(purposes)
    return Supporter(
        organisation,
        _name_of_programme(said["programme"], words),
        said["project"],
        said["number"],
        joined if joined in about else purposes[0],
    )


def _of_programme(programme: str) -> dict[str, str]:
    """The programme, and the project with its number where its words name one."""
    quoted = _QUOTED.search(programme)
    if not quoted or not _names_project(programme[: quoted.start()]):
        return {"programme": programme, "project": "", "number": ""}
    code = CODE.search(programme)
    return {
        "programme": re.sub(r"\S*\s*$", "", programme[: quoted.start()].rstrip()),
        "project": quoted[1].strip(),
        "number": (code["code"] or code["nr"]) if code else "",
    }


def _left_of(segment: str, about: str, said: dict[str, str], words: Words) -> str:
    """What a segment says of the purpose; one behind a colon says nothing else."""
    is_told = f": {segment}" in about and not _QUOTED.search(segment)
    if is_told and not known_programme(segment, words):
        return segment
    return _read_segment(segment, said, words)


def _name_of_programme(text: str, words: Words) -> str:
    named = re.sub(r"^(?:the|its|their)\s+", "", text.strip(" ,"))
    known = known_programme(named, words)
    if known and words.language != "en":
        named = known.group()
    return unquoted(clean_name(named)) if named else ""


def _segments(text: str) -> list[str]:
    """What stands between dashes, commas, semicolons and brackets."""
    parts = re.split(r"\s+[–—-]\s+|;\s*|:\s+|,\s+(?=\S)|\s*[()]\s*", text)
    return [tidy for part in parts if (tidy := part.strip(" ,.–—-"))]


def _read_segment(segment: str, said: dict[str, str], words: Words) -> str:
    """Put a segment where it belongs; what is left is the purpose."""
    code = _NUMBERED.fullmatch(segment)
    if code and not said["number"]:
        said["number"] = code["code"]
        return ""
    quoted = _QUOTED.search(segment)
    if quoted and _names_project(segment[: quoted.start()]) and not said["project"]:
        return _read_project(segment, quoted, said)
    known = known_programme(segment, words)
    nouns = words["programmes"]["nouns"]
    is_programme = re.search(rf"^(?:{nouns})(?!\w)|(?<!\w)\w*(?:{nouns})$", segment, re.IGNORECASE)
    if not said["programme"] and (known or is_programme):
        said["programme"] = _programme(segment, known, quoted)
        return "" if said["programme"] == segment or is_programme else segment
    return segment


def _read_project(segment: str, quoted: re.Match, said: dict[str, str]) -> str:
    """Take the name and number of the project out of a segment."""
    said["project"] = quoted[1].strip()
    rest = segment.replace(quoted.group(), " ")
    inside = _NUMBERED_INSIDE.search(rest)
    if inside and not said["number"]:
        said["number"] = inside["code"]
        rest = rest.replace(inside.group(), " ")
    rest = re.sub(r"\s+", " ", rest).strip()
    return "" if len(rest.split()) <= 2 and _names_project(rest) else rest


def _programme(segment: str, known: re.Match | None, quoted: re.Match | None) -> str:
    """The programme's own name inside a segment."""
    if known:
        return known.group()
    return quoted[1].strip() if quoted else segment


def _names_project(text: str) -> bool:
    return bool(re.search(r"proje[kc]t", text, re.IGNORECASE))


def without_code(text: str, code: re.Match | None) -> str:
    return text.replace(code.group(), " ").strip(" ,") if code else text
