"""Old addresses lead to where the item is now."""

from django.shortcuts import redirect

from kogu.content.models import Card, LegacyURL
from kogu.content.models.cards import preference
from kogu.content.site_urls import with_query_of


def forward(request):
    """A redirect for an address from before the move, or None."""
    if "\x00" in request.path:  # PostgreSQL's text knows none
        return None
    whole = LegacyURL.objects.filter(path=request.get_full_path()).first()
    old = whole or LegacyURL.objects.filter(path=request.path).first()
    if old is None:
        return None
    cards = {c.locale: c for c in Card.objects.visible().filter(key=old.key).exclude(url="")}
    for locale in preference(old.locale):
        if locale in cards:
            url = cards[locale].url
            return redirect(url if whole else with_query_of(request, url), permanent=True)
    return None
