"""What surrounds every page: the site's name, menus, languages, footer and standing notices."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from kogu.content.models import Card, Menu, SiteSettings, SiteText
from kogu.delivery.dependencies import collect_dependencies, depends_on, valid_until
from kogu.delivery.tick_cache import cached_per_tick
from kogu.language.markers import own_name
from kogu.presenting import notices, rich_text
from kogu.presenting.registry import presenters
from kogu.presenting.resolver import Needs, Reader
from kogu.presenting.ui_language import in_ui, with_query


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """The page in another language; where it has none, the page with the interface of it.

    `missing` says that in the language itself.
    """

    code: str
    name: str
    url: str
    missing: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Chrome:
    """Everything around the content, in one language."""

    locale: str
    site_name: str
    tagline: str
    home_url: str
    menu: tuple[Link, ...]
    footer_menu: tuple[Link, ...]
    footer_html: str
    organisation_name: str
    email: str
    phone: str
    address: str
    socials: tuple[Link, ...]
    accent: str
    languages: tuple[LanguageLink, ...]
    accessibility_url: str
    organisation_notices: tuple[notices.Notice, ...]
    website_notices: tuple[notices.Notice, ...]

    @property
    def has_accessibility_link(self):
        """Whether the footer's menu leads to the accessibility statement already."""
        return self.accessibility_url in {link.url for link in self.footer_menu}


def chrome(locale, *, url=""):
    """The surroundings of an address in a language."""
    depends_on("settings", f"menu:{locale}", f"site_text:{locale}")
    cached = _cached(locale)
    menu = tuple(replace(link, is_current=_is_within(url, link.url)) for link in cached.menu)
    return replace(cached, menu=menu)


def chrome_around(view):
    """The surroundings of a page, with links to its live translations."""
    above = view.breadcrumb[-1].url if view.is_foreign and view.breadcrumb else ""
    cached = chrome(view.ui_locale, url=above or view.url)
    urls = {view.locale: view.url, **{card.locale: card.url for card in view.translations}}
    languages = tuple(_language_link(link, view, urls) for link in cached.languages)
    return replace(cached, languages=languages)


def _language_link(link, view, urls):
    if link.code in urls:
        return replace(link, url=with_query(urls[link.code], view.choices))
    with override(link.code):
        missing = _("not translated")
    url = in_ui(view.url, view.locale, link.code, view.choices)
    return replace(link, url=url, missing=missing)


def _cached(locale):
    """Made once while nothing changes, and anew when something it shows has ended."""

    def make():
        with collect_dependencies() as seen:
            return _build_chrome(locale), seen

    cached, seen = cached_per_tick(f"chrome:{locale}", make)
    if seen.until and seen.until <= timezone.now():
        cached, seen = make()
    depends_on(*seen.tags)
    valid_until(seen.until)
    return cached


def _is_within(url, section):
    home_depth = 2
    if section.count("/") <= home_depth:
        return url == section
    return url.startswith(section)


def _build_chrome(locale):
    reader = Reader(locale)
    site = SiteSettings.objects.first() or SiteSettings()
    words = _in_language(SiteText.objects.visible(), reader).first()
    menus = {m.position: m for m in _in_language(Menu.objects.visible(), reader)}
    socials = list(site.social_links.all()) if site.pk else []
    needs = Needs(reader)
    rich_text.collect(words.footer if words else "", needs)
    for one in socials:
        needs.collect_address(one.url)
    resolved = needs.resolve()
    homes = dict(_with_role("front_page").values_list("locale", "url"))
    return Chrome(
        locale=locale,
        site_name=words.site_name if words else settings.WAGTAIL_SITE_NAME,
        tagline=words.tagline if words else "",
        home_url=homes.get(locale, f"/{locale}/"),
        menu=_links(menus.get("main"), reader),
        footer_menu=_links(menus.get("footer"), reader),
        footer_html=rich_text.render(words.footer, resolved) if words else "",
        organisation_name=site.organisation_name,
        email=site.email,
        phone=site.phone,
        address=site.address,
        socials=tuple(Link(s.name, url) for s in socials if (url := resolved.address(s.url))),
        accent=site.accent_colour,
        languages=tuple(
            LanguageLink(code, own_name(code), homes[code], is_current=code == locale)
            for code, _name in settings.LANGUAGES
            if code in homes
        ),
        accessibility_url=_accessibility_url(locale),
        organisation_notices=_notices(site.organisation_grant, locale, "page"),
        website_notices=_notices(site.website_grant, locale, "footer"),
    )


def _in_language(queryset, reader):
    return queryset.filter(locale__language_code=reader.locale)


def _with_role(role):
    """Public cards of the kinds that have this role on the site."""
    kinds = [kind for kind, of in presenters().items() if of.site_role == role]
    return Card.objects.visible().filter(kind__in=kinds)


def _accessibility_url(locale):
    cards = _with_role("accessibility_statement").filter(locale=locale)
    return cards.values_list("url", flat=True).first() or ""


def _notices(project, locale, placement):
    return notices.for_projects([project.translation_key], locale, placement) if project else ()


def _links(menu, reader):
    """Entries whose page exists in the reader's language, and those that lead elsewhere."""
    if menu is None:
        return ()
    items = list(menu.items.all())
    needs = Needs(reader)
    needs.page_ids |= {item.page_id for item in items if item.page_id}
    for item in items:
        needs.collect_address(item.url)
    resolved = needs.resolve()
    links = (_link(item, resolved, reader) for item in items)
    return tuple(link for link in links if link)


def _link(item, resolved, reader):
    if item.page_id is None:
        url = resolved.address(item.url)
        return Link(item.title, url) if item.title and url else None
    card = resolved.card(resolved.keys_by_page.get(item.page_id))
    if card is None or card.locale != reader.locale:
        return None
    return Link(item.title or card.title, card.url)
