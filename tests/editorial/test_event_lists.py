"""The calendar in the page tree says when each event is, and which are past or called off."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import EventIndexPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import EventPageFactory, NewsIndexPageFactory, UserFactory
from kogu.language.formats import format_weekday

# The button that wagtail-localize puts beside each page of any list.
OF_LOCALIZE = re.compile(r'wagtail_localize_translatableobject|FROM "wagtailcore_locale" WHERE NOT')


@pytest.fixture
def calendar(client, homes):
    """Its address, signed in."""
    now = timezone.now()
    with public_change():
        EventPageFactory(title="Olnud", starts_at=now - dt.timedelta(days=9), ends_at=None)
        later = now + dt.timedelta(days=9)
        EventPageFactory(title="Jääb ära", starts_at=later, ends_at=None, status="cancelled")
    client.force_login(UserFactory(username="mari", is_superuser=True))
    return reverse("wagtailadmin_explore", args=[EventIndexPage.objects.first().pk])


def rows(client, url):
    """What stands in the row of each title."""
    html = client.get(url).content.decode()
    texts = [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in html.split("<tr")]
    titles = ("Olnud", "Jääb ära", "Mustand")
    return {title: text for title in titles for text in texts if title in text}


def test_past_and_cancelled_are_said(client, calendar):
    found = rows(client, calendar)

    assert "past" in found["Olnud"]
    assert "Cancelled" not in found["Olnud"]
    assert "Cancelled" in found["Jääb ära"]
    assert "past" not in found["Jääb ära"]
    assert "When(" not in found["Jääb ära"]
    assert str((timezone.now() + dt.timedelta(days=9)).year) in found["Jääb ära"]


def test_a_draft_shows_the_date_of_its_latest_version(client, calendar):
    with public_change():
        draft = EventPageFactory(title="Mustand", starts_at=None, published=False)
        draft.starts_at = timezone.make_aware(dt.datetime(2031, 5, 7, 18))
        draft.save_revision()

    assert "2031" in rows(client, calendar)["Mustand"]


def test_the_last_of_several_whole_days_is_the_day_that_was_chosen(client, calendar):
    with public_change():
        first, last = (timezone.make_aware(dt.datetime(2031, 5, day)) for day in (5, 7))
        EventPageFactory(title="Mustand", starts_at=first, ends_at=last, is_all_day=True)

    assert format_weekday(dt.date(2031, 5, 7), "en") in rows(client, calendar)["Mustand"]


def test_the_list_is_put_in_the_order_of_dates_and_searched(client, calendar):
    orders = []
    for order in ("eventpage__starts_at", "-eventpage__starts_at"):
        html = client.get(f"{calendar}?ordering={order}").content.decode()
        orders.append(html.index("Olnud") < html.index("Jääb ära"))
    searched = client.get(f"{calendar}?q=Olnud&ordering=eventpage__starts_at")

    assert orders == [True, False]
    assert searched.status_code == 200


def test_other_lists_have_no_dates(client, calendar, homes):
    with public_change():
        section = NewsIndexPageFactory(parent=homes["et"], title="Uudised")

    html = client.get(reverse("wagtailadmin_explore", args=[section.pk])).content.decode()

    assert "eventpage__starts_at" not in html


def test_more_events_cost_no_more(client, calendar):
    costs = []
    for number in range(8):
        with public_change():
            EventPageFactory(title=f"Laat {number}", published=number % 2 == 0)
        if number in {1, 7}:
            client.get(calendar)
            with CaptureQueriesContext(connection) as queries:
                client.get(calendar)
            costs.append(sum(not OF_LOCALIZE.search(one["sql"]) for one in queries))

    assert costs[0] == costs[1]
