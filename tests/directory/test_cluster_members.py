"""Who belongs to a cluster is shown both ways, counted, and never twice."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from directory.models import (
    Membership,
)
from kogu.demo.factories.directory import (
    ClusterPageFactory,
    OrganisationPageFactory,
    PersonFactory,
)

from .public_views import changed, shown, titles, translated

pytestmark = pytest.mark.django_db


def members(view):
    return [(group.kind, titles(m.card for m in group.members)) for group in view.members]


def test_members_are_counted_and_grouped_officers_first(homes):
    mill, brewery = (
        OrganisationPageFactory(title="Saeveski"),
        OrganisationPageFactory(title="Õlletehas"),
    )
    network = ClusterPageFactory(title="Loovvõrgustik")
    cluster = ClusterPageFactory(
        memberships=[
            Membership(organisation=mill),
            Membership(organisation=brewery, role="chair"),
            Membership(person=PersonFactory(name="Mari Maasikas")),
            Membership(cluster=network),
        ]
    )

    view = shown(cluster)

    assert members(view) == [
        ("organisation", ["Õlletehas", "Saeveski"]),
        ("person", ["Mari Maasikas"]),
        ("cluster", ["Loovvõrgustik"]),
    ]
    assert view.member_count == 4


def test_members_are_shown_both_ways_and_in_every_language(homes):
    mill = OrganisationPageFactory(title="Saeveski")
    latvian_mill = translated(mill, "lv", title="Kokzāģētava")
    cluster = ClusterPageFactory(
        title="Puiduklaster", memberships=[Membership(organisation=latvian_mill)]
    )

    assert members(shown(cluster)) == [("organisation", ["Saeveski"])]
    assert members(shown(cluster, "lv")) == [("organisation", ["Kokzāģētava"])]
    assert titles(shown(mill).member_of) == ["Puiduklaster"]
    assert titles(shown(latvian_mill).member_of) == ["Puiduklaster"]
    assert "cluster" not in [group.kind for group in shown(mill).related]


@pytest.mark.parametrize(
    "ended",
    [
        {"state": "applied"},
        {"state": "ended"},
        {"until": dt.date(2020, 1, 1)},
        {"since": dt.date(2999, 1, 1)},
    ],
)
def test_only_who_belongs_today_is_named(homes, ended):
    mill = OrganisationPageFactory()
    cluster = ClusterPageFactory(memberships=[Membership(organisation=mill, **ended)])

    assert shown(cluster).member_count == 0
    assert shown(mill).member_of == ()


def test_somebody_who_may_not_be_named_is_not_counted(homes):
    hidden = PersonFactory(basis="to_confirm")
    cluster = ClusterPageFactory(
        memberships=[Membership(person=hidden), Membership(person=PersonFactory())]
    )

    assert shown(cluster).member_count == 1


def test_a_private_note_is_shown_nowhere(homes, client):
    row = Membership(organisation=OrganisationPageFactory(), private_note="Owes the fee")
    cluster = ClusterPageFactory(memberships=[row])

    html = client.get(cluster.public_url()).content.decode()
    api = client.get(f"/api/v1/clusters/{cluster.translation_key}").content.decode()

    assert "Owes the fee" not in html + api


def test_a_membership_that_repeats_another_is_refused_in_any_language(homes):
    mill = OrganisationPageFactory(title="Saeveski")
    cluster = ClusterPageFactory(members=[mill])
    latvian = translated(mill, "lv", title="Kokzāģētava")
    cluster.memberships.add(Membership(organisation=latvian))

    with pytest.raises(ValidationError) as refused:
        cluster.save_revision()

    assert "Kokzāģētava" in refused.value.message_dict["memberships"][0]


def test_a_member_may_come_back(homes):
    mill = OrganisationPageFactory(title="Saeveski")
    before = Membership(organisation=mill, since=dt.date(2015, 1, 1), until=dt.date(2018, 1, 1))
    again = Membership(organisation=mill, since=dt.date(2024, 1, 1))

    cluster = ClusterPageFactory(memberships=[before, again])

    assert shown(cluster).member_count == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"since": dt.date(2024, 1, 1), "until": dt.date(2023, 1, 1)}, "until"),
        ({"person": "person"}, "person"),
    ],
)
def test_a_membership_that_cannot_be_is_refused(homes, values, field):
    values = {k: PersonFactory() if k == "person" else v for k, v in values.items()}

    with pytest.raises(ValidationError) as refused:
        Membership(organisation=OrganisationPageFactory(), **values).clean()

    assert list(refused.value.message_dict) == [field]


def test_who_left_is_named_no_more(homes):
    mill = OrganisationPageFactory()
    cluster = ClusterPageFactory(members=[mill])
    row = cluster.memberships.first()
    row.state = "ended"

    changed(cluster, memberships=[row])

    assert shown(mill).member_of == ()
