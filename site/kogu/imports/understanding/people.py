"""The people a document names as its contacts and authors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kogu.imports.understanding.names import (
    EMAIL,
    PERSON,
    PHONE,
    UPPER,
    find_person,
    is_person,
    looks_like_organisation,
)
from kogu.imports.understanding.result import Person
from kogu.imports.understanding.structure import Node, Outline
from kogu.imports.understanding.words import Words

_BESIDE = ("phone", "email", "role_person", "address", "website", "contact", "opening_hours")
_PIECES = re.compile(r"\s*[,;|•\n]\s*|\s+[–—/-]\s+|\s*[()]\s*|\s{2,}")
_LEFT_OVER = re.compile(
    r"(?i)(?:^|\b)(?:e-?(?:post|pasts|mail|maili)|epasts|meil|mail|tel|telefon\w*|tālr\w*|tālrunis"
    r"|mob\w*|kom|phone|mobile|adres e-mail|vai|või|lub|or|at|and|ja|un|i|numur\w*|call)\b\.?:?$"
)
_CARD_LINES = 8


def find_people(made: Outline) -> list[Person]:
    """Contacts first, then authors; each once, with everything said about them."""
    found: list[Person] = []
    for node in made.nodes:
        for person in _from_node(node, made):
            _add(found, person)
    return found


def _from_node(node: Node, made: Outline) -> Iterator[Person]:
    if node.has("contact"):
        yield from _contact_block(node, made)
    elif node.has("role_person"):
        yield from _labelled_role(node, made)
    elif node.has("prepared_by", "author"):
        yield from _author(node, made)
    elif not node.is_used and EMAIL.search(node.text):
        yield from _line_with_email(node, made)


def _contact_block(node: Node, made: Outline) -> Iterator[Person]:
    """What stands behind and below *Contact*: one card a person."""
    below = [one for one in made.after(node, *_BESIDE) if len(one.text) <= 160][:_CARD_LINES]
    if node.label.value and not (below and _is_card_line(below[0], made.words)):
        below = []
    texts = [node.label.value] if node.label.value else []
    texts += [_labelled_text(one) for one in below]
    people = parse_cards(texts, made.words)
    if people:
        node.is_used = True
        for one in below:
            one.is_used = one.is_used or _belongs(one, people, made.words)
    yield from people


def _is_card_line(node: Node, words: Words) -> bool:
    text = node.text
    return bool(EMAIL.search(text) or PHONE.search(text) or is_person(text, words)) or (
        len(text) < 70 and not re.search(r"[.!?]$", text) and bool(words.role_words.search(text))
    )


def _labelled_text(node: Node) -> str:
    """A line of a card; "Manager: Anna Smith" reads as "Manager, Anna Smith"."""
    if node.label and node.has("role_person") and node.label.value:
        return f"{node.label.name} {node.label.value}"
    if node.label and node.has("phone", "email") and node.label.value:
        return node.label.value
    return node.text


def _belongs(node: Node, people: list[Person], words: Words) -> bool:
    """Whether everything this line says went into a card."""
    rest = node.text
    for person in people:
        for part in (person.name, person.role, person.organisation, person.email, person.phone):
            rest = rest.replace(part, " ") if part else rest
    return len(re.findall(r"[^\W\d_]{4,}", _LEFT_OVER.sub("", rest))) <= 3


def _labelled_role(node: Node, made: Outline) -> Iterator[Person]:
    if looks_like_organisation(node.label.value, made.words):
        return
    person = next(iter(parse_cards([node.label.value], made.words)), None)
    if person is None:
        return
    node.is_used = True
    if not person.role:
        person = replace(person, role=node.label.name)
    below = [one for one in made.after(node, "phone", "email")[:3] if _is_only_address(one)]
    for one in below:
        one.is_used = True
        person = _with_address(person, one.text)
    yield person


def _is_only_address(node: Node) -> bool:
    return (
        len(node.text) < 80
        and bool(EMAIL.search(node.text) or PHONE.search(node.text))
        and not (PERSON.search(EMAIL.sub("", node.text.split(":")[-1])))
    )


def _with_address(person: Person, text: str) -> Person:
    email, phone = EMAIL.search(text), PHONE.search(EMAIL.sub("", text))
    return replace(
        person,
        email=person.email or (email.group() if email else ""),
        phone=person.phone or (phone.group() if phone else ""),
    )


def _author(node: Node, made: Outline) -> Iterator[Person]:
    below = [] if node.label.value else made.after(node, "phone", "email")[:6]
    below = [one for one in below if len(one.text) <= 100]
    texts = [node.label.value] if node.label.value else [one.text for one in below]
    people = parse_cards(texts, made.words)[:1]
    if people:
        node.is_used = True
        for one in below:
            one.is_used = one.is_used or _belongs(one, people, made.words)
    yield from people


def _line_with_email(node: Node, made: Outline) -> Iterator[Person]:
    """An e-mail address outside a contact block: its line, with the short line above it."""
    place = made.nodes.index(node)
    above = made.nodes[place - 1] if place else None
    texts = [node.text]
    if above and not find_person(node.text, made.words) and _names_somebody(above, made.words):
        texts.insert(0, above.text)
    is_short = len(node.text) <= 160 and not re.search(r"[.!?]\s+[A-ZÕÄÖÜ]", node.text)
    people = parse_cards(texts if is_short else [_sentence_with_email(node.text)], made.words)
    if people and is_short and _belongs(node, people, made.words):
        node.is_used = True
        if len(texts) == 2 and above:
            above.is_used = _belongs(above, people, made.words)
    yield from people


def _names_somebody(node: Node, words: Words) -> bool:
    """Whether this is an unused short line with a person's name."""
    is_free = not node.is_used and not node.is_heading and len(node.text) < 120
    return is_free and bool(find_person(node.text, words))


def _sentence_with_email(text: str) -> str:
    match = EMAIL.search(text)
    begin = max(text.rfind(". ", 0, match.start()), text.rfind(": ", 0, match.start())) + 1
    return text[begin : match.end() + 40]


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
    phone = PHONE.search(rest)
    rest = PHONE.sub(" , ", rest)
    name = role = organisation = ""
    for piece in filter(None, (_tidy(piece) for piece in _PIECES.split(rest))):
        if not name:
            name, found_role = _name_and_role(piece, words)
            role = role or found_role
            if name:
                continue
        if looks_like_organisation(piece, words) and not organisation:
            organisation = piece
        elif not role and _is_role(piece, words):
            role = piece
    name = _as_called(name, email.group()) if name and email else name
    return name, role, organisation, email.group() if email else "", phone.group() if phone else ""


def _as_called(name: str, email: str) -> str:
    """A name in another case than the nominative, when its e-mail address knows better."""
    called = re.split(r"[._-]", email.split("@")[0].lower())
    said = name.lower().split()
    is_alike = len(called) == len(said) and all(
        one != "" and said_one.startswith(one[:3])
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
        piece = _LEFT_OVER.sub("", piece).strip(" .:·*")
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


def _add(found: list[Person], person: Person) -> None:
    for place, one in enumerate(found):
        if one.name == person.name:
            found[place] = Person(
                one.name,
                one.role or person.role,
                one.organisation or person.organisation,
                one.email or person.email,
                one.phone or person.phone,
            )
            return
    found.append(person)
