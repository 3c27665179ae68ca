"""The site itself in the API: menus, and what it says of itself."""

from uuid import UUID

from django.templatetags.static import static
from ninja import Router
from pydantic import Field

from kogu.api import serializers
from kogu.api.query_params import requested_locale
from kogu.api.registry import listed_by
from kogu.api.responses import public_answer
from kogu.api.schemas import NoticeOut, RefOut, Schema
from kogu.api.vocabulary import codes_of
from kogu.content.models import Card
from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import valid_until
from kogu.presenting.chrome import chrome
from kogu.presenting.registry import presenter_of_kind

from .parameters import locale_parameter
from .resolve import served_at

router = Router(tags=["site"])
LANGUAGE = {"parameters": [locale_parameter()]}


class LinkOut(Schema):
    """Words that lead somewhere."""

    title: str = Field(description="Words")
    url: str = Field(description="Full address")


class LanguageOut(LinkOut):
    """A language of the site, by its own name."""

    locale: str = Field(description="Its code, as `locale` takes it")


class EntryOut(LinkOut):
    """An entry of a menu, and what the API serves of it."""

    kind: str | None = Field(
        description="Kind of the thing it leads to; nothing for other sites",
        json_schema_extra=codes_of("kind"),
    )
    id: UUID | None = Field(description="Key of that thing")
    api_url: str | None = Field(description="Full address of that thing in the API")


class NavigationOut(Schema):
    """The menus of a language."""

    locale: str = Field(description="Language")
    main: list[EntryOut] = Field(description="Main menu in order")
    footer: list[EntryOut] = Field(description="Footer in order")


class SectionOut(RefOut):
    """The front page of a section."""

    lists: str | None = Field(description="Where the API lists what stands in it")


class IconOut(Schema):
    """An icon of the site."""

    url: str = Field(description="Full address of the file")
    type: str = Field(description="Media type")
    sizes: str = Field(description="Sizes as HTML writes them; `any` for a drawing")


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
    accessibility_url: str = Field(description="Accessibility statement; empty without one")
    logo_url: str = Field(description="The site's mark as a drawing")
    icons: list[IconOut] = Field(description="Icons for browsers and home screens")
    sections: list[SectionOut] = Field(description="Front pages of sections in this language")
    feeds: list[LinkOut] = Field(
        description="Atom feeds of the language and its sections; a topic's is at its address and "
        "`feed/`"
    )
    calendars: list[LinkOut] = Field(description="Calendars to follow (iCalendar)")
    sitemap_url: str = Field(description="Sitemap of all languages")
    languages: list[LanguageOut] = Field(description="Languages with a front page")
    footer_html: str = Field(description="Footer as sanitised HTML")
    organisation_notices: list[NoticeOut] = Field(description="Notices that stand on every page")
    website_notices: list[NoticeOut] = Field(description="Notices that stand in the footer")


def _links(links):
    return [{"title": link.title, "url": absolute(link.url)} for link in links]


def _entries(links, served):
    nothing = dict.fromkeys(("kind", "id", "api_url"))
    return [
        {**entry, **nothing, **served.get(link.url, {})}
        for link, entry in zip(links, _links(links), strict=True)
    ]


@router.get(
    "/navigation", response=NavigationOut, operation_id="navigation", openapi_extra=LANGUAGE
)
def navigation(request):
    """The menus of a language; entries lead to pages that exist in it."""

    def make():
        around = chrome(requested_locale(request.GET))
        served = served_at({link.url for link in (*around.menu, *around.footer_menu)})
        return {
            "locale": around.locale,
            "main": _entries(around.menu, served),
            "footer": _entries(around.footer_menu, served),
        }

    return public_answer(request, make)


ICON = "kogu/icon.svg"


def _outputs(around):
    """Where the site's parts, pictures, feeds, calendars and map are."""
    cards = Card.objects.visible().filter(locale=around.locale, kind__endswith="_index")
    sections = list(cards.order_by("sort_key", "id"))
    for card in sections:
        valid_until(card.expire_at)
    fed = [card for card in sections if presenter_of_kind(card.kind).feed]
    dated = [card for card in sections if presenter_of_kind(card.kind).has_calendar]
    front = [{"title": around.site_name, "url": absolute(f"{around.home_url}feed/")}]
    icon = absolute(static(ICON))
    return {
        "logo_url": icon,
        "icons": [{"url": icon, "type": "image/svg+xml", "sizes": "any"}],
        "sections": [serializers.ref(card, lists=listed_by(card)) for card in sections],
        "feeds": [*(front if around.home_url else []), *(_below(card, "feed/") for card in fed)],
        "calendars": [_below(card, "calendar.ics") for card in dated],
        "sitemap_url": absolute("/sitemap.xml"),
    }


def _below(card, name):
    return {"title": card.title, "url": absolute(f"{card.url}{name}")}


@router.get("/settings", response=SettingsOut, operation_id="settings", openapi_extra=LANGUAGE)
def site_settings(request):
    """What the site says of itself."""

    def make():
        around = chrome(requested_locale(request.GET))
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
            "accessibility_url": absolute(around.accessibility_url),
            **_outputs(around),
            "languages": [
                {"locale": each.code, "title": each.name, "url": absolute(each.url)}
                for each in around.languages
            ],
            "footer_html": serializers.rich(around.footer_html),
            "organisation_notices": [serializers.notice(n) for n in around.organisation_notices],
            "website_notices": [serializers.notice(n) for n in around.website_notices],
        }

    return public_answer(request, make)
