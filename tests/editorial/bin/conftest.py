"""A page and what belongs to it, deleted and restored by an administrator."""

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, Page

from events.models import EventPage
from home.models import NewsPage
from kogu.content.models import LegacyURL
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    EventPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    UserFactory,
)
from kogu.demo.factories.base import section_for
from kogu.editorial.models import DeletedItem
from tests import shared_fixtures


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(username="mari", is_superuser=True))
    return client


@shared_fixtures.fixture
def section(homes):
    """In Estonian and Latvian, as the calendar."""
    with public_change():
        section = NewsIndexPageFactory(parent=homes["et"], title="Uudised")
        key = section.translation_key
        NewsIndexPageFactory(parent=homes["lv"], title="Ziņas", translation_key=key)
        for code in ("et", "lv"):
            section_for(EventPage, code)
    return section


@shared_fixtures.fixture
def topic(homes):
    with public_change():
        return TopicFactory(name="Käsitöö")


@shared_fixtures.fixture
def event(section, topic):
    with public_change():
        return EventPageFactory(title="Laat", topics=[topic])


@shared_fixtures.fixture
def news(section, event):
    """With a translation, an old address, a redirect, a comment, and an event that it tells of."""
    with public_change():
        page = NewsPageFactory(parent=section, title="Laat tuleb")
        LegacyURL.objects.create(key=page.translation_key, locale="et", path="/vana/laat")
        Redirect.objects.create(old_path="/laat", redirect_page=page)
        Comment.objects.create(
            page=page, user=UserFactory(username="juta"), text="?", contentpath="title"
        )
        return NewsPage.objects.get(pk=page.pk)


def delete(client, instance):
    """By its own screen; returns the item in the bin."""
    if isinstance(instance, Page):
        url = reverse("wagtailadmin_pages:delete", args=[instance.pk])
    else:
        url = reverse(instance.snippet_viewset.get_url_name("delete"), args=[instance.pk])
    response = client.post(url, follow=True)
    assert response.status_code == 200
    assert not type(instance).objects.filter(pk=instance.pk).exists()
    return DeletedItem.objects.first()


def restore(client, item, **sent):
    return client.post(reverse("kogu_bin:restore", args=[item.pk]), sent, follow=True)


def day(item):
    """Until when it is kept: in figures, which stand in any sentence of any language."""
    with override("en"):
        return date_format(localtime(item.purged_at), "SHORT_DATE_FORMAT")
