"""A relation names the item: it is told both ways, and in every language."""

import datetime as dt

import pytest
from django.utils import timezone

from directory.models import (
    EventCluster,
    Membership,
    NewsCluster,
    NewsPerson,
    PageOrganisation,
    PageTopic,
    ProjectCluster,
)
from directory.periodic import sync_memberships
from kogu.content.models import Relation
from kogu.delivery.changes import public_change
from kogu.delivery.models import Change
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.directory import (
    ClusterPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlaceFactory,
    TopicFactory,
)
from kogu.demo.factories.pages import NewsPageFactory
from kogu.demo.factories.projects import ProjectPageFactory
from kogu.demo.factories.publishing import fresh

from .public_views import card_of, changed, shown, titles, translated

pytestmark = pytest.mark.django_db


def related(instance, kind, locale=None):
    return [
        title
        for group in shown(instance, locale).related
        if group.kind == kind
        for title in titles(group.cards)
    ]


def test_latvian_news_may_name_what_exists_only_in_estonian(homes):
    office = OrganisationPageFactory(title="Arenduskeskus")
    news = NewsPageFactory(title="Ziņa", locale="lv", organisations=[(office, "about")])

    named = shown(news).named[0].card

    assert (named.title, named.locale, named.is_foreign) == ("Arenduskeskus", "et", True)
    assert named.language_name
    assert related(office, "news") == ["Ziņa"]


def test_what_is_named_is_shown_in_the_language_of_the_reader(homes):
    office = OrganisationPageFactory(title="Arenduskeskus")
    latvian = translated(office, "lv", title="Attīstības centrs")
    news = NewsPageFactory(title="Uudis", organisations=[office])

    assert shown(news).named[0].card.title == "Arenduskeskus"
    assert shown(news, "lv").named[0].card.title == "Attīstības centrs"

    with public_change():
        latvian.unpublish()

    assert shown(news, "lv").named[0].card.title == "Arenduskeskus"


def test_news_events_and_projects_of_a_cluster_are_shown_both_ways(homes):
    cluster = ClusterPageFactory(title="Puiduklaster")
    news = NewsPageFactory(title="Uudis", news_clusters=[NewsCluster(cluster=cluster)])
    event = EventPageFactory(title="Õhtu", event_clusters=[EventCluster(cluster=cluster)])
    project = ProjectPageFactory(
        title="Kangad teel", project_clusters=[ProjectCluster(cluster=cluster)]
    )

    assert related(cluster, "news") == ["Uudis"]
    assert related(cluster, "event") == ["Õhtu"]
    assert related(cluster, "project") == ["Kangad teel"]
    for page in (news, event, project):
        assert "Puiduklaster" in titles(n.card for n in shown(page).named)


def test_what_is_unpublished_is_named_nowhere(homes):
    office = OrganisationPageFactory(title="Arenduskeskus")
    person = PersonFactory(name="Mari Maasikas")
    news = NewsPageFactory(
        organisations=[office], news_people=[NewsPerson(person=person)], topics=[TopicFactory()]
    )
    assert len(shown(news).named) == 3

    with public_change():
        for instance in (office, person):
            fresh(instance).unpublish()

    assert [n.card.kind for n in shown(news).named] == ["topic"]


def test_rows_left_empty_do_not_stop_a_draft(homes):
    news = NewsPageFactory(
        page_topics=[PageTopic()], page_organisations=[PageOrganisation()], published=True
    )

    assert shown(news).named == ()
    assert news.page_topics.count() == 1


def test_rows_keep_their_order(homes):
    topics = [TopicFactory(name=name) for name in ("Toit", "Aed", "Mets")]

    assert titles(shown(NewsPageFactory(topics=topics)).topics) == ["Toit", "Aed", "Mets"]


def test_a_thing_named_twice_is_shown_once(homes):
    topic = TopicFactory(name="Toit")
    news = NewsPageFactory(topics=[topic, translated(topic, "lv", name="Pārtika")])

    assert titles(shown(news).topics) == ["Toit"]
    assert Relation.objects.filter(relation="topic").count() == 1


def test_a_member_who_leaves_with_the_day_is_told_by_the_hourly_work(homes, time_machine):
    mill, brewery = OrganisationPageFactory(), OrganisationPageFactory()
    today = timezone.localdate()
    cluster = ClusterPageFactory(
        memberships=[
            Membership(organisation=mill, until=today),
            Membership(organisation=brewery, since=today + dt.timedelta(days=1)),
        ]
    )
    assert titles(shown(mill).member_of) == [cluster.title]

    time_machine.move_to(timezone.now() + dt.timedelta(days=1))
    sync_memberships()

    assert shown(mill).member_of == ()
    assert titles(shown(brewery).member_of) == [cluster.title]
    told = Change.objects.count()
    sync_memberships()
    assert Change.objects.count() == told


def test_an_event_says_the_new_name_of_its_venue(homes):
    hall = PlaceFactory(name="Rahvamaja", place_kind="venue")
    event = EventPageFactory(venue=hall)

    changed(hall, name="Kultuurimaja")

    assert card_of(event).place == "Kultuurimaja"
