"""Topics have an address in each language and gather what is about them or what is below them."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Topic
from kogu.content.trees import descendants
from kogu.delivery.clock import shared_reading
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.directory import (
    OrganisationPageFactory,
    TopicFactory,
    TopicIndexPageFactory,
)
from kogu.demo.factories.pages import NewsPageFactory
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .public_views import card_of, changed, shown, titles, translated

pytestmark = pytest.mark.django_db


def test_a_topic_stands_below_its_section(homes, client):
    TopicIndexPageFactory(slug="teemad")
    topic = TopicFactory(name="Puidutöö", description="Kõik puust.")

    response = client.get("/et/teemad/puidutoo/")

    assert topic.public_url() == "/et/teemad/puidutoo/"
    assert response.status_code == 200
    assert "Kõik puust." in response.content.decode()


def test_a_topic_without_a_section_has_no_address(homes):
    assert card_of(TopicFactory()).url == ""


def test_topics_move_with_their_section(homes):
    section = TopicIndexPageFactory(slug="teemad")
    topic = TopicFactory(name="Toit")

    changed(section, slug="valdkonnad")

    assert card_of(topic).url == "/et/valdkonnad/toit/"


def test_a_short_name_is_made_from_the_name_and_never_taken_twice(homes):
    first, second = TopicFactory(name="Łódź ja õlu"), TopicFactory(name="Łódź ja õlu")

    assert (first.slug, second.slug) == ("lodz-ja-olu", "lodz-ja-olu-2")


def test_a_short_name_of_another_topic_in_the_language_is_refused(homes):
    TopicFactory(name="Toit", slug="toit")
    same = Topic(name="Söök", slug="toit", locale=locale_of("et"))

    with pytest.raises(ValidationError) as refused:
        same.full_clean()

    assert list(refused.value.message_dict) == ["slug"]
    Topic(name="Pārtika", slug="toit", locale=locale_of("lv")).full_clean()


def test_a_topic_cannot_belong_under_itself_in_any_language(homes):
    craft = TopicFactory(name="Käsitöö")
    weaving = TopicFactory(name="Kudumine", parent=craft)
    craft.parent = translated(weaving, "lv", name="Aušana")

    with pytest.raises(ValidationError) as refused:
        craft.full_clean()

    assert list(refused.value.message_dict) == ["parent"]


def test_a_topic_gathers_what_is_about_those_below_it(homes):
    TopicIndexPageFactory()
    craft = TopicFactory(name="Käsitöö")
    weaving = TopicFactory(name="Kudumine", parent=craft)
    NewsPageFactory(title="Kangrud kohtusid", topics=[weaving])
    OrganisationPageFactory(title="Kangakoda", topics=[craft])

    view = shown(craft)

    assert titles(view.below) == ["Kudumine"]
    assert titles(shown(weaving).above) == ["Käsitöö"]
    groups = {group.kind: group for group in view.groups}
    assert titles(groups["news"].cards) == ["Kangrud kohtusid"]
    assert titles(groups["organisation"].cards) == ["Kangakoda"]
    assert descendants("topic", craft.translation_key) == {
        craft.translation_key,
        weaving.translation_key,
    }


def test_a_topic_shows_a_handful_and_where_the_rest_is_listed(homes):
    topic = TopicFactory(name="Toit", slug="toit")
    for _each in range(8):
        OrganisationPageFactory(topics=[topic])

    group = next(g for g in shown(topic).groups if g.kind == "organisation")

    assert (len(group.cards), group.total) == (6, 8)
    assert group.more_url.endswith("?topic=toit")


def test_an_event_of_today_with_an_open_end_is_still_to_come(homes):
    topic = TopicFactory(name="Toit")
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    EventPageFactory(title="Täna", starts_at=today, ends_at=None, topics=[topic])
    yesterday = today - dt.timedelta(hours=6)
    EventPageFactory(title="Eile", starts_at=yesterday, ends_at=None, topics=[topic])

    groups = {str(group.heading): titles(group.cards) for group in shown(topic).groups}

    assert groups == {"Coming events": ["Täna"], "Past events": ["Eile"]}


def test_an_event_of_a_past_period_is_not_to_come(homes):
    topic = TopicFactory(name="Toit")
    EventPageFactory(title="Eile", starts_at=timezone.now() - dt.timedelta(days=2), topics=[topic])
    for title, day in (("Ammu", dt.date(2021, 4, 1)), ("Kunagi", dt.date(2050, 4, 1))):
        EventPageFactory(title=title, starts_at=None, ends_at=None, period_from=day, topics=[topic])

    groups = {str(group.heading): titles(group.cards) for group in shown(topic).groups}

    assert groups == {"Coming events": ["Kunagi"], "Past events": ["Eile", "Ammu"]}


def test_facts_are_shown_in_every_language_news_in_the_readers_own(homes):
    topic = TopicFactory(name="Toit")
    latvian = translated(topic, "lv", name="Pārtika")
    OrganisationPageFactory(title="Köök", topics=[topic])
    NewsPageFactory(title="Turg avati", topics=[topic])

    groups = {group.kind: group for group in shown(latvian).groups}

    assert titles(groups["organisation"].cards) == ["Köök"]
    assert groups["organisation"].cards[0].is_foreign
    assert "news" not in groups


def test_the_section_shows_the_tree_in_the_alphabet_of_the_language(homes, client):
    section = TopicIndexPageFactory(slug="teemad")
    craft = TopicFactory(name="Õmblemine")
    TopicFactory(name="Zooloogia")
    TopicFactory(name="Vaibad", parent=craft)

    nodes = shown(section).nodes

    assert [node.title for node in nodes] == ["Zooloogia", "Õmblemine"]
    assert [node.title for node in nodes[1].children] == ["Vaibad"]
    assert "Vaibad" in client.get("/et/teemad/").content.decode()


def test_a_draft_topic_is_nowhere(homes):
    topic = TopicFactory(name="Mustand", published=False)

    assert card_of(topic) is None


def test_one_item_and_twelve_cost_the_same(homes, client):
    TopicIndexPageFactory(slug="teemad")
    topic = TopicFactory(name="Toit")
    OrganisationPageFactory(topics=[topic])
    alone = _queries(client, topic)
    for _each in range(11):
        OrganisationPageFactory(topics=[TopicFactory(parent=topic)])

    assert _queries(client, topic) == alone


def test_many_topics_cost_as_much_as_one(homes):
    TopicIndexPageFactory()
    made = [TopicFactory() for _each in range(5)]
    shown(made[0])

    def queries(topics):
        with CaptureQueriesContext(connection) as captured, shared_reading():
            rows = presenter_of(Topic).queryset().filter(pk__in=[t.pk for t in topics])
            views = present_many(list(rows), Reader("et"))
        assert all(view.url for view in views)
        return len(captured)

    assert queries(made) == queries(made[:1])


def _queries(client, topic):
    client.get(topic.public_url())
    with CaptureQueriesContext(connection) as captured:
        assert client.get(topic.public_url()).status_code == 200
    return len(captured)
