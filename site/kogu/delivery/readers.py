"""Whose request it is, as far as an address tells."""

import ipaddress


def reader_of(request):
    """A public address, or the one that a front server near us names; else nothing.

    Programs on this machine and in its own network have none. A network of the
    new kind gives one reader countless addresses: they count as one.
    """
    address = _address(request.META.get("REMOTE_ADDR", ""))
    if address is None or not address.is_global:
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
        address = _address(named)
    if address is None:
        return ""
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _address(text):
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
