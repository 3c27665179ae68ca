"""On its day of checking, a page waits for who is responsible for it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from home.models import AccessibilityStatementPage
from kogu.demo.factories import (
    AccessibilityStatementPageFactory,
    EventPageFactory,
    InformationPageFactory,
)
from kogu.editorial.review_reminders import old_statements, to_check
from tests.translation.conftest import user_in


@pytest.fixture
def editor(homes):
    return user_in("editor", "Editors")


def day(number):
    return timezone.localdate() + dt.timedelta(days=number)


def test_pages_of_every_kind_wait_from_their_day_on(editor):
    today = InformationPageFactory(responsible=editor, review_by=day(0))
    late = EventPageFactory(responsible=editor, review_by=day(-30))
    InformationPageFactory(responsible=editor, review_by=day(1))
    InformationPageFactory(responsible=editor)

    assert {page.pk for page in to_check(editor)} == {today.pk, late.pk}


def test_they_wait_for_nobody_else(editor):
    InformationPageFactory(responsible=editor, review_by=day(0))

    assert to_check(user_in("reviewer", "Reviewers")) == []


def test_the_start_of_the_admin_asks(client, editor):
    client.force_login(editor)
    page = InformationPageFactory(responsible=editor, review_by=day(0))

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Are these pages still right?" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_without_any_it_says_nothing(client, editor):
    client.force_login(editor)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Are these pages still right?" not in html


def test_many_cost_as_much_as_one(editor, django_assert_num_queries):
    for _each in range(3):
        InformationPageFactory(responsible=editor, review_by=day(0))

    with django_assert_num_queries(1):
        to_check(editor)


def statement(days, **values):
    return AccessibilityStatementPageFactory(reviewed_on=day(-days), **values)


def test_a_statement_waits_once_a_year_has_passed(editor):
    old = statement(366, responsible=editor)
    statement(365, responsible=editor)

    assert [page.pk for page in old_statements(editor)] == [old.pk]


def test_the_year_ends_at_midnight_where_the_region_is(db):
    page = AccessibilityStatementPage(reviewed_on=dt.date(2025, 11, 21))

    with time_machine.travel(dt.datetime(2026, 11, 21, 21, 59, tzinfo=dt.UTC)):
        assert not page.is_old()
    with time_machine.travel(dt.datetime(2026, 11, 21, 22, 1, tzinfo=dt.UTC)):
        assert page.is_old()


def test_a_statement_that_nobody_answers_for_waits_for_those_who_publish(editor):
    old = statement(400)
    publisher = user_in("publisher", "Publishing editors")

    assert old_statements(editor) == []
    assert [page.pk for page in old_statements(publisher)] == [old.pk]


def test_the_start_of_the_admin_asks_for_the_statement(client, editor):
    client.force_login(editor)
    old = statement(400, responsible=editor)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "write the day into the statement" in html
    assert reverse("wagtailadmin_pages:edit", args=[old.pk]) in html
