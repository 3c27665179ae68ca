"""What many share answers even where one item cannot be shown: it is left out and logged."""

import logging

log = logging.getLogger(__name__)


def try_or_none(make, *args):
    """Return what `make` returns; log and return None where it raises."""
    try:
        return make(*args)
    except Exception:
        named = ", ".join(f"{type(one).__name__} {getattr(one, 'pk', '')}" for one in args)
        log.exception("left out: %s", named)
        return None


def try_each(make, items):
    """List what `make` returns for each item, without None and those where it raises."""
    results = (try_or_none(make, item) for item in items)
    return [one for one in results if one is not None]
