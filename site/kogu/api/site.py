"""The site itself in the API: menus, and what it says of itself."""

from uuid import UUID

from ninja import Router
from pydantic import Field

from kogu.base.api import shapes
from kogu.base.api.answers import public_answer
from kogu.base.api.asking import locale_asked
from kogu.base.api.schemas import NoticeOut, Schema
from kogu.base.presenting import chrome
from kogu.base.site_urls import absolute

from .addresses import served_at
from .parameters import locale_parameter

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

    kind: str | None = Field(description="Kind of the thing it leads to; nothing for other sites")
    id: UUID | None = Field(description="Key of that thing")
    api_url: str | None = Field(description="Full address of that thing in the API")


class NavigationOut(Schema):
    """The menus of a language."""

    locale: str = Field(description="Language")
    main: list[EntryOut] = Field(description="Main menu in order")
    footer: list[EntryOut] = Field(description="Footer in order")


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
        around = chrome(locale_asked(request.GET))
        served = served_at({link.url for link in (*around.menu, *around.footer_menu)})
        return {
            "locale": around.locale,
            "main": _entries(around.menu, served),
            "footer": _entries(around.footer_menu, served),
        }

    return public_answer(request, make)


@router.get("/settings", response=SettingsOut, operation_id="settings", openapi_extra=LANGUAGE)
def site_settings(request):
    """What the site says of itself."""

    def make():
        around = chrome(locale_asked(request.GET))
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
            "languages": [
                {"locale": each.code, "title": each.name, "url": absolute(each.url)}
                for each in around.languages
            ],
            "footer_html": shapes.rich(around.footer_html),
            "organisation_notices": [shapes.notice(n) for n in around.organisation_notices],
            "website_notices": [shapes.notice(n) for n in around.website_notices],
        }

    return public_answer(request, make)
