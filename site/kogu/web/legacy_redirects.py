"""Legacy URLs, from before the site was Kogu, lead to where the item is now."""

from django.shortcuts import redirect

from kogu.content.models import Card, LegacyURL
from kogu.content.models.cards import preference
from kogu.content.site_urls import with_query_of


def redirect_legacy_url(request):
    """A permanent redirect to the item of a `LegacyURL`, in its language if possible; or None.

    One recorded with its query leads to the bare address; else the query is kept.
    """
    if "\x00" in request.path:  # PostgreSQL's text knows none
        return None
    whole = LegacyURL.objects.filter(path=request.get_full_path()).first()
    legacy = whole or LegacyURL.objects.filter(path=request.path).first()
    if legacy is None:
        return None
    cards = {c.locale: c for c in Card.objects.visible().filter(key=legacy.key).exclude(url="")}
    for locale in preference(legacy.locale):
        if locale in cards:
            url = cards[locale].url
            return redirect(url if whole else with_query_of(request, url), permanent=True)
    return None
