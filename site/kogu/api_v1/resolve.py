"""Addresses in the API: what is at one, and where old ones lead."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import unquote
from uuid import UUID

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext_lazy as _
from ninja import Router
from pydantic import Field, RootModel
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kogu.api.problems import InvalidParameters, InvalidValue, NotFound
from kogu.api.query_params import ParameterReader, requested_locale
from kogu.api.registry import api_url, served_by
from kogu.api.responses import public_answer
from kogu.api.schemas import Schema
from kogu.api.vocabulary import codes_of
from kogu.content import kinds
from kogu.content.models import Card, LegacyURL
from kogu.content.models.cards import preference
from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import valid_until

from .parameters import locale_parameter, parameter

router = Router(tags=["site"])


class FoundOut(Schema):
    """What is at an address."""

    type: Literal["found"] = Field(description="Something is there")
    kind: str = Field(
        description="Kind of thing at the address", json_schema_extra=codes_of("kind")
    )
    id: UUID = Field(description="Key shared by all its languages")
    locale: str = Field(description="Language of the address")
    resource: str | None = Field(description="Resource of the API that serves the thing")
    api_url: str | None = Field(description="Full address of the thing in the API")


class LeadsOut(Schema):
    """Where an address leads now."""

    type: Literal["redirect"] = Field(description="It leads elsewhere")
    redirect: str = Field(description="Full address that it leads to")
    permanent: bool = Field(description="Whether the redirect is for good")


class ResolvedOut(RootModel):
    """What is at an address, or where it leads; told apart by `type`."""

    root: Annotated[FoundOut | LeadsOut, Field(discriminator="type")]


class RedirectOut(Schema):
    """An old address and the one it leads to."""

    path: str = Field(description="Old path, without the slash at its end")
    url: str = Field(description="Full address it leads to")
    permanent: bool = Field(description="Whether it is for good")


class RedirectsOut(Schema):
    """Every redirect of a language."""

    items: list[RedirectOut] = Field(description="Redirects by their path")
    total: int = Field(description="How many there are")


PATH = parameter(
    "path",
    "A path of the site, such as `/et/`; a query or fragment behind it is passed over, but for old "
    "addresses that are known with their query",
    type="string",
    pattern="^/",
)


@router.get(
    "/resolve",
    response=ResolvedOut,
    operation_id="resolve",
    openapi_extra={"parameters": [{**PATH, "required": True}]},
)
def resolve(request):
    """What is at a path of the site, or where it leads."""

    def make():
        reading = ParameterReader(request.GET, {"path"})
        path = reading.one("path", _path, "")
        reading.finish()
        if not path:
            raise InvalidParameters(path=_("Give a path, such as /et/."))
        return ResolvedOut(_resolved(path)).model_dump(mode="json")

    return public_answer(request, make)


def _path(text):
    if not text.startswith("/") or text.startswith("//"):
        raise InvalidValue(_("Begin with one slash, such as /et/."))
    return text


def _resolved(asked):
    """As the site answers: an old address with its query comes before that without."""
    if "\0" in unquote(asked):  # PostgreSQL takes no such text
        raise NotFound
    path = unquote(re.split(r"[?#]", asked, maxsplit=1)[0])
    card = _card_at(path)
    if card is not None:
        return {"type": "found", "locale": card.locale, **_served(card)}
    target, permanent = _leads_to(asked.partition("#")[0])
    if not target and asked != path:
        target, permanent = _leads_to(path)
    if not target:
        raise NotFound
    return {"type": "redirect", "redirect": target, "permanent": permanent}


def _served(card):
    return {
        "kind": card.kind,
        "id": card.key,
        "resource": served_by.get(card.kind),
        "api_url": api_url(card.kind, card.key, card.locale),
    }


def served_at(paths):
    """Kind, key and address in the API of what is at paths of the site, in one query."""
    served = {}
    for card in Card.objects.visible().filter(url__in=paths):
        valid_until(card.expire_at)
        told = _served(card)
        served[card.url] = {name: told[name] for name in ("kind", "id", "api_url")}
    return served


def _card_at(path):
    card = Card.objects.visible().filter(url=path).first()
    if card is not None:
        valid_until(card.expire_at)
    return card


def _leads_to(path):
    front = f"/{settings.LANGUAGE_CODE}/"
    if path == "/" and _card_at(front):
        return absolute(front), False
    if not path.endswith("/") and _card_at(f"{path}/"):
        return absolute(f"{path}/"), True
    old_path = Redirect.normalise_path(path)
    redirects = Redirect.objects.filter(old_path=old_path)
    if led := _targets(redirects).get(old_path):
        return led.url, led.permanent
    spellings = {path, iri_to_uri(path), unquote(path), old_path}
    old = LegacyURL.objects.filter(path__in=spellings).first()
    return (_of_key(old), True) if old else ("", False)


def _of_key(old):
    cards = Card.objects.visible().filter(key=old.key).exclude(url="")
    found = {card.locale: card for card in cards}
    card = next((found[code] for code in preference(old.locale) if code in found), None)
    if card is None:
        return ""
    valid_until(card.expire_at)
    return absolute(card.url)


@dataclass(frozen=True)
class Target:
    """Where a redirect leads."""

    url: str
    permanent: bool


def _targets(redirects):
    """Redirects that lead to something public, by their old path, in two queries."""
    redirects = list(redirects)
    links = {r.pk: _path_here(r.redirect_link) for r in redirects}
    cards = Card.objects.visible().exclude(url="")
    at_url = {c.url: c for c in cards.filter(url__in=set(filter(None, links.values())))}
    page_ids = {r.redirect_page_id for r in redirects if r.redirect_page_id}
    of_page = {c.object_id: c for c in cards.filter(object_id__in=page_ids, kind__in=_page_kinds())}
    targets = {}
    for redirect in redirects:
        card = of_page.get(redirect.redirect_page_id) or at_url.get(links[redirect.pk])
        if url := _url_of(redirect, card, links[redirect.pk]):
            targets[redirect.old_path] = Target(url, redirect.is_permanent)
    return targets


def _url_of(redirect, card, path_here):
    """To pages by their card; to other sites as written; to nothing that is not public."""
    if card is not None:
        valid_until(card.expire_at)
        return absolute(card.url)
    if redirect.redirect_page_id or path_here:
        return ""
    return redirect.redirect_link


def _path_here(link):
    """The path of a link within this site; empty for one that leads elsewhere."""
    path = link.removeprefix(settings.SITE_URL)
    return path if path.startswith("/") and not path.startswith("//") else ""


def _page_kinds():
    return [kind for kind, model in kinds.models_by_kind().items() if issubclass(model, Page)]


@router.get(
    "/redirects",
    response=RedirectsOut,
    operation_id="redirects",
    openapi_extra={"parameters": [locale_parameter()]},
)
def redirects(request):
    """Old addresses of a language that lead to something public."""

    def make():
        prefix = f"/{requested_locale(request.GET)}/"
        targets = _targets(Redirect.objects.filter(old_path__startswith=prefix, site=None))
        items = [
            {"path": path, "url": target.url, "permanent": target.permanent}
            for path, target in sorted(targets.items())
        ]
        return {"items": items, "total": len(items)}

    return public_answer(request, make)
