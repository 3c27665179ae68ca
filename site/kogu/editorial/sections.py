"""The home page and the sections of every language, made where they are missing."""

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from wagtail.models import Locale, Page, Site

from directory.models import (
    ClusterIndexPage,
    OrganisationIndexPage,
    PlaceIndexPage,
    ProgrammeIndexPage,
    ProjectIndexPage,
    StrategyIndexPage,
    TopicIndexPage,
)
from events.models import EventIndexPage
from home.models import HomePage, NewsIndexPage
from kogu.content.slugs import slug_of
from kogu.delivery.changes import public_change

SECTIONS = (
    (NewsIndexPage, _("News")),
    (EventIndexPage, _("Events")),
    (ProjectIndexPage, _("Projects")),
    (ClusterIndexPage, _("Clusters and networks")),
    (OrganisationIndexPage, _("Organisations")),
    (ProgrammeIndexPage, _("Programmes")),
    (StrategyIndexPage, _("Strategies")),
    (TopicIndexPage, _("Topics")),
    (PlaceIndexPage, _("Places")),
)


def make_sections():
    """Make and publish what is missing; what editors renamed or moved stays. Returns the pages."""
    with public_change():
        pages = []
        for code, _name in settings.LANGUAGES:
            locale, _created = Locale.objects.get_or_create(language_code=code)
            home = _home(locale, pages)
            for model, title in SECTIONS:
                if not model.objects.filter(locale=locale).exists():
                    pages.append(_section(model, title, home))
        _replace_welcome_page()
    return pages


def _home(locale, pages):
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home is None:
        title = settings.WAGTAIL_SITE_NAME
        page = HomePage(title=title, slug=f"home-{locale.language_code}", locale=locale)
        home = _published(page, Page.objects.get(depth=1))
        pages.append(home)
    return home


def _section(model, title, home):
    with override(home.locale.language_code):
        words = gettext(title)
    page = model(title=words, slug=slug_of(words), locale=home.locale, show_in_menus=True)
    return _published(page, home)


def _published(page, parent):
    """Below its parent and public; a version of the same section in another language, if any."""
    other = type(page).objects.order_by("pk").first()
    if other is not None:
        page.translation_key = other.translation_key
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _replace_welcome_page():
    """The site answers with our home page; Wagtail's welcome page is deleted."""
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE, depth=2)
    for page in Page.objects.filter(depth=2, content_type__model="page", numchild=0):
        Site.objects.filter(root_page=page).update(root_page=home)
        page.delete()
    if not Site.objects.exists():
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
