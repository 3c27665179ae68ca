"""Home pages, information pages and news."""

import factory
from django.utils import timezone

from home import models as home

from .base import PageFactory
from .stories import story


class HomePageFactory(PageFactory):
    """The home page of a language."""

    class Meta:
        model = home.HomePage

    title = "Koivamaa"
    slug = factory.LazyAttribute(lambda page: f"home-{page.locale}")


class NewsIndexPageFactory(PageFactory):
    """The section of news."""

    class Meta:
        model = home.NewsIndexPage

    title = "Uudised"


class NewsPageFactory(PageFactory):
    """A news item with a story."""

    class Meta:
        model = home.NewsPage

    title = factory.Sequence(lambda n: f"Vana meierei avas uksed {n}")
    summary = "Kolmkümmend neli töökohta ja kolm töökoda."
    story = factory.LazyFunction(lambda: story("Avapäeval käis majas üle kuuesaja inimese."))


class InformationPageFactory(PageFactory):
    """A page that informs and stays."""

    class Meta:
        model = home.InformationPage

    title = factory.Sequence(lambda n: f"Meist {n}")
    story = factory.LazyFunction(lambda: story("Koiva on jõgi, mida lätlased kutsuvad Gaujaks."))


class AccessibilityStatementPageFactory(PageFactory):
    """How accessible the site is."""

    class Meta:
        model = home.AccessibilityStatementPage

    title = "Ligipääsetavuse teatis"
    prepared_on = factory.LazyFunction(timezone.localdate)
    feedback_email = "info@koivamaa.example"
    enforcement_url = "https://ttja.ee/"
