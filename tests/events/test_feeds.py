"""Whoever follows a section, a topic or a language is told of its news and of events to come."""

import datetime as dt
import re
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import PageTopic, Topic
from kogu.delivery.changes import public_change

from .conftest import publish, translate

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def entries(client, url):
    """The feed's entries by title."""
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    # Our own words, just made: nothing foreign is parsed.
    root = ElementTree.fromstring(response.content)  # noqa: S314 our own answer
    return {entry.findtext(f"{ATOM}title"): entry for entry in root.iter(f"{ATOM}entry")}


@pytest.fixture
def event(make_event):
    return make_event("Laat", "2031-07-04 18:00", "2031-07-04 20:00", summary="Kõik tulevad.")


@pytest.fixture
def topic(locales, homes):
    from directory.models import TopicIndexPage

    with public_change():
        index = homes["et"].add_child(
            instance=TopicIndexPage(title="Teemad", slug="teemad", locale=locales["et"])
        )
        index.save_revision().publish()
        topic = Topic(name="Käsitöö", slug="kasitoo", locale=locales["et"])
        topic.save()
        topic.save_revision().publish()
    return topic


def test_a_calendar_tells_of_events_to_come_with_time_and_place(client, event):
    entry = entries(client, "/et/calendar/feed/")["Laat"]

    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{event.public_url()}"
    summary = entry.findtext(f"{ATOM}summary")
    assert "4. juuli 2031" in summary
    assert "Keskväljak 1, Rapla" in summary
    assert "Kõik tulevad." in summary


def test_what_is_over_is_told_no_more_though_nothing_changed(client, event):
    etag = client.get("/et/calendar/feed/")["ETag"]

    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1), tick=False):
        response = client.get("/et/calendar/feed/", headers={"if-none-match": etag})
        assert response.status_code == 200
        assert entries(client, "/et/calendar/feed/") == {}


def test_a_cancelled_event_keeps_its_id_and_says_so(client, event):
    before = entries(client, "/et/calendar/feed/")["Laat"]

    publish(event, status="cancelled", status_reason="Torm")
    (title, after), *others = entries(client, "/et/calendar/feed/").items()

    assert not others
    assert title == "Tühistatud: Laat"
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}updated") >= before.findtext(f"{ATOM}updated")


def test_events_in_other_languages_are_told_once_and_say_their_language(client, event):
    assert entries(client, "/lv/calendar/feed/")["Laat"].get(f"{XML}lang") == "et"
    assert entries(client, "/lv/calendar/feed/?language=mine") == {}

    translate(event, "lv", title="Gadatirgus")

    (told,) = entries(client, "/lv/calendar/feed/").items()
    assert told[0] == "Gadatirgus"
    assert f"{XML}lang" not in told[1].attrib


def test_a_language_tells_of_its_news_and_of_events(client, news, event):
    assert set(entries(client, "/et/feed/")) == {news.title, "Laat"}
    assert set(entries(client, "/pl/feed/")) == {"Laat"}
    assert set(entries(client, "/et/uudised/feed/")) == {news.title}
    assert 'href="/et/feed/"' in client.get("/et/").content.decode()


def test_a_topic_tells_of_what_is_about_it(client, topic, news, event, make_event):
    make_event("Muu", "2031-07-05 18:00")
    assert entries(client, f"{topic.public_url()}feed/") == {}
    assert "feed/" not in client.get(topic.public_url()).content.decode()

    for page in (news, event):
        page.page_topics.add(PageTopic(topic=topic))
        publish(page) if page is event else _publish(page)

    assert set(entries(client, f"{topic.public_url()}feed/")) == {news.title, "Laat"}
    assert f'href="{topic.public_url()}feed/"' in client.get(topic.public_url()).content.decode()


def _publish(page):
    with public_change():
        page.save_revision().publish()


def test_an_expired_event_is_not_told(client, event):
    publish(event, expire_at=event.starts_at - dt.timedelta(days=400))

    with time_machine.travel(event.starts_at - dt.timedelta(days=399), tick=False):
        assert entries(client, "/et/calendar/feed/") == {}
        assert entries(client, "/et/feed/") == {}


def test_a_feed_costs_the_same_however_many_events(client, event, make_event):
    def cost():
        client.get("/et/calendar/feed/")
        publish(event)
        with CaptureQueriesContext(connection) as queries:
            entries(client, "/et/calendar/feed/")
        return len(queries)

    of_one = cost()
    for day in range(1, 9):
        make_event(f"Päev {day}", f"2031-07-0{day} 18:00")

    assert cost() == of_one
    assert len(entries(client, "/et/calendar/feed/")) == 9


def test_what_appeared_last_stands_first_whatever_changed_since(client, make_event):
    made = []
    for day, title in enumerate(("Esimene", "Teine", "Kolmas"), start=1):
        with time_machine.travel(f"2026-11-0{day} 09:00+00:00", tick=False):
            made.append(make_event(title, "2031-07-04 18:00"))
    with time_machine.travel("2026-11-09 09:00+00:00", tick=False):
        publish(made[0], summary="Muudetud.")

    for url in ("/et/calendar/feed/", "/et/feed/"):
        assert list(entries(client, url)) == ["Kolmas", "Teine", "Esimene"]


def test_a_feed_keeps_the_filters_of_its_list(client, calendars, event, make_event):
    make_event("Kontsert", "2031-08-01 18:00", event_kind="concert")
    page = client.get("/et/calendar/", {"kind": "concert", "when": "today"}).content.decode()

    assert 'href="/et/calendar/feed/?kind=concert"' in page
    assert set(entries(client, "/et/calendar/feed/?kind=concert")) == {"Kontsert"}

    whole, narrowed = (
        ElementTree.fromstring(client.get(url).content)  # noqa: S314 our own answer
        for url in ("/et/calendar/feed/", "/et/calendar/feed/?kind=concert&when=today&utm_x=1")
    )
    assert narrowed.findtext(f"{ATOM}title").startswith("Calendar et: Concert – ")
    assert narrowed.findtext(f"{ATOM}id") != whole.findtext(f"{ATOM}id")
    assert [link.get("href") for link in narrowed.iterfind(f"{ATOM}link")] == [
        "http://testserver/et/calendar/?kind=concert",
        "http://testserver/et/calendar/feed/?kind=concert",
    ]


def test_the_feed_of_news_keeps_the_lists_filters(client, topic, news, section):
    page = client.get("/et/uudised/", {"topic": "kasitoo"}).content.decode()

    assert 'href="/et/uudised/feed/?topic=kasitoo"' in page
    assert entries(client, "/et/uudised/feed/?topic=kasitoo") == {}

    news.page_topics.add(PageTopic(topic=topic))
    _publish(news)
    assert set(entries(client, "/et/uudised/feed/?topic=kasitoo")) == {news.title}
    assert entries(client, "/et/uudised/feed/?year=1999") == {}


def test_entries_carry_the_whole_text_with_whole_addresses(client, news, event):
    text = f'<p>Tule <a linktype="page" id="{event.pk}">laadale</a>.</p><p>Teine lõik.</p>'
    news.story = [("heading", {"text": "Kava", "level": 2}), ("rich_text", {"text": text})]
    _publish(news)
    event.story = [
        ("accordion", {"items": [{"title": "Kus?", "text": "<p>Kesklinnas.</p>"}]}),
        ("quote", {"text": "Hea & odav", "attribution": "Mari"}),
    ]
    publish(event)

    told = entries(client, "/et/feed/")
    content = told[news.title].find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert f'<a href="http://testserver{event.public_url()}">laadale</a>' in content.text
    assert "<p>Teine lõik.</p>" in content.text
    of_event = told["Laat"].findtext(f"{ATOM}content")
    assert "<dd>reede, 4. juuli 2031, 18:00–20:00</dd>" in of_event
    assert "<p>Kõik tulevad.</p>" in of_event
    assert "Hea &amp; odav" in of_event
    assert "<summary>Kus?</summary>" in of_event
    for html in (content.text, of_event):
        assert not re.search(r'(href|src)="/|class=|style=|<script|<div', html)
