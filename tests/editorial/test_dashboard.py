"""The start of the admin says what waits for whoever signs in, at a fixed cost."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory.models import ProjectPage
from events.models import EventPage
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import EventPageFactory, NewsPageFactory
from kogu.demo.factories.base import section_for
from kogu.editorial.dashboard import to_translate
from kogu.editorial.home_panels import upcoming_days
from kogu.translation import targets
from tests.editorial.news_forms import create
from tests.translation.conftest import begun, sections, user_in  # noqa: F401 fixtures


@pytest.fixture
def start(client):
    """What somebody sees first."""

    def look(user):
        client.force_login(user)
        return client.get(reverse("wagtailadmin_home")).content.decode()

    return look


def test_nothing_waits_and_it_says_so(start, homes):
    assert "Nothing is waiting for you." in start(user_in("editor", "Editors"))


def test_an_own_draft_that_lacks_something_waits(client, start, section):
    editor = user_in("editor", "Editors")
    client.force_login(editor)
    create(client, section, "Pooleli", "")

    html = start(editor)

    assert "Your drafts" in html
    assert "Nothing is waiting for you." not in html


def test_every_draft_of_ones_own_is_listed_once(client, start, section):
    editor = user_in("editor", "Editors")
    client.force_login(editor)
    for number in range(7):
        create(client, section, f"Pooleli {number}", "Sõnad.")
    create(client, section, "Esitatud", "Sõnad.", **{"action-submit": "1"})

    html = start(editor).partition('id="what-waits-section"')[2].partition("</section>")[0]

    assert [html.count(f">Pooleli {number}<") for number in range(7)] == [1] * 7
    assert "Your work in review" in html
    assert html.count(">Esitatud<") == 1


def test_a_review_waits_for_reviewers_only(client, start, section):
    editor, reviewer = user_in("editor", "Editors"), user_in("reviewer", "Reviewers")
    client.force_login(editor)
    create(client, section, "Uus", "Sõnad.", **{"action-submit": "1"})

    assert "1 item waits for your review" in start(reviewer)
    assert "for your review" not in start(editor)


def test_what_was_sent_back_waits_with_the_reviewers_words(client, start, section):
    editor, reviewer = user_in("editor", "Editors"), user_in("reviewer", "Reviewers")
    client.force_login(editor)
    page, _response = create(client, section, "Uus", "Sõnad.", **{"action-submit": "1"})
    task = page.current_workflow_task_state
    task.task.specific.on_action(task, reviewer, "reject", comment="Lisa kuupäev.")

    html = start(editor)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    beside = client.get(edit).content.decode()

    assert "Sent back to you" in html
    assert "<q>Lisa kuupäev.</q>" in html
    assert "reviewer asked for changes." in beside
    assert "<q>Lisa kuupäev.</q>" in beside
    assert "Sent back to you" not in start(reviewer)

    client.force_login(editor)
    page.current_workflow_state.resume(editor)

    assert "Sent back to you" not in start(editor)
    assert "asked for changes" not in client.get(edit).content.decode()


def test_words_wait_for_those_who_hold_the_language(start, begun):
    latvian = user_in("latvian", "Translators: Latvian")
    polish = user_in("polish", "Translators: Polish")

    assert "Texts to translate" in start(latvian)
    assert "Texts to translate" not in start(polish)


def test_ten_translations_cost_what_one_costs(begun, sections, section, locales):
    latvian = user_in("latvian", "Translators: Latvian")

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = to_translate(latvian)
        return sum(group.number for group in found), len(queries)

    to_translate(latvian)
    one, before = cost()
    for number in range(9):
        with public_change():
            targets.start(NewsPageFactory(parent=section, title=f"Uudis {number}"), [locales["lv"]])
    ten, after = cost()

    assert (one, ten) == (1, 10)
    assert after <= before


BUTTONS = {"Editors": 3, "Translators: Latvian": 0}


@pytest.mark.parametrize("group", BUTTONS)
def test_buttons_begin_what_somebody_may_write(client, start, homes, group):
    with public_change():
        for model in (NewsPage, EventPage, ProjectPage):
            section_for(model, "et")
    html = start(user_in("somebody", group))

    forms = re.findall(
        r'href="(/admin/pages/add/(?:home/newspage|events/eventpage|directory/projectpage)/\d+/)"',
        html,
    )

    assert len(forms) == BUTTONS[group]
    assert {client.get(form).status_code for form in forms} <= {200}


def test_events_of_the_next_days_stand_on_the_start(start, homes):
    now = timezone.now()
    with public_change():
        EventPageFactory(title="Homme", starts_at=now + dt.timedelta(days=1), ends_at=None)
        EventPageFactory(
            title="Ära jäetud",
            starts_at=now + dt.timedelta(days=2),
            ends_at=None,
            status="cancelled",
        )
        EventPageFactory(title="Kaugel", starts_at=now + dt.timedelta(days=20), ends_at=None)

    html = start(user_in("editor", "Editors"))

    assert "Coming days" in html
    assert "When(" not in html
    assert ">Homme<" in html
    assert re.search(r">Ära jäetud<.*Cancelled", html)
    assert ">Kaugel<" not in html


def test_ten_coming_events_cost_what_one_costs(homes):
    editor = user_in("editor", "Editors")
    costs = []
    for number in range(10):
        with public_change():
            EventPageFactory(title=f"Laat {number}", starts_at=timezone.now(), ends_at=None)
        if number in {0, 9}:
            upcoming_days(editor)
            with CaptureQueriesContext(connection) as queries:
                assert len(upcoming_days(editor)) == number + 1
            costs.append(len(queries))

    assert costs[0] == costs[1]
