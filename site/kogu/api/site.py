"""The site itself in the API: what is at an address, menus, settings, redirects."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from ninja import Query, Router, Schema
from pydantic import Field
from wagtail.contrib.redirects.models import Redirect

from kogu.base.api import shapes
from kogu.base.api.answers import public_answer
from kogu.base.api.problems import BadParameters, NothingHere, ProblemOut
from kogu.base.api.schemas import NoticeOut
from kogu.base.models import Card, LegacyURL
from kogu.base.models.cards import preference
from kogu.base.presenting import chrome
from kogu.base.site_urls import absolute

router = Router(tags=["site"])
Path = Annotated[str, Query(description="A path of the site, such as `/et/`")]
Language = Annotated[str, Query(description="Language of the words; the site's own when not said")]
CODES = [code for code, _name in settings.LANGUAGES]
ERRORS = {400: ProblemOut, 404: ProblemOut}


class ResolvedOut(Schema):
    """What is at an address, or where it leads."""

    kind: str | None = Field(None, description="Kind of thing at the address")
    id: UUID | None = Field(None, description="Key shared by all its languages")
    locale: str | None = Field(None, description="Language of the address")
    redirect: str | None = Field(None, description="Full address that it leads to instead")
    permanent: bool | None = Field(None, description="Whether the redirect is for good")


class LinkOut(Schema):
    """Words that lead somewhere."""

    title: str = Field(description="Words")
    url: str = Field(description="Full address")


class NavigationOut(Schema):
    """The menus of a language."""

    locale: str = Field(description="Language")
    main: list[LinkOut] = Field(description="Main menu in order")
    footer: list[LinkOut] = Field(description="Footer in order")


class SettingsOut(Schema):
    """What the site says of itself in a language."""

    locale: str = Field(description="Language of the words")
    site_name: str = Field(description="Name of the site")
    tagline: str = Field(description="Tagline")
    url: str = Field(description="Front page in this language")
    organisation_name: str = Field(description="The organisation")
    email: str = Field(description="E-mail")
    phone: str = Field(description="Phone")
    address: str = Field(description="Address")
    accent_colour: str = Field(description="Accent colour, such as `#0b5d4e`; empty when not set")
    socials: list[LinkOut] = Field(description="Accounts elsewhere")
    languages: list[LinkOut] = Field(description="Languages with a front page")
    footer_html: str = Field(description="Footer as sanitised HTML")
    organisation_notices: list[NoticeOut] = Field(description="Notices that stand on every page")
    website_notices: list[NoticeOut] = Field(description="Notices that stand in the footer")


class RedirectOut(Schema):
    """An old address and the one it leads to."""

    path: str = Field(description="Old path")
    url: str = Field(description="Full address it leads to")
    permanent: bool = Field(description="Whether it is for good")


class RedirectsOut(Schema):
    """Every redirect of a language."""

    items: list[RedirectOut] = Field(description="Redirects by their path")
    total: int = Field(description="How many there are")


def _only(query, *names):
    wrong = {name: "There is no such parameter." for name in query if name not in names}
    if wrong:
        raise BadParameters(**wrong)


def _locale(query):
    _only(query, "locale")
    locale = query.get("locale", settings.LANGUAGE_CODE)
    if locale not in CODES:
        raise BadParameters(locale=f"Choose one of: {', '.join(CODES)}.")
    return locale


@router.get("/resolve", response={200: ResolvedOut, **ERRORS}, operation_id="resolve")
def resolve(request, path: Path = ""):
    """What is at a path of the site, or where it leads."""

    def make():
        _only(request.GET, "path")
        if not path.startswith("/"):
            raise BadParameters(path="Begin with a slash, such as /et/.")
        return _resolved(path)

    return public_answer(request, make)


def _resolved(path):
    card = Card.objects.visible().filter(url=path).exclude(url="").first()
    if card is not None:
        return {"kind": card.kind, "id": str(card.key), "locale": card.locale}
    target, permanent = _leads_to(path)
    if not target:
        raise NothingHere
    return {"redirect": absolute(target), "permanent": permanent}


def _leads_to(path):
    redirect = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).first()
    if redirect is not None and _is_public(redirect.link):
        return redirect.link, redirect.is_permanent
    old = LegacyURL.objects.filter(path=path).first()
    if old is None:
        return "", False
    cards = Card.objects.visible().filter(key=old.key).exclude(url="")
    urls = dict(cards.values_list("locale", "url"))
    return next((urls[code] for code in preference(old.locale) if code in urls), ""), True


def _is_public(link):
    """A redirect to a page that is not public is not told of."""
    path = (link or "").removeprefix(settings.SITE_URL)
    if not path.startswith("/"):
        return bool(path)
    return Card.objects.visible().filter(url=path).exists()


def _links(links):
    return [{"title": link.title, "url": absolute(link.url)} for link in links]


@router.get("/navigation", response={200: NavigationOut, **ERRORS}, operation_id="navigation")
def navigation(request, locale: Language = settings.LANGUAGE_CODE):
    """The menus of a language; entries lead to pages that exist in it."""

    def make():
        around = chrome(_locale(request.GET))
        return {
            "locale": around.locale,
            "main": _links(around.menu),
            "footer": _links(around.footer_menu),
        }

    return public_answer(request, make)


@router.get("/settings", response={200: SettingsOut, **ERRORS}, operation_id="settings")
def site_settings(request, locale: Language = settings.LANGUAGE_CODE):
    """What the site says of itself."""

    def make():
        around = chrome(_locale(request.GET))
        return {
            "locale": around.locale,
            "site_name": around.site_name,
            "tagline": around.tagline,
            "url": absolute(around.home_url),
            "organisation_name": around.organisation_name,
            "email": around.email,
            "phone": around.phone,
            "address": around.address,
            "accent_colour": around.accent,
            "socials": _links(around.socials),
            "languages": [{"title": x.name, "url": absolute(x.url)} for x in around.languages],
            "footer_html": shapes.rich(around.footer_html),
            "organisation_notices": [shapes.notice(n) for n in around.organisation_notices],
            "website_notices": [shapes.notice(n) for n in around.website_notices],
        }

    return public_answer(request, make)


@router.get("/redirects", response={200: RedirectsOut, **ERRORS}, operation_id="redirects")
def redirects(request, locale: Language = settings.LANGUAGE_CODE):
    """Old addresses of a language that lead to public pages."""

    def make():
        prefix = f"/{_locale(request.GET)}/"
        known = Redirect.objects.filter(old_path__startswith=prefix).order_by("old_path")
        public_urls = set(Card.objects.visible().exclude(url="").values_list("url", flat=True))
        items = [
            {"path": one.old_path, "url": absolute(one.link), "permanent": one.is_permanent}
            for one in known.select_related("redirect_page", "site")
            if one.link and (not one.link.startswith("/") or one.link in public_urls)
        ]
        return {"items": items, "total": len(items)}

    return public_answer(request, make)
