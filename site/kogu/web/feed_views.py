"""Atom feeds at `feed/` below the pages of the kinds that have one."""

from django.http import Http404
from django.utils.translation import override

from kogu.content.models import Card
from kogu.delivery.conditional import public
from kogu.presenting.registry import presenter_of_kind, presenters
from kogu.presenting.resolver import Reader


@public
def feed(request, path):
    """What is new in the section, under the topic or in the language at this address."""
    url = request.path.removesuffix("feed/")
    kinds = [kind for kind, of in presenters().items() if of.feed]
    source = Card.objects.visible().filter(url=url, kind__in=kinds).order_by("id").first()
    if source is None:
        raise Http404
    reader = Reader(source.locale)
    with override(reader.locale):
        return presenter_of_kind(source.kind).feed(source, reader, request.GET)
