"""Documents as pages and the API name them: only those that everybody may fetch."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import BigAutoField
from django.urls import reverse

from kogu.delivery.prepared import Prepared, columns, whole

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
    found = (whole(KoguDocument, row) for row in _DOCUMENTS(ids=set(ids)))
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


def document_id_in(address: str) -> int | None:
    """The document that an address of this site leads to, as when a link to it was copied."""
    path = address.removeprefix(settings.SITE_URL)
    begins = reverse("wagtaildocs_serve", args=[0, "-"]).removesuffix("0/-")
    match = re.match(rf"{re.escape(begins)}(\d{{1,18}})/", path)
    return int(match[1]) if match else None
