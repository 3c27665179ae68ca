"""Lists and items of the API: rows chosen, paged by cursor, presented together."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, Min
from django.http import QueryDict

from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.delivery.tick_cache import cached_per_tick
from kogu.presenting.isolation import try_each
from kogu.presenting.resolver import Reader

from .filters import Rows
from .included import included
from .problems import NotFound
from .query_params import CODES, ListQuery, parse_item_query, parse_list_query
from .resource import Resource


def list_response(resource: Resource, query: QueryDict) -> dict[str, Any]:
    """One page of a list: items, what they include, totals, and where the next page is."""
    list_query = parse_list_query(resource, query)
    for kind in resource.kinds:
        depends_on_list(kind, *list_query.locales)
    rows = _narrowed(resource, list_query)
    order = resource.orders[list_query.order]
    name = f"{resource.name} {list_query.order}"
    paged = order.apply(rows)
    if list_query.cursor:
        paged = order.after(paged, *order.decode(name, list_query.cursor))
    if resource.narrow:
        paged = paged.only(*resource.narrow, order.field)
    page = list(paged[: list_query.limit + 1])
    going_on, page = len(page) > list_query.limit, page[: list_query.limit]
    following = order.encode(name, page[-1]) if going_on else ""
    return {
        **_answer(resource, page, list_query),
        "next": _next(resource, query, following) if following else None,
        **_totals(resource, query, list_query, rows),
    }


def item_response(resource: Resource, key: UUID | str, query: QueryDict) -> dict[str, Any]:
    """One item's answer; what is not public is answered as if it were not there."""
    list_query = parse_item_query(resource, query)
    rows = resource.rows(list_query.reader, list_query.locales).filter(**{resource.key: key})
    answer = _answer(resource, list(rows[:1]), list_query)
    if not answer["items"]:
        raise NotFound(_locales_of(resource, key, list_query.reader))
    item: dict[str, Any] = answer["items"][0]
    return {**item, "included": answer["included"]} if list_query.include else item


def _locales_of(resource: Resource, key: UUID | str, reader: Reader) -> list[str]:
    """The languages in which an item is public, in the order of the site's."""
    rows = resource.public(reader).filter(**{resource.key: key})
    held = set(rows.values_list("locale", flat=True))
    return [code for code in CODES if code in held]


def _totals(
    resource: Resource, query: QueryDict, list_query: ListQuery, rows: Rows
) -> dict[str, Any]:
    """How many there are in the languages asked for, how many in all, and where all are listed."""
    total = everywhere = _total(resource, list_query, rows)
    others = tuple(code for code in CODES if code not in list_query.locales)
    if others:
        wider = replace(list_query, locales=(*list_query.locales, *others))
        everywhere = _total(resource, wider, _narrowed(resource, wider))
    fallback = ",".join((*list_query.locales[1:], *others))
    all_url = _address(resource, query, cursor=None, fallback=fallback)
    return {
        "total": total,
        "total_in_all_languages": everywhere,
        "all_languages_url": all_url if everywhere > total else None,
    }


def _narrowed(resource: Resource, list_query: ListQuery) -> Rows:
    rows: Rows = resource.rows(list_query.reader, list_query.locales)
    for name, value in list_query.filters.items():
        rows = resource.filters[name].apply(rows, value, list_query)
    return rows


def _total(resource: Resource, list_query: ListQuery, rows: Rows) -> int:
    """How many there are; the answer holds until the first of them expires."""

    def count() -> dict[str, Any]:
        return rows.order_by().aggregate(total=Count("pk"), until=Min("expire_at"))

    if list_query.filters:
        counted = count()
    else:
        # The whole of a resource is counted once while nothing changes and nothing expires.
        counted = cached_per_tick(f"total:{resource.name}:{list_query.locales}", count)
        if counted["until"] and counted["until"] <= list_query.reader.at:
            counted = count()
    valid_until(counted["until"])
    return int(counted["total"])


def _answer(resource: Resource, rows: list[Any], list_query: ListQuery) -> dict[str, Any]:
    views = resource.views(rows, list_query.reader) if rows else []
    items = try_each(lambda view: _item(resource, view, list_query), views)
    return {"items": items, "included": included(items, views, list_query.include)}


def _item(resource: Resource, view: Any, list_query: ListQuery) -> dict[str, Any]:
    item = resource.schema.model_validate(resource.answer.serialize(view)).model_dump(mode="json")
    if not list_query.fields:
        return item
    return {name: value for name, value in item.items() if name in list_query.fields}


def _next(resource: Resource, query: QueryDict, cursor: str) -> str:
    return _address(resource, query, cursor=cursor)


def _address(resource: Resource, query: QueryDict, **changes: str | None) -> str:
    """The list as it was asked for, with these parameters changed."""
    current = {name: ",".join(values) for name, values in query.lists()}
    kept = {name: value for name, value in (current | changes).items() if value is not None}
    return str(absolute(f"/api/v1/{resource.name}?{urlencode(kept)}"))
