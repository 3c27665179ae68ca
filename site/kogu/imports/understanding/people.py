"""The people a document names as its contacts and authors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kogu.imports.understanding.cards import LEFT_OVER, parse_cards
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
from kogu.imports.words import Words

_BESIDE = ("phone", "email", "role_person", "address", "website", "contact", "opening_hours")
_CARD_LINES = 8


def find_people(outline: Outline) -> list[Person]:
    """Contacts first, then authors; each once, with everything said about them."""
    found: list[Person] = []
    for node in outline.nodes:
        for person in _from_node(node, outline):
            _add(found, person)
    return found


def _from_node(node: Node, outline: Outline) -> Iterator[Person]:
    if node.has("contact"):
        yield from _contact_block(node, outline)
    elif node.has("role_person"):
        yield from _labelled_role(node, outline)
    elif node.has("prepared_by", "author"):
        yield from _author(node, outline)
    elif node.is_free and EMAIL.search(node.text):
        yield from _line_with_email(node, outline)
    elif _opens_card(node, outline.words):
        yield from _signature(node, outline)


def _opens_card(node: Node, words: Words) -> bool:
    """A name alone on its line, or with a post behind it."""
    if node.is_used or node.is_heading or len(node.text) > 100:
        return False
    name, _comma, role = node.text.partition(", ")
    return is_person(name, words) and (not role or bool(words.role_words.search(role)))


def _signature(node: Node, outline: Outline) -> Iterator[Person]:
    """A name on a line of its own, with a post or an address on the short lines below it."""
    below = []
    for one in outline.after(node, *_BESIDE)[:5]:
        if not one.is_free or not (
            _is_card_line(one, outline.words) or _is_place_of_work(one, outline)
        ):
            break
        below.append(one)
    people = parse_cards([node.text, *(_labelled_text(one) for one in below)], outline.words)
    if len(people) != 1 or not (people[0].email or people[0].phone):
        return
    for one in (node, *below):
        one.is_contact = True
    yield people[0]


def _is_place_of_work(node: Node, outline: Outline) -> bool:
    return len(node.text) < 90 and looks_like_organisation(node.text, outline.words)


def with_address_of(sender: str, people: list[Person]) -> list[Person]:
    """The people, one of whom sent the document from this address: "Anna Smith <a@b.example>"."""
    email = EMAIL.search(sender)
    if email is None:
        return people
    return [
        replace(one, email=email.group()) if not one.email and sender.startswith(one.name) else one
        for one in people
    ]


def _contact_block(node: Node, outline: Outline) -> Iterator[Person]:
    """What stands behind and below *Contact*: one card a person."""
    below = [one for one in outline.after(node, *_BESIDE) if len(one.text) <= 160][:_CARD_LINES]
    if node.label.value and not (below and _is_card_line(below[0], outline.words)):
        below = []
    texts = [node.label.value] if node.label.value else []
    texts += [_labelled_text(one) for one in below]
    people = parse_cards(texts, outline.words)
    if people:
        node.is_contact = True
        for one in below:
            one.is_contact = one.is_contact or _belongs(one, people, outline.words)
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
    return len(re.findall(r"[^\W\d_]{4,}", LEFT_OVER.sub("", rest))) <= 3


def _labelled_role(node: Node, outline: Outline) -> Iterator[Person]:
    if looks_like_organisation(node.label.value, outline.words):
        return
    person = next(iter(parse_cards([node.label.value], outline.words)), None)
    if person is None:
        return
    node.is_contact = True
    if not person.role:
        person = replace(person, role=node.label.name)
    below = [one for one in outline.after(node, "phone", "email")[:3] if _is_only_address(one)]
    for one in below:
        one.is_contact = True
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


def _author(node: Node, outline: Outline) -> Iterator[Person]:
    below = [] if node.label.value else outline.after(node, "phone", "email")[:6]
    below = [one for one in below if len(one.text) <= 100]
    texts = [node.label.value] if node.label.value else [one.text for one in below]
    people = parse_cards(texts, outline.words)[:1]
    if people:
        node.is_contact = True
        for one in below:
            one.is_contact = one.is_contact or _belongs(one, people, outline.words)
    yield from people


def _line_with_email(node: Node, outline: Outline) -> Iterator[Person]:
    """An e-mail address outside a contact block: its line, with the short line above it."""
    place = outline.nodes.index(node)
    above = outline.nodes[place - 1] if place else None
    texts = [node.text]
    if (
        above
        and not find_person(node.text, outline.words)
        and _names_somebody(above, outline.words)
    ):
        texts.insert(0, above.text)
    is_short = len(node.text) <= 160 and not re.search(rf"[.!?]\s+[{UPPER}]", node.text)
    people = parse_cards(texts if is_short else [_sentence_with_email(node.text)], outline.words)
    if people and is_short and _belongs(node, people, outline.words):
        node.is_contact = True
        if len(texts) == 2 and above:
            above.is_contact = _belongs(above, people, outline.words)
    yield from people


def _names_somebody(node: Node, words: Words) -> bool:
    """Whether this is an unused short line with a person's name."""
    is_free = node.is_free and not node.is_heading and len(node.text) < 120
    return is_free and bool(find_person(node.text, words))


def _sentence_with_email(text: str) -> str:
    match = EMAIL.search(text)
    begin = max(text.rfind(". ", 0, match.start()), text.rfind(": ", 0, match.start())) + 1
    return text[begin : match.end() + 40]


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
