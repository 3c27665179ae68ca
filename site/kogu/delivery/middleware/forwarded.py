"""What a front server says of the reader, believed only of one that is trusted."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kogu.delivery.client_address import Address, parsed_address


class ForwardedMiddleware:
    """Makes `REMOTE_ADDR` and the scheme the reader's; what nobody vouches for is dropped.

    Stands before all that asks for either, so that nothing else need read the headers.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        if _is_trusted(parsed_address(meta.get("REMOTE_ADDR", ""))):
            _believe(meta)
        else:
            _drop(meta)
        return self.get_response(request)


def _believe(meta: dict[str, Any]) -> None:
    """The nearest address that no trusted server has; the scheme that the last of them saw."""
    for text in reversed(meta.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        address = parsed_address(text)
        if address is None:
            break
        meta["REMOTE_ADDR"] = str(address)
        if not _is_trusted(address):
            break
    scheme = meta.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
    if scheme in {"http", "https"}:
        meta["wsgi.url_scheme"] = scheme


def _drop(meta: dict[str, Any]) -> None:
    for name in [name for name in meta if name.startswith("HTTP_X_FORWARDED_")]:
        del meta[name]


def _is_trusted(address: Address | None) -> bool:
    return address is not None and any(address in network for network in settings.TRUSTED_PROXIES)
