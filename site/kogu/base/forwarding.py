"""Old addresses lead to where the thing is now."""

from django.shortcuts import redirect

from .models import Card, LegacyURL
from .models.cards import preference


def forward(request):
    """A redirect for an address from before the move, or None."""
    old = LegacyURL.objects.filter(path=request.get_full_path()).first()
    old = old or LegacyURL.objects.filter(path=request.path).first()
    if old is None:
        return None
    cards = {c.locale: c for c in Card.objects.visible().filter(key=old.key).exclude(url="")}
    for locale in preference(old.locale):
        if locale in cards:
            return redirect(cards[locale].url, permanent=True)
    return None
