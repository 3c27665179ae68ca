"""In the admin, the directory is found, searched and edited without losing anything."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from directory.models import ClusterPage, Person, Place, Topic
from kogu.demo.factories.directory import (
    AreaFactory,
    ClusterPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlaceFactory,
    TopicFactory,
)
from kogu.demo.factories.publishing import fresh

from .public_views import card_of, translated

pytestmark = pytest.mark.django_db


def url(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def in_order(html, *words):
    return [html.index(word) for word in words] == sorted(html.index(word) for word in words)


def test_topics_are_listed_as_a_tree(homes, admin_client):
    craft = TopicFactory(name="Käsitöö")
    TopicFactory(name="Zooloogia")
    TopicFactory(name="Aianduslik kudumine", parent=craft)

    html = admin_client.get(url(Topic, "list")).content.decode()

    assert in_order(html, "Käsitöö", "— Aianduslik kudumine", "Zooloogia")


@pytest.mark.parametrize(("model", "field"), [(Place, "place_kind"), (Person, "basis")])
def test_a_column_of_choices_is_headed_by_the_name_of_its_field(homes, admin_client, model, field):
    (PlaceFactory if model is Place else PersonFactory)()

    table = admin_client.get(url(model, "list")).context["table"]

    labels = {str(column.label).lower() for column in table.columns.values()}
    assert "method" not in labels
    assert str(model._meta.get_field(field).verbose_name) in labels


def test_places_are_found_by_the_beginning_of_a_name_and_narrowed_by_kind(homes, admin_client):
    PlaceFactory(name="Rõuge", place_kind="municipality")
    PlaceFactory(name="Rõuge rahvamaja", place_kind="venue")
    PlaceFactory(name="Antsla")

    found = admin_client.get(url(Place, "list"), {"q": "rõu", "place_kind": "venue"})

    html = found.content.decode()
    assert "Rõuge rahvamaja" in html
    assert "Antsla" not in html


def test_a_chooser_offers_each_thing_once_and_searches_every_language(homes, admin_client):
    topic = TopicFactory(name="Toit")
    translated(topic, "lv", name="Partika")
    choose = reverse(Topic.snippet_viewset.chooser_viewset.get_url_name("choose_results"))

    everything = admin_client.get(choose).content.decode()
    searched = admin_client.get(choose, {"q": "parti"}).content.decode()

    assert ("Toit" in everything) != ("Partika" in everything)
    assert "Partika" in searched


@pytest.mark.parametrize("words", ["tamm", "arija", "juhataja", "a.tamm@", "savikoda", "SK"])
def test_a_person_is_found_once_by_any_part_of_what_staff_know(homes, admin_client, words):
    where = OrganisationPageFactory(title="Piusa Savikoda", short_name="SK")
    person = PersonFactory(
        name="Ārija Tamm", role="juhataja", email="a.tamm@example.org", organisation=where
    )
    translated(person, "lv")
    PersonFactory(name="Somebody else")
    choose = reverse(Person.snippet_viewset.chooser_viewset.get_url_name("choose_results"))

    html = admin_client.get(choose, {"q": words}).content.decode()

    assert html.count("data-chooser-modal-choice") == 1
    assert "Ārija Tamm" in html
    assert "Somebody else" not in html


def test_a_search_in_a_chooser_costs_the_same_among_one_and_among_many(homes, admin_client):
    choose = reverse(Topic.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    TopicFactory(name="Toit")
    admin_client.get(choose, {"q": "oit"})
    counts = []
    for number in (0, 20):
        for n in range(number):
            TopicFactory(name=f"Käsitöö {n}")
        with CaptureQueriesContext(connection) as captured:
            assert "Toit" in admin_client.get(choose, {"q": "oit"}).content.decode()
        counts.append(len(captured))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("make", [TopicFactory, PlaceFactory, AreaFactory, PersonFactory])
def test_every_editor_and_list_opens(homes, admin_client, make):
    instance = make()

    for view, args in (("list", ()), ("add", ()), ("edit", (instance.pk,))):
        assert admin_client.get(url(type(instance), view, *args)).status_code == 200


@pytest.mark.parametrize("make", [OrganisationPageFactory, ClusterPageFactory])
def test_every_page_editor_opens(homes, admin_client, make):
    page = make()

    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_topic_is_made_and_published(homes, admin_client):
    typed = {"name": "Toit", "slug": "", "description": "", "parent": "", "action-publish": "1"}

    answer = admin_client.post(url(Topic, "add") + "?locale=et", typed)

    assert answer.status_code == 302
    assert card_of(Topic.objects.get(slug="toit")).title == "Toit"


def test_a_taken_short_name_is_said_where_it_was_typed(homes, admin_client):
    TopicFactory(name="Toit", slug="toit")
    typed = {"name": "Söök", "slug": "toit", "description": "Kõik söögist.", "parent": ""}

    answer = admin_client.post(url(Topic, "add") + "?locale=et", typed, follow=True)

    assert list(answer.context["form"].errors) == ["slug"]
    assert "Kõik söögist." in answer.content.decode()
    assert not Topic.objects.get(name="Söök").live


def test_a_repeated_membership_is_said_and_not_published(homes, admin_client):
    mill = OrganisationPageFactory(title="Saeveski")
    cluster = ClusterPageFactory(title="Puiduklaster", members=[mill])
    edit = reverse("wagtailadmin_pages:edit", args=[cluster.pk])
    typed = typed_form(admin_client.get(edit).context["form"])
    typed |= {
        "title": "Uus nimi",
        "memberships-TOTAL_FORMS": "2",
        "memberships-1-organisation": str(mill.pk),
        "memberships-1-role": "chair",
        "memberships-1-state": "active",
        "memberships-1-ORDER": "2",
    }

    answer = admin_client.post(edit, typed | {"action-publish": "1"}, follow=True)
    assert "Uus nimi" in answer.content.decode()
    assert "This membership repeats another: Saeveski." in answer.content.decode()
    assert fresh(cluster).memberships.count() == 1


def test_a_second_member_is_saved(homes, admin_client):
    cluster = ClusterPageFactory(members=[OrganisationPageFactory()])
    edit = reverse("wagtailadmin_pages:edit", args=[cluster.pk])
    typed = typed_form(admin_client.get(edit).context["form"])
    typed |= {
        "memberships-TOTAL_FORMS": "2",
        "memberships-1-organisation": str(OrganisationPageFactory().pk),
        "memberships-1-role": "member",
        "memberships-1-state": "active",
        "memberships-1-ORDER": "2",
    }

    answer = admin_client.post(edit, typed)

    assert answer.status_code == 302
    latest = ClusterPage.objects.get(pk=cluster.pk).get_latest_revision_as_object()
    assert len(latest.memberships.all()) == 2


def typed_form(form):
    """What a browser would send of an untouched form."""
    typed = _values(form)
    for formset in form.formsets.values():
        typed |= _values(formset.management_form)
        for row in formset.initial_forms:
            typed |= _values(row)
    return typed


def _values(form):
    values = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, bool):
            values |= {bound.html_name: "on"} if value else {}
        elif hasattr(value, "stream_block"):
            values[f"{bound.html_name}-count"] = "0"
        elif value is not None:
            values[bound.html_name] = value
    return values
