"""Rewrites every card after an upgrade, so that it has all that this version keeps on cards."""

from itertools import batched

from kogu.delivery.changes import public_change, touch_tag
from kogu.delivery.models import Slot
from kogu.delivery.periodic import every
from kogu.delivery.refs import Ref
from kogu.delivery.release import code_number

from . import kinds
from .card_sync import sync_cards
from .models import Card

AT_ONCE = 50
_NAME = "kogu.content.card_upgrade"


@every(60)
def renew_cards():
    """Renews every card once for each version of the code, in short transactions beside all else;
    how many were renewed.
    """
    code = code_number()
    if Slot.objects.filter(name=_NAME, number=code).exists():
        return 0
    number = sum(_renew(kind, model) for kind, model in kinds.models_by_kind().items())
    Slot.objects.update_or_create(name=_NAME, defaults={"number": code})
    return number


def _renew(kind, model):
    held = Card.objects.filter(kind=kind).values_list("key", "locale")
    rows = model.objects.values_list("translation_key", "locale__language_code")
    refs = sorted({Ref(kind, *one) for one in (*held, *rows)})
    for some in batched(refs, AT_ONCE, strict=False):
        with public_change():
            _lock(kind, some)
            sync_cards(set(some))
            touch_tag("cards")
    return len(refs)


def _lock(kind, refs):
    """Who publishes one of them meanwhile goes first or after us: nothing newer is overwritten."""
    cards = Card.objects.filter(kind=kind, key__in={ref.key for ref in refs})
    list(cards.select_for_update().order_by("pk"))
