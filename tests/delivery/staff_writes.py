"""What staff post in the admin, and that exactly the expected changes are told of it."""

from contextlib import contextmanager

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import InformationPage
from kogu.content.card_sync import rebuild
from kogu.content.models import Card
from kogu.delivery import clock
from kogu.delivery.changes import public_change
from tests import public_write_guard

from .public_rows import digest

pytestmark = pytest.mark.django_db


@contextmanager
def exactly(*expected, ticks=None):
    """The changes told inside are those between the digests before and after, and these."""
    before, tick = digest(), clock.now_tick()
    yield
    told = public_write_guard.recorded_since(tick)
    assert len(told) == len(set(told))
    assert set(told) == public_write_guard.differences(before, digest())
    assert sorted(action for action, _ref in told) == sorted(expected)
    assert clock.now_tick() - tick == (len(set(expected)) > 0 if ticks is None else ticks)
    assert_cards_are_right()


def assert_cards_are_right():
    """Cards written along the way equal cards made anew."""
    columns = [f.attname for f in Card._meta.concrete_fields if f.name != "id"]
    kept = set(map(str, Card.objects.values_list(*columns)))
    with public_change():
        rebuild()
    assert kept == set(map(str, Card.objects.values_list(*columns)))


def below(page):
    return InformationPage.objects.child_of(page).get()


def edit_form(client, page):
    """The edit form as the browser would send it back, unchanged."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    form = BeautifulSoup(html, "html.parser").select_one("#page-edit-form")
    data = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.get("type") not in ("submit", "file"):
            data[field["name"]] = field.get("value", "") if field.name == "input" else field.text
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]") or field.select_one("option")
        data[field["name"]] = chosen["value"] if chosen else ""
    story = nested_form_data(
        {"story": streamfield([("rich_text", {"text": rich_text("<p>Tere.</p>")})])}
    )
    return data | story


def post(client, name, *arguments, **data):
    response = client.post(reverse(f"wagtailadmin_pages:{name}", args=arguments), data)
    assert response.status_code in (200, 302), response.content[:500]
    return response


def bulk(client, action, *pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    response = client.post(f"{url}?{ids}&next=/admin/", data)
    assert response.status_code == 302, response.content[-3000:]
