"""Keyset cursors: where a list goes on, stable while items are added before it."""

import base64
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from .problems import InvalidParameters

LONGEST = 2000

type Value = str | dt.datetime | None


@dataclass(frozen=True)
class Order:
    """One way to sort rows: by a field, what lacks it last, then by key."""

    field: str
    descending: bool = False
    is_text: bool = False
    key: str = "key"

    def apply[R: QuerySet[Any]](self, rows: R) -> R:
        """Rows in this order."""
        field = F(self.field)
        first = field.desc(nulls_last=True) if self.descending else field.asc(nulls_last=True)
        return rows.order_by(first, f"-{self.key}" if self.descending else self.key)

    def after[R: QuerySet[Any]](self, rows: R, value: Value, key: UUID) -> R:
        """Rows after the one with this value and key."""
        way = "lt" if self.descending else "gt"
        further = Q(**{f"{self.key}__{way}": key})
        unknown = Q(**{f"{self.field}__isnull": True})
        if value is None:
            return rows.filter(unknown & further)
        beyond = Q(**{f"{self.field}__{way}": value})
        return rows.filter(beyond | Q(**{self.field: value}) & further | unknown)

    def encode(self, name: str, row: Model) -> str:
        """The cursor that goes on after this row; `name` says of which list and order it is."""
        value = getattr(row, self.field)
        text = value.isoformat() if isinstance(value, dt.datetime) else value
        packed = json.dumps([name, text, str(getattr(row, self.key))], separators=(",", ":"))
        return base64.urlsafe_b64encode(packed.encode()).rstrip(b"=").decode()

    def decode(self, name: str, cursor: str) -> tuple[Value, UUID]:
        """Value and key of a cursor; one of another list or order, or none at all, is refused."""
        try:
            padded = cursor[:LONGEST] + "=" * (-len(cursor[:LONGEST]) % 4)
            given, text, key = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
            if given != name:
                raise ValueError("a cursor of another list or order")
            return self._value(text), UUID(key)
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise InvalidParameters(
                cursor=_("This is no cursor of this list and order.")
            ) from error

    def _value(self, text: Any) -> Value:
        if text is None:
            return None
        if self.is_text:
            if not isinstance(text, str) or "\x00" in text:
                raise ValueError("no text")
            text.encode()  # half a character is none that a database could compare
            return text
        moment = dt.datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone")
        return moment.astimezone(dt.UTC)
