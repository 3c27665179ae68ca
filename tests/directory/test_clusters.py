"""Clusters: what they are for, who belongs to them and who made them possible."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import (
    ClusterFounder,
    ClusterGoal,
    ClusterPage,
    ClusterService,
    ClusterSupporter,
    Membership,
)
from kogu.content.completeness import problems
from kogu.content.models import Card, Relation
from kogu.delivery.changes import public_change
from kogu.demo.factories.directory import (
    AreaFactory,
    ClusterIndexPageFactory,
    ClusterPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlaceFactory,
)
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory
from kogu.demo.factories.publishing import fresh, save_draft
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .public_views import card_of, shown, titles, translated

pytestmark = pytest.mark.django_db


def worded(model, page_locale, **values):
    return model(translation_key=uuid4(), locale=page_locale, **values)


def test_a_cluster_has_a_page_with_all_it_is(homes, client):
    et = homes["et"].locale
    office = OrganisationPageFactory(title="Arenduskeskus")
    ClusterPageFactory(
        title="Puiduklaster",
        slug="puiduklaster",
        established=dt.date(2021, 9, 1),
        established_precision="season",
        area=AreaFactory(name="Koivamaa", of=[PlaceFactory()]),
        coordinating_organisation=office,
        coordinator=PersonFactory(name="Mari Maasikas"),
        goals=[worded(ClusterGoal, et, text="Müüa koos")],
        services=[worded(ClusterService, et, text="Ühine näidistesaal")],
        founders=[ClusterFounder(organisation=office), ClusterFounder(name="Võru Vald")],
    )

    html = client.get("/et/klastrid/puiduklaster/").content.decode()

    for words in (
        "Puiduklaster",
        "Müüa koos",
        "Ühine näidistesaal",
        "Arenduskeskus",
        "Mari Maasikas",
        "Võru Vald",
    ):
        assert words in html
    assert html.count("<h1") == 1
    assert "2021" in html


def test_what_each_supporter_paid_for_is_kept_apart(homes):
    et = homes["et"].locale
    programme = ProgrammePageFactory(title="Interreg Eesti-Läti")
    project = ProjectPageFactory(title="Kangad teel")
    cluster = ClusterPageFactory(
        supporters=[
            worded(
                ClusterSupporter,
                et,
                organisation=OrganisationPageFactory(title="Linnavalitsus"),
                programme=programme,
                project=project,
                number="EE-LV00078",
                purpose="Töökodade sisustus",
                starts_on=dt.date(2021, 1, 1),
                starts_on_precision="year",
                ends_on=dt.date(2023, 1, 1),
                ends_on_precision="year",
            ),
            worded(ClusterSupporter, et, name="Kultuurkapital", purpose="Kataloog"),
        ]
    )

    first, second = shown(cluster).supporters

    assert (first.name, first.programme.title) == ("Linnavalitsus", "Interreg Eesti-Läti")
    assert (first.project.title, first.number) == ("Kangad teel", "EE-LV00078")
    assert (first.purpose, first.period) == ("Töökodade sisustus", "2021 – 2023")
    assert (second.name, second.organisation, second.purpose) == (
        "Kultuurkapital",
        None,
        "Kataloog",
    )


def test_a_draft_needs_nothing_but_a_title(homes):
    draft = ClusterPageFactory(
        cluster_kind="",
        mission="",
        published=False,
        memberships=[Membership()],
        founders=[ClusterFounder()],
    )

    assert fresh(draft).memberships.count() == 1
    assert card_of(draft) is None
    assert {problem.field for problem in problems(draft)} == {"cluster_kind", "mission"}


def test_a_draft_shows_its_own_members_in_preview(homes, rf):
    mill = OrganisationPageFactory(title="Saeveski")
    cluster = ClusterPageFactory(title="Puiduklaster")
    cluster.memberships.add(Membership(organisation=mill))
    save_draft(cluster)

    draft = fresh(cluster).get_latest_revision_as_object()
    response = draft.serve_preview(rf.get("/"), "")

    assert "Saeveski" in response.content.decode()
    assert shown(cluster).member_count == 0


def test_the_list_narrows_by_kind_and_place(homes):
    section = ClusterIndexPageFactory()
    place = PlaceFactory(name="Rõuge")
    ClusterPageFactory(title="Puiduklaster", places=[place])
    ClusterPageFactory(title="Koostöökontorid", cluster_kind="network")

    assert titles(shown(section, kind="network").items) == ["Koostöökontorid"]
    assert titles(shown(section, place="rouge").items) == ["Puiduklaster"]
    assert shown(section).total == 2


def test_clusters_are_listed_in_the_readers_language_only(homes):
    section = ClusterIndexPageFactory()
    cluster = ClusterPageFactory(title="Puiduklaster")
    latvian = translated(cluster, "lv", title="Koka klasteris")

    assert titles(shown(section).items) == ["Puiduklaster"]
    assert latvian.get_parent().specific.kind == "cluster_index"
    assert titles(shown(latvian.get_parent().specific).items) == ["Koka klasteris"]


def test_one_member_and_fifty_cost_the_same(homes, client):
    cluster = ClusterPageFactory(members=[OrganisationPageFactory()])
    with_one = _queries(client, cluster)
    with public_change():
        _copy_members(cluster, 49)

    assert shown(cluster).member_count == 50
    assert _queries(client, cluster) == with_one


def test_many_clusters_cost_as_much_as_one(homes):
    made = [ClusterPageFactory(members=[OrganisationPageFactory()]) for _each in range(4)]

    def queries(clusters):
        with CaptureQueriesContext(connection) as captured:
            pages = presenter_of(ClusterPage).queryset().filter(pk__in=[c.pk for c in clusters])
            views = present_many(list(pages), Reader("et"))
        assert [view.member_count for view in views] == [1] * len(clusters)
        return len(captured)

    assert queries(made) == queries(made[:1])


def _copy_members(cluster, times):
    """More members like the first, as publication would have written them."""
    row = Relation.objects.get(source_key=cluster.translation_key, relation="member")
    card = Card.objects.get(key=row.target_key)
    for number in range(times):
        card.pk = row.pk = None
        card.key = row.target_key = uuid4()
        card.title, card.url = f"Liige {number}", f"/et/liige-{number}/"
        card.save(force_insert=True)
        row.save(force_insert=True)


def _queries(client, instance):
    url = instance if isinstance(instance, str) else instance.public_url()
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
