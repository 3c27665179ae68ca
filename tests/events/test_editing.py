"""Staff write events in the time of the place, and begin the news when an event is over."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from events.date_texts import session_text
from events.forms import into_the_night
from events.models import EventPage, EventSession
from home.models import NewsIndexPage, NewsPage
from kogu.accounts.models import User
from kogu.content.clock_fields import ClockField
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change

from .conftest import moment, publish


@pytest.fixture
def boss(db):
    return User.objects.create_superuser(username="boss", email="boss@example.org", password="x")


@pytest.fixture
def news_section(homes):
    section = NewsIndexPage(title="Uudised", slug="uudised", locale=homes["et"].locale)
    with public_change():
        homes["et"].add_child(instance=section)
        section.save_revision().publish()
    return section


def editor_of(page, name="editor"):
    """Somebody who may add and edit below a page, and nowhere else."""
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user(username=name, email=f"{name}@example.org", password="x")
    user.groups.add(group)
    return user


def filled_in(html):
    """The form's fields as a browser would send them back."""
    form = BeautifulSoup(html, "html.parser").select_one("form[data-edit-form]")
    data = {"story-count": "0"}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.get("type") in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            option = field.select_one("option[selected]")
            data[field["name"]] = option.get("value", "") if option else ""
        else:
            data[field["name"]] = field.get("value", field.text if field.name != "input" else "")
    return {name: value for name, value in data.items() if "__prefix__" not in name}


def edit(client, event, **changes):
    """Open the editor and save the draft with these changes."""
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])
    data = filled_in(client.get(url).content.decode())
    return client.post(url, {**data, **changes})


def drafted(event):
    return EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()


def test_clock_times_are_those_of_the_place(client, boss, make_event):
    client.force_login(boss)
    event = make_event(starts="2036-12-01 18:00", time_zone="Europe/Warsaw")
    html = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()

    assert filled_in(html)["starts_at"] == "01.12.2036 18:00"
    assert edit(client, event, ends_at="2036-12-01 20:00").status_code == 302
    assert drafted(event).starts_at == moment("2036-12-01 18:00", "Europe/Warsaw")
    assert drafted(event).ends_at == moment("2036-12-01 20:00", "Europe/Warsaw")


def test_a_new_zone_keeps_the_clock_time(client, boss, make_event):
    client.force_login(boss)
    event = make_event(starts="2036-12-01 18:00")

    edit(client, event, time_zone="America/New_York")

    assert drafted(event).starts_at == moment("2036-12-01 18:00", "America/New_York")


def test_saving_without_a_change_changes_nothing(client, boss, make_event):
    client.force_login(boss)
    event = make_event(starts="2036-12-01 18:00", held_in=["et", "lv"])
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])

    page = BeautifulSoup(client.get(url).content.decode(), "html.parser")
    ticked = [box["value"] for box in page.select("input[name=held_in][checked]")]

    assert ticked == ["et", "lv"]


def test_an_hour_that_the_clocks_skip_is_said_at_its_field(client, boss, make_event):
    client.force_login(boss)
    event = make_event(starts="2036-03-30 02:00")

    response = edit(client, event, starts_at="2036-03-30 03:30")

    assert client.get(response["Location"]).context["form"].errors["starts_at"]


def test_an_hour_that_comes_twice_is_the_first(client, boss, make_event):
    client.force_login(boss)
    event = make_event(starts="2036-10-26 02:00")

    edit(client, event, starts_at="2036-10-26 03:30")

    assert drafted(event).starts_at.astimezone(dt.UTC).isoformat() == "2036-10-26T00:30:00+00:00"


def test_what_cannot_be_is_said_in_the_editor_with_nothing_lost(client, boss, make_event):
    client.force_login(boss)
    event = make_event("Forum", "2036-12-01 18:00")

    response = edit(client, event, title="Forum of makers", ends_at="2036-12-01 17:00")

    opened = client.get(response["Location"])
    assert "ends_at" in {problem.field for problem in problems(drafted(event))}
    assert opened.context["form"]["title"].value() == "Forum of makers"
    assert drafted(event).ends_at.isoformat() == "2036-12-01T17:00:00+02:00"


@time_machine.travel("2026-11-21 10:00+00:00")
def test_the_report_begins_with_the_events_facts(client, boss, news_section, make_event):
    client.force_login(boss)
    event = make_event("Ärifoorum", "2026-11-20 18:00", participants=40)
    url = reverse("kogu_events_write_report", args=[event.pk])
    assert client.get(url).status_code == 200
    assert not NewsPage.objects.exists()

    response = client.post(
        url, {"title": "Foorum tõi kokku 40 inimest", "section": news_section.pk}
    )

    news = NewsPage.objects.get()
    draft = news.get_latest_revision_as_object()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[news.pk])
    assert not news.live
    assert draft.title == "Foorum tõi kokku 40 inimest"
    assert [row.event_id for row in draft.news_events.all()] == [event.pk]
    text = draft.story.raw_data[0]["value"]["text"]
    assert "20. november 2026" in text
    assert "40" in text


@time_machine.travel("2026-11-21 10:00+00:00")
def test_the_way_to_the_report_is_shown_only_on_past_events(client, boss, news_section, make_event):
    client.force_login(boss)
    past, coming = make_event(starts="2026-11-20 18:00"), make_event(starts="2026-12-20 18:00")

    def offers(event):
        url = reverse("wagtailadmin_pages:edit", args=[event.pk])
        report = reverse("kogu_events_write_report", args=[event.pk])
        return report in client.get(url).content.decode()

    assert offers(past)
    assert not offers(coming)
    refused = client.get(reverse("kogu_events_write_report", args=[coming.pk]))
    assert refused.status_code == 302


@time_machine.travel("2026-11-21 10:00+00:00")
def test_nobody_writes_reports_where_they_may_not_write(
    client, calendars, homes, news_section, make_event
):
    event = make_event(starts="2026-11-20 18:00")
    url = reverse("kogu_events_write_report", args=[event.pk])
    data = {"title": "Stolen", "section": news_section.pk}

    for user, expected in [
        (editor_of(homes["lv"], "latvian"), 404),
        (editor_of(calendars["et"], "calendar"), 302),
    ]:
        client.force_login(user)
        assert client.post(url, data).status_code == expected
    client.logout()
    assert client.post(url, data).status_code == 302
    assert not NewsPage.objects.exists()


@time_machine.travel("2026-11-21 10:00+00:00")
def test_the_report_takes_over_what_the_event_belongs_to(
    client, boss, news_section, make_event, locales
):
    from directory.models import PagePlace, PageTopic, Place, Topic

    client.force_login(boss)
    with public_change():
        topic = Topic(name="Käsitöö", locale=locales["et"])
        topic.save()
        place = Place(name="Rapla", locale=locales["et"])
        place.save()
    event = make_event(starts="2026-11-20 18:00", live=False)
    event.page_topics.add(PageTopic(topic=topic))
    event.page_places.add(PagePlace(place=place))
    event = publish(event)

    url = reverse("kogu_events_write_report", args=[event.pk])
    client.post(url, {"title": "Aruanne", "section": news_section.pk})

    draft = NewsPage.objects.get().get_latest_revision_as_object()
    assert [row.topic_id for row in draft.page_topics.all()] == [topic.pk]
    assert [row.place_id for row in draft.page_places.all()] == [place.pk]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2036-12-01 24:00", "2036-12-02 00:00"),
        ("2036-12-01 02:00", "2036-12-02 02:00"),
        ("2036-12-01 23:00", "2036-12-01 23:00"),
    ],
)
def test_an_evening_may_last_into_the_night(client, boss, make_event, typed, meant):
    client.force_login(boss)
    event = make_event(starts="2036-12-01 18:00")

    edit(client, event, ends_at=typed)

    assert drafted(event).ends_at == moment(meant)


def test_an_end_that_may_be_a_slip_is_not_moved():
    start, end = moment("2036-12-01 10:00"), moment("2036-12-01 09:00")

    assert into_the_night(start, end, ZoneInfo("Europe/Tallinn")) == end


@pytest.mark.parametrize(("starts", "ends"), [("22:00", "24:00"), ("22:00", "01:00")])
def test_a_session_may_last_into_the_night(db, starts, ends):
    session = EventSession(
        title="Dance", starts=ClockField().clean(starts), ends=ClockField().clean(ends)
    )

    session.clean()

    said = session_text(session, EventPage(time_zone="Europe/Tallinn"), "et").text
    assert said == f"{starts}–{ends}"
