"""Public answers: marked, stamped with the clock, and not made again for who has them."""

import gzip
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from . import dependencies
from .etags import EntityTag

# Asked again on every use, so that nobody reads what was withdrawn; the answer
# to that question costs one small query.
CACHE_CONTROL = "public, no-cache"
_SMALL = 860


type View = Callable[..., HttpResponse]


def mark_public(response: HttpResponse) -> HttpResponse:
    """Marks an answer as the same for everyone, after the checks that it may be."""
    response.is_public = True  # type: ignore[attr-defined]  # a mark of ours
    return response


def is_public(response: HttpResponse) -> bool:
    """Whether an answer was marked the same for everyone."""
    return bool(
        getattr(response, "is_public", False) and not getattr(response, "is_private", False)
    )


def public(view: View) -> View:
    """For views that answer everyone alike, but for answers they say are private.

    A view says so by `response.is_private = True`. They are for reading, and act on nothing.
    """

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return mark_public(view(request, *args, **kwargs))

    return safe_methods_only(conditional(marked))


def safe_methods_only(view: View) -> View:
    """For views that act on nothing: whatever asks for more is told so, with a token or without."""
    return csrf_exempt(require_safe(view))


def conditional(view: View) -> View:
    """For views whose answers, where marked public, hold while the clock stands.

    Whoever brings the stamp of the present answer gets 304 after one look at
    the clock, before the view runs.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        stamp = EntityTag(request)
        if etag := stamp.held_by(request):
            return _not_modified(etag, stamp)
        with dependencies.collect_dependencies() as seen:
            response = view(request, *args, **kwargs)
            if not getattr(response, "is_rendered", True):
                response = response.render()  # type: ignore[attr-defined]  # only TemplateResponse waits
        if response.status_code == 200 and is_public(response):
            return _stamped(request, response, stamp, seen)
        response.is_private = True  # type: ignore[attr-defined]  # a mark of ours
        return response

    return answer


def _stamped(
    request: HttpRequest,
    response: HttpResponse,
    stamp: EntityTag,
    seen: dependencies.Dependencies,
) -> HttpResponse:
    etag = stamp.etag(seen.until)
    # `If-Modified-Since` is not evaluated (RFC 9110, 13.1.3 allows it): a date tells neither
    # whether the former answer has ended nor which release made it.
    if request.headers.get("If-None-Match", "").strip() == "*":
        return _not_modified(etag, stamp)
    response.dependencies = seen  # type: ignore[attr-defined]  # a mark of ours
    _compress(request, response)
    return _label(response, etag, stamp)


def _compress(request: HttpRequest, response: HttpResponse) -> None:
    """Public answers hold no secret that compression could betray."""
    if response.streaming or response.has_header("Content-Encoding"):
        return
    if len(response.content) < _SMALL:
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if accepts_gzip(request.headers.get("Accept-Encoding", "")):
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(response.content))


def accepts_gzip(header: str) -> bool:
    """Whether an `Accept-Encoding` takes gzip (RFC 9110, 12.5.3): a weight of 0 refuses it."""
    weights = {}
    for part in header.lower().split(","):
        coding, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        weights[coding] = weight.strip("0.") != ""
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", False)))


def _not_modified(etag: str, stamp: EntityTag) -> HttpResponse:
    response = mark_public(HttpResponse(status=304))
    patch_vary_headers(response, ["Accept-Encoding"])
    return _label(response, etag, stamp)


def _label(response: HttpResponse, etag: str, stamp: EntityTag) -> HttpResponse:
    response["ETag"] = etag
    response["Last-Modified"] = http_date(stamp.last_modified)
    response.setdefault("Cache-Control", CACHE_CONTROL)
    return response
