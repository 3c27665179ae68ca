"""For tests: nothing public is written outside a public change, and every change is told."""

import re
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import connection

from kogu.delivery.changes import is_open
from kogu.delivery.models import Change
from kogu.delivery.refs import Ref


class PublicWriteOutsideChange(AssertionError):
    """A row that readers may see was written outside `public_change()`."""


# Columns that say how far a draft is; readers never see them.
DRAFT_COLUMNS = frozenset(
    {
        "draft_title",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
        "numchild",
    }
)
# Rooms whose rows readers never see. Everything else is public until said otherwise.
_UNSEEN_APPS = frozenset(
    {
        "accounts",
        "admin",
        "api",
        "auth",
        "contenttypes",
        "delivery",
        "django_tasks_database",
        "editorial",
        "imports",
        "otp_totp",
        "sessions",
        "taggit",
        "translation",
        "wagtail_localize",
        "wagtailadmin",
        "wagtailembeds",
        "wagtailsearch",
        "wagtailusers",
    }
)
_UNSEEN_TABLES = re.compile(
    r"^(django_|sqlite_|pg_|wagtailcore_("
    r"revision|modellogentry|pagelogentry|referenceindex|uploadedfile|workflow|task|"
    r"group|comment|pagesubscription|api|"
    # What follows from a collection's restriction is written by the media room, in a change.
    r"collection)|.*rendition$)"
)
# What nothing shows yet at the moment it is made.
_UNSEEN_AT_FIRST = re.compile(r"^(wagtailcore_locale|.*(image|document))$")
_WRITE = re.compile(
    r"^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)\"?", re.IGNORECASE
)
_ASSIGNED = re.compile(r"\"(\w+)\" = ")


@contextmanager
def refusing() -> Iterator[None]:
    """Within, a public write outside a public change fails where it happens."""
    with connection.execute_wrapper(_refuse):
        yield


def differences(
    before: Mapping[Ref, Hashable], after: Mapping[Ref, Hashable]
) -> set[tuple[str, Ref]]:
    """The changes that lead from one digest of what is public to another."""
    return (
        {(Change.Action.CREATED.value, ref) for ref in after.keys() - before.keys()}
        | {(Change.Action.REMOVED.value, ref) for ref in before.keys() - after.keys()}
        | {
            (Change.Action.UPDATED.value, ref)
            for ref in before.keys() & after.keys()
            if before[ref] != after[ref]
        }
    )


def recorded_since(tick: int) -> list[tuple[str, Ref]]:
    """The changes written after a tick, in order."""
    return [
        (change.action, Ref(change.kind, change.key, change.locale))
        for change in Change.objects.filter(tick__gt=tick)
    ]


def _refuse(execute, sql, params, many, context):
    if not is_open() and (table := _public_table(sql)):
        raise PublicWriteOutsideChange(
            f"{table} was written outside a public change; wrap the work in "
            f"`with public_change():` (kogu.delivery.changes). The statement: {sql[:300]}"
        )
    return execute(sql, params, many, context)


def _public_table(sql: str) -> str | None:
    """The table that the statement writes, if readers see what is written."""
    match = _WRITE.match(sql)
    if match is None:
        return None
    table = match.group(1)
    if _UNSEEN_TABLES.match(table) or _apps_by_table().get(table) in _UNSEEN_APPS:
        return None
    verb = sql.lstrip()[:6].upper()
    if verb == "INSERT" and _UNSEEN_AT_FIRST.match(table):
        return None
    if verb == "UPDATE":
        assigned = set(_ASSIGNED.findall(sql.split(" WHERE ")[0]))
        if assigned and assigned <= DRAFT_COLUMNS:
            return None
    return table


@cache
def _apps_by_table() -> dict[str, str]:
    return {
        model._meta.db_table: model._meta.app_label
        for model in apps.get_models(include_auto_created=True)
    }
