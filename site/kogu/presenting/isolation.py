"""What many share answers even where one item cannot be shown: it is left out and logged."""

import logging

log = logging.getLogger(__name__)


def attempt(make, *args):
    """What `make` returns; None where it raises."""
    try:
        return make(*args)
    except Exception:
        named = ", ".join(f"{type(one).__name__} {getattr(one, 'pk', '')}" for one in args)
        log.exception("left out: %s", named)
        return None


def each(make, items):
    """What `make` returns for each item, in a list; without those for which there is nothing."""
    made = (attempt(make, item) for item in items)
    return [one for one in made if one is not None]
