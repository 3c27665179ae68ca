"""Documents as pages and the API name them: only those that everybody may fetch."""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import BigAutoField
from django.http.request import validate_host
from django.urls import reverse

from kogu.delivery.prepared import Prepared, columns, instance_from_row
from kogu.delivery.row_ids import ROW_ID

from .models import KoguDocument
from .restrictions import unrestricted


@dataclass(frozen=True)
class DocumentView:
    """A file to download; `size` is in bytes."""

    title: str
    url: str
    extension: str
    size: int | None


def public_documents(ids: Iterable[int]) -> dict[int, KoguDocument]:
    """Those of these documents that no restriction keeps from the public, in one query."""
    found = (instance_from_row(KoguDocument, row) for row in _DOCUMENTS(ids=set(ids)))
    return {document.pk: document for document in found}


_DOCUMENTS = Prepared(
    lambda ids: KoguDocument.objects.filter(unrestricted(), pk__in=ids).values_list(
        *columns(KoguDocument)
    ),
    ids=[BigAutoField()],
)


def document_view(document: KoguDocument, title: str = "") -> DocumentView:
    """The document as a link, in the words of who names it or else its own title."""
    return DocumentView(
        title=title or document.title,
        url=document.url,
        extension=document.file_extension.lower(),
        size=document.file_size,
    )


def document_id_in(address: str | None) -> int | None:
    """The document that an address of this site leads to, in any form browsers understand."""
    written = _DROPPED.sub("", (address or "").strip(_BLANK)).replace("\\", "/")
    try:
        parts = urlsplit(written)
        is_here = parts.scheme in {"", "http", "https"} and _is_this_site(parts.hostname)
    except ValueError:
        return None
    path = posixpath.normpath("/" + unquote(parts.path).lstrip("/"))
    match = _document_path().match(path) if is_here else None
    return int(match[1]) if match else None


def document_ids_in(text: str) -> set[int]:
    """The documents whose addresses are written out in a text."""
    found = (document_id_in(address) for address in _written().findall(text))
    return {pk for pk in found if pk is not None}


def without_documents(text: str, is_public: Callable[[int], bool] = lambda _pk: False) -> str:
    """The text with an ellipsis for each address in it of a document that is not public."""

    def shown(match):
        pk = document_id_in(match[0])
        return match[0] if pk is None or is_public(pk) else "…"

    return _written().sub(shown, text)


# What browsers drop within an address and around it.
_DROPPED = re.compile(r"[\t\r\n]")
_BLANK = "".join(map(chr, range(33)))


@cache
def _prefix() -> str:
    return re.escape(reverse("wagtaildocs_serve", args=[0, "-"]).removesuffix("/0/-"))


@cache
def _document_path():
    return re.compile(rf"{_prefix()}/0*({ROW_ID.pattern})(?:/|$)", re.IGNORECASE)


@cache
def _written():
    address = rf"(?:(?:https?:)?//[^\s<>\"'/]+)?{_prefix()}/[0-9]+/[^\s<>\"']*"
    return re.compile(address, re.IGNORECASE)


def _is_this_site(host: str | None) -> bool:
    if not host:
        return True
    host = host.rstrip(".")
    allowed = [name for name in settings.ALLOWED_HOSTS if name != "*"]
    return host == urlsplit(settings.SITE_URL).hostname or validate_host(host, allowed)
