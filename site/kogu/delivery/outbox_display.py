"""How a delivery is read by administrators: to whom, and its words without links."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from .models import Outbox

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def recipients(entry: Outbox) -> str:
    """The addresses it goes to."""
    return ", ".join(entry.payload.get("to", []))


def message_text(entry: Outbox) -> str:
    """What it says; a link may open somebody's account, so only the demo shows it."""
    text = entry.payload.get("body") or "\n".join(
        f"{name}: {value}" for name, value in entry.payload.get("context", {}).items()
    )
    return (
        text if getattr(settings, "KOGU_DEMO", False) else _LINK.sub(_("(a link, not shown)"), text)
    )
