"""Pages of one kind are chosen from a flat list, where any part of a name finds them."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.panels import InlinePanel, MultipleChooserPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.users.models import UserProfile

from directory.models import Membership, OrganisationPage, PageTopic, ProjectNumber
from kogu.content.models import RelationRow
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    AdministratorFactory,
    ClusterPageFactory,
    EventPageFactory,
    NewsPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    ProjectPageFactory,
    TopicFactory,
    UserFactory,
    fresh,
)
from tests.test_house import PAGE_MODELS
from tests.translation.conftest import group_called

ORGANISATION = "directory.organisationpage"


@pytest.fixture
def chooser(client, homes):
    """Asks the chooser as an administrator."""
    user = AdministratorFactory()
    UserProfile.objects.create(user=user, preferred_language="et")
    client.force_login(user)

    def ask(page_type=ORGANISATION, name="wagtailadmin_choose_page", **query):
        answer = client.get(reverse(name), {"page_type": page_type, **query})
        assert answer.status_code == 200
        if answer["Content-Type"].startswith("text/html"):
            return answer.content.decode()
        return json.loads(answer.content)["html"]

    return ask


def search(chooser, words, **query):
    return chooser(name="wagtailadmin_choose_page_search", q=words, **query)


def test_it_opens_on_what_can_be_chosen(chooser, section):
    OrganisationPageFactory(title="Setomaa Liit")
    NewsPageFactory(parent=section, title="A meeting")

    html = chooser()

    assert "Setomaa Liit" in html
    assert "A meeting" not in html
    assert "navigate-parent" not in html


@pytest.mark.parametrize(
    "words", ["maaliit", "setomaa LIIT", "liit seto", "noukogu", "nõukogu", "Šilale"]
)
def test_any_part_of_a_name_finds_it_with_and_without_accents(chooser, words):
    for title in ("Setomaaliit", "Setomaa Liit", "Võru nõukogu", "Silale Hub"):
        OrganisationPageFactory(title=title)
    OrganisationPageFactory(title="Quite another")

    html = search(chooser, words)

    assert "choose-page" in html
    assert "Quite another" not in html


@pytest.mark.parametrize("words", ["stl", "mtu seto", "seto.ee", "maailma", "Liit STL"])
def test_an_organisation_is_found_by_any_of_its_names(chooser, words):
    OrganisationPageFactory(
        title="Setomaa Liit",
        short_name="STL",
        legal_name="MTÜ Seto",
        email="info@seto.ee",
        other_names="Setomaailma selts",
    )
    OrganisationPageFactory(title="Quite another")

    html = search(chooser, words)

    assert "Setomaa Liit" in html
    assert "Quite another" not in html


def test_a_project_is_found_once_by_acronym_and_number(chooser):
    project = ProjectPageFactory(title="Ühine algus", acronym="ALGUS")
    with public_change():
        for number in ("2014-1", "2014-2"):
            project.project_numbers.add(ProjectNumber(number=number))
        project.save_revision().publish()

    for words in ("algus", "2014", "2014-2 algus"):
        html = search(chooser, words, page_type="directory.projectpage")
        assert html.count("data-id=") == 1


def test_nobody_finds_a_page_by_the_private_address_of_its_profile(chooser):
    OrganisationPageFactory(title="Setomaa Liit", profile_email="salajane@seto.ee")

    assert "Setomaa Liit" not in search(chooser, "salajane")


def test_what_is_not_there_is_said(chooser):
    html = search(chooser, "xyzzy")

    assert "choose-page" not in html
    assert 'role="alert"' in html


def test_each_is_offered_once_in_the_language_nearest_to_the_reader(chooser, homes):
    one = OrganisationPageFactory(title="Setomaa Liit")
    english = OrganisationIndexPageFactory(parent=homes["en"], locale=homes["en"].locale)
    OrganisationPageFactory(
        parent=english,
        locale=english.locale,
        translation_key=one.translation_key,
        title="Union of Setomaa",
    )

    assert chooser().count("data-id=") == 1
    assert "Setomaa Liit" in chooser()
    assert "Union of Setomaa" in search(chooser, "union")


def test_several_are_chosen_at_once(chooser):
    pages = [OrganisationPageFactory(title=f"Number {n}") for n in range(3)]

    html = chooser(multiple=1)

    assert all(f'name="id" value="{page.pk}"' in html for page in pages)
    assert "data-multiple-choice-submit" in html


def test_they_stand_in_the_order_of_the_alphabet(chooser):
    for title in ("Õpikoda", "Zoopark", "Tartu", "Žanr"):
        OrganisationPageFactory(title=title)

    html = chooser()

    places = [html.index(f">{title}</a>") for title in ("Zoopark", "Žanr", "Tartu", "Õpikoda")]
    assert places == sorted(places)


def test_events_say_when_they_are(chooser):
    event = EventPageFactory(title="A fair")

    assert str(event.starts_at.year) in chooser("events.eventpage")


@pytest.mark.parametrize("name", ["wagtailadmin_choose_page", "wagtailadmin_choose_page_search"])
def test_nobody_is_told_of_what_they_may_not_read(chooser, client, name):
    with public_change():
        draft = OrganisationPageFactory(title="Draft of a hub")
        draft.unpublish()
        private = OrganisationPageFactory(title="Private hub")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
    OrganisationPageFactory(title="Public hub")
    assert draft.draft_title in chooser(name=name, q="hub")
    client.force_login(UserFactory(groups=[group_called("Translators: Polish")]))

    html = chooser(name=name, q="hub")

    assert "Public hub" in html
    assert "Draft of a hub" not in html
    assert "Private hub" not in html


@pytest.mark.parametrize("change", ["named anew", "a draft"])
def test_nobody_is_told_the_draft_above_a_page(chooser, client, change):
    page = OrganisationPageFactory(title="Public hub")
    section = fresh(page.get_parent().specific)
    with public_change():
        section.title = "Not announced yet"
        section.save_revision()
        if change == "a draft":
            Page.objects.filter(pk=section.pk).update(title=section.title, live=False)
    assert "Not announced yet" in chooser()
    client.force_login(UserFactory(groups=[group_called("Translators: Polish")]))

    for html in (chooser(), chooser(multiple=1), search(chooser, "hub")):
        assert "Public hub" in html
        assert "Not announced yet" not in html


def test_a_list_of_many_costs_no_more_than_a_list_of_one(chooser):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            chooser(multiple=1)
            search(chooser, "a")
        return len(captured)

    OrganisationPageFactory()
    chooser()
    few = queries()
    for _n in range(20):
        OrganisationPageFactory()
    assert OrganisationPage.objects.count() == 21

    assert queries() == few


def test_the_tree_stays_where_any_page_may_be_chosen_or_moved(chooser, homes):
    assert "w-breadcrumbs" in chooser("wagtailcore.page")
    assert "w-breadcrumbs" in chooser(user_perms="move_to")


def panels_of(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels_of(child)


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_what_a_page_names_is_chosen_several_at_once(model):
    rows = [one for one in panels_of(model.get_edit_handler()) if isinstance(one, InlinePanel)]
    naming = [
        one
        for one in rows
        if issubclass(row := one.db_field.related_model, RelationRow)
        and one.child_edit_handler.get_form_options()["fields"][0] == row.target
    ]

    assert len(naming) >= 5
    assert all(isinstance(one, MultipleChooserPanel) for one in naming)


def test_a_row_of_several_lines_is_folded(client, homes):
    client.force_login(AdministratorFactory())
    cluster = ClusterPageFactory()
    with public_change():
        cluster.memberships.add(Membership(organisation=OrganisationPageFactory()))
        cluster.page_topics.add(PageTopic(topic=TopicFactory()))
        cluster.save_revision().publish()

    html = client.get(reverse("wagtailadmin_pages:edit", args=[cluster.pk])).content.decode()
    tag = r'<section class="([^"]*)" id="inline_child_%s-0-panel-section"'

    assert "collapsed" in re.search(tag % "memberships", html)[1]
    assert "collapsed" not in re.search(tag % "page_topics", html)[1]
