"""What was asked of a list or an item: every parameter read and checked, all errors at once."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kogu.presenting.resolver import Reader

from .included import INCLUDES
from .problems import NOT_ALLOWED, InvalidParameters, InvalidValue, Words

if TYPE_CHECKING:
    from .resource import Resource

MOST = 100
USUAL = 20
LONGEST = 2000
SEVERAL = ("fallback", "fields", "include")
SHARED = ("locale", *SEVERAL)
CODES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class ListQuery:
    """Parameters of a list, read and checked."""

    reader: Reader
    locales: tuple[str, ...]
    fields: tuple[str, ...]
    include: tuple[str, ...]
    filters: dict[str, Any] = field(default_factory=dict)
    order: str = ""
    limit: int = 1
    cursor: str = ""


class ParameterReader:
    """Reads parameters, gathering everything that is wrong."""

    def __init__(
        self, query: QueryDict, known: Collection[str], several: Collection[str] = ()
    ) -> None:
        self.query = {name: ",".join(values) for name, values in query.lists()}
        self.errors: dict[str, Words] = {}
        for name, text in self.query.items():
            if name not in known:
                self.errors[name] = _("There is no such parameter here.")
            elif len(query.getlist(name)) > 1 and name not in several:
                self.errors[name] = _("Give this parameter only once.")
            elif not text:
                self.errors[name] = _("Give a value, or leave the parameter out.")
            elif "\x00" in text or len(text) > LONGEST:
                self.errors[name] = NOT_ALLOWED

    def one[T](self, name: str, read: Callable[[str], T], default: T) -> T:
        """A value read, or the default where nothing is said or it is wrong."""
        if name not in self.query or name in self.errors:
            return default
        try:
            return read(self.query[name])
        except InvalidValue as error:
            self.errors[name] = error.words
        except (ValueError, OverflowError):
            self.errors[name] = NOT_ALLOWED
        return default

    def words(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Several words of those allowed, separated by commas."""

        def read(text: str) -> tuple[str, ...]:
            chosen = tuple(dict.fromkeys(text.split(",")))
            wrong = [word for word in chosen if word not in allowed]
            if wrong:
                raise InvalidValue(_("Choose from: {choices}."), choices=", ".join(allowed))
            return chosen

        return self.one(name, read, ())

    def locales(self) -> tuple[str, ...]:
        """The language asked for, then those offered."""
        locale = self.one("locale", one_of(CODES), settings.LANGUAGE_CODE)
        return tuple(dict.fromkeys([locale, *self.words("fallback", CODES)]))

    def shared(self, resource: "Resource") -> dict[str, Any]:
        """What lists and items are asked alike."""
        locales = self.locales()
        return {
            "reader": Reader(locales[0]),
            "locales": locales,
            "fields": self.words("fields", tuple(resource.schema.model_fields)),
            "include": self.words("include", tuple(INCLUDES)),
        }

    def finish(self) -> None:
        """Refuse what was asked if anything is wrong."""
        if self.errors:
            raise InvalidParameters(**self.errors)


def one_of(choices: Collection[str]) -> Callable[[str], str]:
    """Reads one of a few words."""

    def read(text: str) -> str:
        if text not in choices:
            raise InvalidValue(_("Choose one of: {choices}."), choices=", ".join(choices))
        return text

    return read


def _limit(text: str) -> int:
    number = int(text) if re.fullmatch(r"\d{1,3}", text, re.ASCII) else 0
    if not 1 <= number <= MOST:
        raise InvalidValue(_("Choose a number from 1 to {most}."), most=MOST)
    return number


def _errors_between(resource: "Resource", filters: dict[str, Any]) -> dict[str, Words]:
    """What is wrong between parameters that are right alone."""
    errors: dict[str, Words] = {}
    for name, value in filters.items():
        since = resource.filters[name].since
        begin = filters.get(since)
        if begin is not None and value is not None and value < begin:
            errors[name] = format_lazy(_("This is before {since}."), since=since)
    return errors


def parse_list_query(resource: "Resource", query: QueryDict) -> ListQuery:
    """A list's parameters, or every error in them at once."""
    lists = {name for name, one in resource.filters.items() if one.schema.get("type") == "array"}
    known = {*SHARED, "order", "limit", "cursor", *resource.filters}
    reading = ParameterReader(query, known, {*SEVERAL, *lists})
    filters = {
        name: reading.one(name, one.read, None)
        for name, one in resource.filters.items()
        if name in query
    }
    reading.errors = {**_errors_between(resource, filters), **reading.errors}
    list_query = ListQuery(
        **reading.shared(resource),
        filters=filters,
        order=reading.one("order", one_of(tuple(resource.orders)), resource.order),
        limit=reading.one("limit", _limit, USUAL),
        cursor=reading.one("cursor", str, ""),
    )
    reading.finish()
    return list_query


def parse_item_query(resource: "Resource", query: QueryDict) -> ListQuery:
    """An item's parameters, or every error in them at once."""
    reading = ParameterReader(query, set(SHARED), SEVERAL)
    list_query = ListQuery(**reading.shared(resource))
    reading.finish()
    return list_query


def requested_locale(query: QueryDict) -> str:
    """The language, where nothing else may be asked."""
    reading = ParameterReader(query, {"locale"})
    locale = reading.one("locale", one_of(CODES), settings.LANGUAGE_CODE)
    reading.finish()
    return locale
