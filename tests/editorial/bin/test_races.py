"""Of two who bring an item back or delete it for good at once, one does."""

import datetime as dt
import threading
from contextlib import suppress

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from kogu.demo.factories import NewsIndexPageFactory, NewsPageFactory, UserFactory
from kogu.editorial.bin import purging, restoring, views
from kogu.editorial.models import DeletedItem
from tests.conftest import make_home_pages
from tests.threads import in_threads

pytestmark = pytest.mark.django_db(transaction=True)

# SQLite has one writer: the second has not begun when the first waits for it.
MEET_SECONDS = 1


@pytest.fixture
def item():
    """A deleted page that is due to be purged."""
    section = NewsIndexPageFactory(parent=make_home_pages()["et"], title="Uudised")
    page = NewsPageFactory(parent=section, title="Laat")
    client = Client()
    client.force_login(UserFactory(username="mari", is_superuser=True))
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    item = DeletedItem.objects.get()
    item.deleted_at = timezone.now() - dt.timedelta(days=31)
    item.save()
    return item


@pytest.fixture
def statuses(monkeypatch):
    """Makes those who have read the rows, or began to purge, wait for each other."""
    barrier = threading.Barrier(2)

    def meeting(stock):
        def met(*args, **kwargs):
            with suppress(threading.BrokenBarrierError):
                barrier.wait(MEET_SECONDS)
            return stock(*args, **kwargs)

        return met

    monkeypatch.setattr(restoring.ReturningRows, "write", meeting(restoring.ReturningRows.write))
    for module in (purging, views):
        monkeypatch.setattr(module, "purge", meeting(purging.purge))
    return []


def posting(item, statuses, **sent):
    """Somebody at the screen of the item."""
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(is_superuser=True))
    url = reverse("kogu_bin:restore", args=[item.pk])
    return lambda: statuses.append(client.post(url, sent).status_code)


def was_purged(item):
    return PageLogEntry.objects.filter(page_id=item.object_id, action=purging.PURGED).exists()


def test_restored_twice(item, statuses):
    assert in_threads(*[posting(item, statuses) for _ in range(2)]) == []

    assert sorted(statuses) == [302, 404]
    assert Page.objects.filter(pk=item.object_id).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_restored_and_deleted_for_good(item, statuses):
    works = posting(item, statuses), posting(item, statuses, purge="1")

    assert in_threads(*works) == []

    assert sorted(statuses) == [302, 404]
    assert Page.objects.filter(pk=item.object_id).exists() != was_purged(item)


def test_restored_while_it_is_purged(item, statuses):
    assert in_threads(posting(item, statuses), purging.purge_bin) == []

    assert statuses[0] in (302, 404)
    assert Page.objects.filter(pk=item.object_id).exists() != was_purged(item)
