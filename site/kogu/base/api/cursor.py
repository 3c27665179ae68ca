"""Keyset cursors: where a list goes on, stable while things are added before it."""

import base64
import datetime as dt
import json
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from .problems import BadParameters


@dataclass(frozen=True)
class Order:
    """One way to sort cards: by a field that is never null, then by key."""

    field: str
    descending: bool = False

    def apply(self, cards):
        """Cards in this order."""
        sign = "-" if self.descending else ""
        return cards.exclude(**{f"{self.field}__isnull": True}).order_by(
            f"{sign}{self.field}", f"{sign}key"
        )

    def after(self, cards, cursor):
        """Cards behind the one the cursor names."""
        value, key = decode(cursor)
        way = "lt" if self.descending else "gt"
        return cards.filter(
            Q(**{f"{self.field}__{way}": value}) | Q(**{self.field: value, f"key__{way}": key})
        )

    def cursor(self, card):
        """The cursor that goes on behind this card."""
        return encode(getattr(card, self.field), card.key)


def encode(value, key):
    """An opaque cursor of a sort value and a key."""
    kind = "m" if isinstance(value, dt.datetime) else "t"
    text = value.isoformat() if kind == "m" else str(value)
    packed = json.dumps([kind, text, str(key)], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def decode(cursor):
    """Sort value and key of a cursor; a bad one is refused by name."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        kind, text, key = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        value = dt.datetime.fromisoformat(text) if kind == "m" else str(text)
        if kind == "m" and value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value, UUID(key)
    except (ValueError, TypeError, AttributeError) as error:
        raise BadParameters(cursor="This is no cursor of this list.") from error
