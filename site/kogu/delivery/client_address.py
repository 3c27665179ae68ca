"""Whose request it is, as far as an address tells."""

import ipaddress


def client_address(request):
    """A public address, or any that a trusted front server names; else nothing.

    Programs on this machine and in its own network have none. A network of the
    new kind gives one reader countless addresses: they count as one.
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


def parsed_address(text):
    """The address a text names, the old kind written as the new one as the old; or nothing."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
