"""Lists and items of the API: rows chosen, paged by cursor, presented together."""

from dataclasses import replace
from urllib.parse import urlencode

from django.db.models import Count, Min

from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.delivery.tick_cache import cached_per_tick
from kogu.presenting.isolation import each

from .included import included
from .problems import NotFound
from .query_params import CODES, parse_item_query, parse_list_query


def list_response(resource, query):
    """The list's answer."""
    asked = parse_list_query(resource, query)
    for kind in resource.kinds:
        depends_on_list(kind, *asked.locales)
    rows = _narrowed(resource, asked)
    order = resource.orders[asked.order]
    name = f"{resource.name} {asked.order}"
    paged = order.apply(rows)
    if asked.cursor:
        paged = order.after(paged, *order.decode(name, asked.cursor))
    if resource.narrow:
        paged = paged.only(*resource.narrow, order.field)
    page = list(paged[: asked.limit + 1])
    going_on, page = len(page) > asked.limit, page[: asked.limit]
    following = order.encode(name, page[-1]) if going_on else ""
    return {
        **_answer(resource, page, asked),
        "next": _next(resource, query, following) if following else None,
        **_totals(resource, query, asked, rows),
    }


def item_response(resource, key, query):
    """One item's answer; what is not public is answered as if it were not there."""
    asked = parse_item_query(resource, query)
    rows = resource.rows(asked.reader, asked.locales).filter(**{resource.key: key})
    answer = _answer(resource, list(rows[:1]), asked)
    if not answer["items"]:
        raise NotFound(_locales_of(resource, key, asked.reader))
    item = answer["items"][0]
    return {**item, "included": answer["included"]} if asked.include else item


def _locales_of(resource, key, reader):
    """The languages in which an item is public, in the order of the site's."""
    rows = resource.public(reader).filter(**{resource.key: key})
    held = set(rows.values_list("locale", flat=True))
    return [code for code in CODES if code in held]


def _totals(resource, query, asked, rows):
    """How many there are in the languages asked for, how many in all, and where all are listed."""
    total = everywhere = _total(resource, asked, rows)
    others = tuple(code for code in CODES if code not in asked.locales)
    if others:
        wider = replace(asked, locales=(*asked.locales, *others))
        everywhere = _total(resource, wider, _narrowed(resource, wider))
    fallback = ",".join((*asked.locales[1:], *others))
    all_url = _address(resource, query, cursor=None, fallback=fallback)
    return {
        "total": total,
        "total_in_all_languages": everywhere,
        "all_languages_url": all_url if everywhere > total else None,
    }


def _narrowed(resource, asked):
    rows = resource.rows(asked.reader, asked.locales)
    for name, value in asked.filters.items():
        rows = resource.filters[name].apply(rows, value, asked)
    return rows


def _total(resource, asked, rows):
    """How many there are; the answer holds until the first of them expires."""

    def count():
        return rows.order_by().aggregate(total=Count("pk"), until=Min("expire_at"))

    if asked.filters:
        counted = count()
    else:
        # The whole of a resource is counted once while nothing changes and nothing expires.
        counted = cached_per_tick(f"total:{resource.name}:{asked.locales}", count)
        if counted["until"] and counted["until"] <= asked.reader.at:
            counted = count()
    valid_until(counted["until"])
    return counted["total"]


def _answer(resource, rows, asked):
    views = resource.views(rows, asked.reader) if rows else []
    items = each(lambda view: _item(resource, view, asked), views)
    return {"items": items, "included": included(items, views, asked.include)}


def _item(resource, view, asked):
    made = resource.schema.model_validate(resource.shape(view)).model_dump(mode="json")
    if not asked.fields:
        return made
    return {name: value for name, value in made.items() if name in asked.fields}


def _next(resource, query, cursor):
    return _address(resource, query, cursor=cursor)


def _address(resource, query, **changes):
    """The list as it was asked for, with these parameters changed."""
    asked = {name: ",".join(values) for name, values in query.lists()} | changes
    kept = {name: value for name, value in asked.items() if value is not None}
    return absolute(f"/api/v1/{resource.name}?{urlencode(kept)}")
