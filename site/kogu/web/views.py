"""How a public address is answered: by its card, its presenter and its template."""

from django.db.models import CharField, DateTimeField
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import override
from wagtail.views import serve as wagtail_serve

from kogu.content import kinds
from kogu.content.models import Card
from kogu.content.site_urls import with_query_of
from kogu.delivery.conditional import public, safe_methods_only
from kogu.delivery.prepared import Prepared
from kogu.presenting.chrome import chrome_around
from kogu.presenting.deduplication import without_repeats
from kogu.presenting.json_ld import graph_of
from kogu.presenting.page import present
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader
from kogu.presenting.ui_language import PARAMETER as UI
from kogu.presenting.ui_language import ui_language, with_query


@safe_methods_only
def redirect_to_default_language(request):
    """`/` leads to the site's own language, whoever asks."""
    from django.conf import settings

    return redirect(with_query_of(request, f"/{settings.LANGUAGE_CODE}/"), permanent=False)


@public
def page(request, path):
    """The public item at this address; what is not public goes Wagtail's own way."""
    at_path = _AT_PATH(at=timezone.now(), url=request.path)
    if not at_path:
        return _not_public(request, path)
    ((kind, object_id),) = at_path
    instance = presenter_of(kinds.model(kind)).by_id([object_id]).get(object_id)
    if instance is None:  # deleted since its card was read
        raise Http404
    return answer(request, instance)


_AT_PATH = Prepared(
    lambda at, url: (
        Card.objects.visible(at).filter(url=url).order_by("id").values_list("kind", "object_id")[:1]
    ),
    at=DateTimeField(),
    url=CharField(),
)


def _not_public(request, path):
    """A page behind a restriction, or nothing."""
    response = wagtail_serve(request, path)
    response.is_private = True
    return response


def answer(request, instance):
    """The item as HTML."""
    if getattr(instance, "expire_at", None) and not type(instance).objects.visible().filter(
        pk=instance.pk
    ):
        raise Http404
    own = instance.locale.language_code
    language = ui_language(request.GET, own)
    if language != own and (url := _translated(instance, language)):
        return redirect(with_query(url, {**request.GET.dict(), UI: ""}))
    with override(language):
        reader = Reader(language, keeps_ui=True)
        response = _rendered(request, instance, present(instance, reader, query=request.GET))
    if language != own:
        response["Content-Language"] = f"{language}, {own}"
    return response


def _translated(instance, language):
    """Its address in a language, once it has one; what asked for the other leads there."""
    cards = Card.objects.visible().filter(kind=instance.kind, key=instance.translation_key)
    return cards.filter(locale=language).values_list("url", flat=True).first()


def preview(request, instance):
    """The draft as a visitor would see it."""
    response = _rendered(
        request, instance, present(instance, Reader(instance.locale.language_code), draft=True)
    )
    response.is_private = True
    return response


def _rendered(request, instance, view):
    surroundings = chrome_around(view)
    json_ld = None if view.is_foreign else graph_of(view, surroundings)
    context = {"page": without_repeats(view), "chrome": surroundings, "json_ld": json_ld}
    return render(request, template_of(type(instance)), context)


def template_of(model):
    """The template its class name promises."""
    name = model.__name__
    words = "".join(f"_{char.lower()}" if char.isupper() else char for char in name)
    return f"pages/{words.lstrip('_')}.html"
