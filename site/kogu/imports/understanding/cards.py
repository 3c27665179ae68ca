"""One person's name, post, place of work and addresses on the lines of a contact card."""

import re
from collections.abc import Iterator

from kogu.imports.understanding.names import (
    EMAIL,
    PERSON,
    PHONE,
    UPPER,
    is_person,
    looks_like_organisation,
)
from kogu.imports.understanding.result import Person
from kogu.imports.words import Words, in_any
from kogu.language.sorting import fold

_PIECES = re.compile(r"\s*[,;|•\n]\s*|\s+[–—/-]\s+|\s*[()]\s*|\s{2,}")
_CAPITALS = re.compile(
    rf"\b[{UPPER}]{{2,}}(?:-[{UPPER}]{{2,}})*(?: [{UPPER}]{{2,}}(?:-[{UPPER}]{{2,}})*){{1,2}}\b"
)
_COURTESY = re.compile(rf"^(?:{in_any('contact', 'courtesy')})\.?\s+(?=\S+\s+\S)")
# No ending of a case is longer.
_ENDING = 4
LEFT_OVER = re.compile(rf"(?i)(?:^|\b)(?:{in_any('contact', 'left_over')})\b\.?:?$")


def parse_cards(texts: list[str], words: Words) -> list[Person]:
    """People from the lines of a contact block; a new name begins a new card."""
    people: list[Person] = []
    for text in texts:
        for name, role, organisation, email, phone in _cards_of_line(text, words):
            if name or not people:
                people.append(Person(name, role, organisation, email, phone))
            else:
                last = people[-1]
                people[-1] = Person(
                    last.name,
                    last.role or role,
                    last.organisation or organisation,
                    last.email or email,
                    last.phone or phone,
                )
    return [person for person in people if person.name]


def _cards_of_line(text: str, words: Words) -> Iterator[tuple[str, str, str, str, str]]:
    """One line, cut where a second person's name begins after an address."""
    begin = 0
    for match in EMAIL.finditer(text):
        after = text[match.end() :]
        following = PERSON.search(after)
        if following and EMAIL.search(after) and is_person(following.group(), words):
            yield _card(text[begin : match.end()], words)
            begin = match.end()
    yield _card(text[begin:], words)


def _card(text: str, words: Words) -> tuple[str, str, str, str, str]:
    email = EMAIL.search(text)
    rest = EMAIL.sub(" , ", text)
    phone = next((one for one in PHONE.finditer(rest) if not _is_registered(rest, one)), None)
    rest = PHONE.sub(" , ", rest)
    name, role, organisation = _told_by_pieces(rest, words)
    address = email.group() if email else ""
    if email and not name:
        name = _in_capitals(rest, address, words)
    name = _as_called(name, address) if name and email else name
    return name, role, organisation, address, phone.group() if phone else ""


def _told_by_pieces(text: str, words: Words) -> tuple[str, str, str]:
    """Name, role and organisation; the first piece that may be one of them is it."""
    name = role = organisation = ""
    for piece in filter(None, (_tidy(piece) for piece in _PIECES.split(text))):
        if not name:
            name, found_role = _name_and_role(_COURTESY.sub("", piece), words)
            role = role or found_role
            if name:
                continue
        is_post = not role and words.role_words.fullmatch(piece.split()[-1])
        if looks_like_organisation(piece, words) and not organisation and not is_post:
            organisation = piece
        elif not role and _is_role(piece, words) and piece not in name.lower().split():
            role = piece
    return name, role, organisation


def _in_capitals(text: str, email: str, words: Words) -> str:
    """A name written in capitals, which only its e-mail address tells from other words."""
    called = set(re.split(r"[\W\d_]+", email.partition("@")[0].lower()))
    for match in _CAPITALS.finditer(text):
        name = match.group().title()
        said = re.findall(r"[a-z]{3,}", fold(name))
        if not called.isdisjoint(said) and is_person(name, words):
            return name
    return ""


def _is_registered(text: str, number: re.Match) -> bool:
    """A number in a register is no telephone."""
    before = text[: number.start()]
    return bool(
        re.search(r"\b(?:charity|regist\w*|reg\.|kood|nip|krs|regon)\W{0,4}$", before, re.I)
    )


def _as_called(name: str, email: str) -> str:
    """A name in another case than the nominative, when its e-mail address knows better."""
    called = re.split(r"[._-]", email.split("@")[0].lower())
    said = name.lower().split()
    is_alike = len(called) == len(said) and all(
        len(one) >= 3 and said_one.startswith(one[:3]) and len(said_one) - len(one) <= _ENDING
        for one, said_one in zip(called, said, strict=True)
    )
    if not is_alike or called == said or not name.isascii():
        return name
    is_longer = len(name.split()[-1]) > len(called[-1])
    return " ".join(one.capitalize() for one in called) if is_longer else name


def _tidy(piece: str) -> str:
    """A piece without its own label ("Position: director") and without loose ends."""
    piece = re.sub(r"^[^\W\d_][^:]{1,28}:\s+(?=\S)", "", piece.strip(" .·*"))
    previous = None
    while piece != previous:
        previous = piece
        piece = LEFT_OVER.sub("", piece).strip(" .:·*")
    return piece


def _name_and_role(piece: str, words: Words) -> tuple[str, str]:
    """A piece that is a name, or a role with a name before or behind it."""
    if is_person(piece, words):
        return piece, ""
    if looks_like_organisation(piece, words):
        return "", ""
    for match in PERSON.finditer(piece):
        name, before = _shifted(match.group(), piece[: match.start()].strip(" ,:–-"), words)
        if name:
            return _with_role(name, before.split(":")[-1].strip(), piece[match.end() :], words)
    return "", ""


def _shifted(name: str, before: str, words: Words) -> tuple[str, str]:
    """A capitalised role runs into the name behind it: "Head Anna Smith"."""
    while name and not is_person(name, words):
        first, _space, name = name.partition(" ")
        before = f"{before} {first}".strip()
    return name, before


def _with_role(name: str, before: str, after: str, words: Words) -> tuple[str, str]:
    after = after.strip(" ,–-")
    if before and words.role_words.search(before):
        return name, before
    if after and not before and words.role_words.search(after):
        return name, after
    return ("", "") if before and re.search(rf"[{UPPER}]", before[1:]) else (name, "")


def _is_role(piece: str, words: Words) -> bool:
    if len(piece) > 110 or "@" in piece:
        return False
    is_plain = (
        bool(re.fullmatch(r"[^\W\d_]{3,}(?:[ -][^\W\d_]+){0,4}", piece)) and piece[0].islower()
    )
    return is_plain or bool(words.role_words.search(piece))
