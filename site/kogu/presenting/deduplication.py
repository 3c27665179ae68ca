"""What a page shows once: who or what stood further up, or in the story, does not stand again."""

from dataclasses import replace


def without_repeats(view):
    """The view as a page shows it, each item where it is met first: the story, then in order."""
    parts = (getattr(part, "cards", ()) for part in getattr(view, "story", ()))
    seen = {_name(card) for cards in parts for card in cards}
    contacts = _with_all_roles(view.contacts)
    people = {name: _reachable(getattr(view, name), contacts) for name in view.reachable}
    view = replace(view, contacts=contacts, **people)
    return replace(view, **{name: _new(getattr(view, name), seen) for name in view.shown_once})


def _with_all_roles(contacts):
    """Contacts, each once with all that they are on the page."""
    roles = {}
    for one in contacts:
        roles.setdefault(one.key, {})[one.role] = None
    joined = {key: ", ".join(filter(None, words)) for key, words in roles.items()}
    return tuple(replace(one, role=joined[one.key]) for one in contacts)


def _reachable(people, contacts):
    """People with what the contact of the same person tells, who then is told of once."""
    ways = {one.key: one for one in contacts}
    return tuple(_as_contact(one, ways[one.key]) if one.key in ways else one for one in people)


def _as_contact(one, contact):
    roles = ", ".join(dict.fromkeys(filter(None, [one.role, contact.role])))
    return replace(one, role=roles, email=contact.email, phone=contact.phone)


def _new(value, seen):
    """Of one item, several or groups of them, what has not been seen."""
    if not isinstance(value, tuple):
        return value if value and _is_new(value, seen) else None
    if not any(hasattr(one, "cards") for one in value):
        return tuple(one for one in value if _is_new(one, seen))
    groups = (replace(group, cards=_new(group.cards, seen)) for group in value)
    return tuple(group for group in groups if group.cards)


def _is_new(one, seen):
    """Who is not in the register has no key, and is shown wherever they are named."""
    is_new = one.key is None or _name(one) not in seen
    seen.add(_name(one))
    return is_new


def _name(one):
    """Each date of an event that recurs is another."""
    return one.key, getattr(one, "starts_at", None)
