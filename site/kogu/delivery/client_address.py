"""The network address a request comes from, as the rate limits count it."""

import ipaddress

from django.http import HttpRequest

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def client_address(request: HttpRequest) -> str:
    """A public address, or any that a trusted front server names; else "".

    Programs on this machine and in its own network have none. An IPv6 network of /64
    belongs to one client and counts as one address.
    """
    address = parsed_address(request.META.get("REMOTE_ADDR", ""))
    if address is None:
        return ""
    # ForwardedMiddleware has dropped the header if nobody trusted sent it.
    if not address.is_global and "HTTP_X_FORWARDED_FOR" not in request.META:
        return ""
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def parsed_address(text: str) -> Address | None:
    """The IP address that the text is; IPv4 mapped into IPv6 as IPv4; None for other texts."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    mapped: ipaddress.IPv4Address | None = getattr(address, "ipv4_mapped", None)
    return mapped or address
