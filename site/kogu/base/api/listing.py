"""A list of the API: cards chosen, paged by cursor, presented together, references included."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from kogu.base import kinds
from kogu.base.models import Card
from kogu.base.presenting import present_many, presenter_of
from kogu.base.reading import Reader
from kogu.base.site_urls import absolute
from kogu.delivery.shown import lists

from . import shapes
from .problems import BadParameters, NothingHere

MOST = 100
DEFAULT = 20
# `include=` names and the kinds of things they bring.
INCLUDES = {
    "organisations": "organisation",
    "projects": "project",
    "clusters": "cluster",
    "events": "event",
    "people": "person",
    "topics": "topic",
    "places": "place",
    "images": "image",
}
_CODES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Asked:
    """A list's parameters, read and checked."""

    locales: tuple[str, ...]
    filters: dict
    order: str
    limit: int
    cursor: str
    fields: tuple[str, ...]
    include: tuple[str, ...]


class _Reading:
    """Reads parameters, gathering everything that is wrong."""

    def __init__(self, query, known):
        self.query, self.errors = query, {}
        for name in query:
            if name not in known:
                self.errors[name] = "This list has no such parameter."
            elif len(query.getlist(name)) > 1:
                self.errors[name] = "Say it once."

    def one(self, name, read, default):
        text = self.query.get(name)
        if text is None:
            return default
        try:
            return read(text)
        except (ValueError, OverflowError) as error:
            self.errors[name] = str(error) or "This value is not allowed."
            return default

    def words(self, name, allowed):
        chosen = tuple(word for word in self.query.get(name, "").split(",") if word)
        wrong = [word for word in chosen if word not in allowed]
        if wrong:
            self.errors[name] = f"Not known: {', '.join(wrong)}."
        return chosen

    def locales(self):
        locale = self.one("locale", _language, settings.LANGUAGE_CODE)
        return tuple(dict.fromkeys([locale, *self.words("fallback", _CODES)]))

    def finish(self):
        if self.errors:
            raise BadParameters(**self.errors)


def _language(text):
    if text not in _CODES:
        raise ValueError(f"Choose one of: {', '.join(_CODES)}.")
    return text


def _limit(text):
    number = int(text)
    if not 1 <= number <= MOST:
        raise ValueError(f"Choose a number from 1 to {MOST}.")
    return number


SHARED = ("locale", "fallback", "fields", "include")


def read(resource, query):
    """A list's parameters, or every error in them at once."""
    known = {*SHARED, "order", "limit", "cursor", *resource.filters}
    reading = _Reading(query, known)
    asked = Asked(
        locales=reading.locales(),
        filters={
            name: reading.one(name, one.read, None)
            for name, one in resource.filters.items()
            if name in query
        },
        order=reading.one("order", _one_of(resource.orders), resource.order),
        limit=reading.one("limit", _limit, DEFAULT),
        cursor=query.get("cursor", ""),
        fields=reading.words("fields", resource.schema.model_fields),
        include=reading.words("include", INCLUDES),
    )
    reading.finish()
    return asked


def _one_of(orders):
    def read_order(text):
        if text not in orders:
            raise ValueError(f"Choose one of: {', '.join(orders)}.")
        return text

    return read_order


def cards_of(resource, asked, reader):
    """Every card the list holds, before it is cut into pages."""
    cards = Card.objects.visible(reader.at).filter(kind__in=resource.kinds)
    cards = cards.best_for(reader.locale, locales=list(asked.locales))
    for name, value in asked.filters.items():
        if name == "near":
            radius = asked.filters.get("radius_km") or 25.0
            cards = resource.filters[name].apply(cards, value, reader, radius)
        else:
            cards = resource.filters[name].apply(cards, value, reader)
    return cards


def listing(resource, query):
    """The list's answer."""
    asked = read(resource, query)
    reader = Reader(asked.locales[0])
    for kind in resource.kinds:
        lists(kind, *asked.locales)
    cards = cards_of(resource, asked, reader)
    order = resource.orders[asked.order]
    paged = order.apply(cards)
    if asked.cursor:
        paged = order.after(paged, asked.cursor)
    page = list(paged[: asked.limit + 1])
    going_on = len(page) > asked.limit
    page = page[: asked.limit]
    views = present_cards(resource, page, reader)
    following = _following(resource, query, order.cursor(page[-1])) if going_on else None
    return {
        "items": [_item(resource, view, asked) for view in views],
        "included": included(views, asked.include),
        "next": following,
        "total": cards.order_by().count(),
    }


def one(resource, key, query):
    """One thing's answer; what is not public is answered as if it were not there."""
    reading = _Reading(query, set(SHARED))
    locales = reading.locales()
    fields = reading.words("fields", resource.schema.model_fields)
    include = reading.words("include", INCLUDES)
    reading.finish()
    reader = Reader(locales[0])
    cards = Card.objects.visible(reader.at).filter(kind__in=resource.kinds, key=key)
    card = cards.best_for(reader.locale, locales=list(locales)).first()
    if card is None:
        raise NothingHere
    view = present_cards(resource, [card], reader)[0]
    asked = Asked(locales, {}, "", 1, "", fields, include)
    answer = {"item": _item(resource, view, asked)}
    return {**answer["item"], "included": included([view], include)} if include else answer["item"]


def present_cards(resource, cards, reader):
    """The things of these cards as views, in their order, in fixed queries."""
    things = {}
    for kind in resource.kinds:
        ids = [card.object_id for card in cards if card.kind == kind]
        if ids:
            found = presenter_of(kinds.model(kind)).queryset().in_bulk(ids)
            things |= {(kind, pk): thing for pk, thing in found.items()}
    wanted = [(card.kind, card.object_id) for card in cards]
    return present_many([things[one] for one in wanted if one in things], reader)


def _item(resource, view, asked):
    made = resource.schema.model_validate(resource.shape(view)).model_dump(mode="json")
    if not asked.fields:
        return made
    return {name: value for name, value in made.items() if name in asked.fields}


def included(views, names):
    """What the items name, whole, by kind and id; nothing that is not public."""
    if not names:
        return {}
    wanted = {INCLUDES[name] for name in names}
    answer = {kind: {} for kind in sorted(wanted)}
    for view in views:
        for card in [*view.topics, *view.places, *(n.card for n in view.named)]:
            if card.kind in wanted:
                answer[card.kind][str(card.key)] = shapes.card(card)
            if "image" in wanted and card.picture:
                answer["image"][str(card.picture.uuid)] = shapes.picture(card.picture)
    return answer


def _following(resource, query, cursor):
    parameters = {name: query[name] for name in query if name != "cursor"}
    return absolute(f"/api/v1/{resource.name}?{urlencode({**parameters, 'cursor': cursor})}")
