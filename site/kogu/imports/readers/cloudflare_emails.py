"""E-mail addresses that Cloudflare encoded on a web page."""

import re

from lxml.html import HtmlElement

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FRAGMENT = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]+)$", re.IGNORECASE)


def has_encoded_emails(text: str) -> bool:
    return "cfemail" in text or "cf_email" in text or "/cdn-cgi/l/email-protection" in text


def decode_emails(root: HtmlElement) -> None:
    """Write in place the addresses that Cloudflare encoded."""
    for element in root.xpath(".//*[@data-cfemail]"):
        if address := _decoded(element.get("data-cfemail")):
            _say(element, address)
    for link in root.xpath(".//a[contains(@href, '/cdn-cgi/l/email-protection')]"):
        encoded = _FRAGMENT.search(link.get("href"))
        address = (_decoded(encoded[1]) if encoded else "") or _first_address(link)
        if not address:
            continue
        link.set("href", f"mailto:{address}")
        if "protected" in link.text_content():
            _say(link, address)


def _decoded(code: str) -> str:
    """Each byte was combined with the first one."""
    try:
        key, *rest = bytes.fromhex(code)
        address = bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        return ""
    address = address.partition("?")[0]
    return address if _ADDRESS.fullmatch(address) else ""


def _first_address(link: HtmlElement) -> str:
    found = _ADDRESS.search(link.text_content())
    return found.group() if found else ""


def _say(element: HtmlElement, address: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = address
