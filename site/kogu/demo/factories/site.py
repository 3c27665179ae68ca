"""The site's own words, menus and settings."""

from factory.django import DjangoModelFactory
from wagtail.models import Site

from kogu.content.models import Menu, MenuItem, SiteSettings, SiteText
from kogu.delivery.changes import public_change

from .base import LivingFactory, locale_of


class SiteTextFactory(LivingFactory):
    """What the site is called in a language."""

    class Meta:
        model = SiteText

    site_name = "Koivamaa Arendusvõrk"


class MenuFactory(LivingFactory):
    """A menu; `pages` are its entries, in order."""

    class Meta:
        model = Menu

    position = Menu.Position.MAIN
    pages = ()

    @classmethod
    def _build(cls, model_class, *args, pages=(), **kwargs):
        locale = locale_of(kwargs["locale"])
        entries = [MenuItem(page=page, locale=locale, sort_order=n) for n, page in enumerate(pages)]
        return super()._build(model_class, *args, items=entries, **kwargs)


class SiteFactory(DjangoModelFactory):
    """The one site, answering at `hostname`."""

    class Meta:
        model = Site

    hostname = "testserver"
    is_default_site = True
    site_name = "Koivamaa"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with public_change():
            Site.objects.all().delete()
            return super()._create(model_class, *args, **kwargs)


class SiteSettingsFactory(DjangoModelFactory):
    """What the site says of its organisation."""

    class Meta:
        model = SiteSettings

    organisation_name = "SA Koivamaa Arendusvõrk"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with public_change():
            settings = SiteSettings.load()
            for name, value in kwargs.items():
                setattr(settings, name, value)
            settings.save()
        return settings
