"""Queries that are worded once: from request to request only their values change.

To word a query costs Django several times what the database needs to answer
it. What every page asks is therefore written with blanks, kept as SQL for each
connection, and filled. It is still the ORM's query, on both databases.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Field, Model, QuerySet

type AnyField = Field[Any, Any]


class Blank(Expression):
    """A place in a query for one value, or for one of a list's values."""

    def __init__(self, name: str, field: AnyField, position: int | None = None) -> None:
        super().__init__(output_field=field)
        self.name, self.position = name, position

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # a blank is its own parameter
        """The place itself stands among the parameters until it is filled."""
        return "%s", [self]

    def filled(self, values: dict[str, Any], connection: BaseDatabaseWrapper) -> Any:
        """This place's value as the database takes it."""
        value = values[self.name] if self.position is None else values[self.name][self.position]
        return self.output_field.get_db_prep_value(value, connection)


@dataclass(frozen=True)
class CompiledQuery:
    """A query as SQL, for lists of certain lengths."""

    sql: str
    parameters: tuple[Any, ...]
    converters: tuple[Any, ...]

    def rows(
        self, values: dict[str, Any], connection: BaseDatabaseWrapper
    ) -> list[tuple[Any, ...]]:
        """The answer as plain rows."""
        filled = [
            each.filled(values, connection) if isinstance(each, Blank) else each
            for each in self.parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        if not self.converters:
            return rows
        return [self._converted(row, connection) for row in rows]

    def _converted(
        self, values: tuple[Any, ...], connection: BaseDatabaseWrapper
    ) -> tuple[Any, ...]:
        row = list(values)
        for position, converters, expression in self.converters:
            for convert in converters:
                row[position] = convert(row[position], expression, connection)
        return tuple(row)


class Prepared:
    """A query for plain values, `make(**blanks)`; a field in a list stands for a list of values.

    Lists are filled up to powers of two by repeating a value, so that few
    lengths are worded; order and number of a list's values must not matter.
    """

    def __init__(
        self, make: Callable[..., QuerySet[Any, Any]], **fields: AnyField | list[AnyField]
    ) -> None:
        self._make, self._fields = make, fields
        self._lists = [name for name, field in fields.items() if isinstance(field, list)]
        self._worded: WeakKeyDictionary[
            BaseDatabaseWrapper, dict[tuple[int, ...], CompiledQuery | None]
        ] = WeakKeyDictionary()

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows for these values, in one query; none is asked that can find nothing."""
        connection = connections[DEFAULT_DB_ALIAS]
        for name in self._lists:
            values[name] = _filled_up(list(values[name]))
        lengths = tuple(len(values[name]) for name in self._lists)
        known = self._worded.setdefault(connection, {})
        if lengths not in known:
            known[lengths] = self._compile(dict(zip(self._lists, lengths, strict=True)), connection)
        worded = known[lengths]
        return worded.rows(values, connection) if worded else []

    def _compile(
        self, lengths: dict[str, int], connection: BaseDatabaseWrapper
    ) -> CompiledQuery | None:
        blanks = {
            name: [Blank(name, field[0], n) for n in range(lengths[name])]
            if isinstance(field, list)
            else Blank(name, field)
            for name, field in self._fields.items()
        }
        compiler = self._make(**blanks).query.get_compiler(connection=connection)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        converters = compiler.get_converters(each for each, _sql, _alias in compiler.select)
        return CompiledQuery(
            sql,
            tuple(parameters),
            tuple((n, tuple(convs), expression) for n, (convs, expression) in converters.items()),
        )


def _filled_up(values: list[Any]) -> list[Any]:
    """The list, as long as the next power of two."""
    length = 1 << (len(values) - 1).bit_length() if values else 0
    return values + values[-1:] * (length - len(values))


@cache
def columns(model: type[Model]) -> tuple[str, ...]:
    """All that makes a whole row of the model."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def instance_from_row[T: Model](model: type[T], row: tuple[Any, ...]) -> T:
    """The model's row from its `columns`, in their order."""
    return model.from_db(DEFAULT_DB_ALIAS, columns(model), row)
