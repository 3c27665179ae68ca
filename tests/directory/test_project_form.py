"""The form of a project begins short; each of its tabs holds what it is called."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.admin.panels import TabbedInterface

from directory.models import ProjectPage
from kogu.content.completeness import problems
from kogu.demo.factories import ProjectPageFactory, fresh
from tests.test_house import PAGE_MODELS

# More in one tab is no start, but a form.
MOST_FIELDS, MOST_GROUPS = 12, 9
# Wagtail gives it to every form.
COMMENTS = "comment_notifications"


def tabs():
    return {str(tab.heading): tab for tab in ProjectPage.get_edit_handler().children}


def test_a_project_begins_with_five_things():
    first = next(iter(tabs().values()))
    form = first.get_form_class()

    assert [*form.base_fields] == [
        *("title", "start", "start_precision", "planned_end", "planned_end_precision"),
        *("total_budget", "currency", COMMENTS),
    ]
    assert [*form.formsets] == ["project_programmes", "project_partners"]


def test_the_rest_stands_under_what_it_is_called():
    found = {name: {*tab.get_form_class().formsets} for name, tab in tabs().items()}

    assert found["Money"] == {"project_numbers", "funding_lines"}
    assert found["Activities"] == {"activities"}
    assert {"indicators", "deliverables"} <= found["Results"]
    assert {"amendments", "register_links"} == found["Reporting"]


def test_every_field_of_a_project_stands_in_one_tab():
    whole = {*ProjectPage.get_edit_handler().get_form_class().base_fields}
    parts = [name for tab in tabs().values() for name in tab.get_form_class().base_fields]

    parts = [name for name in parts if name != COMMENTS]
    assert len(parts) == len({*parts})
    assert {*parts, COMMENTS} == whole


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_no_form_asks_everything_at_once(model):
    handler = model.get_edit_handler()
    assert isinstance(handler, TabbedInterface)

    for tab in handler.children:
        form = tab.get_form_class()
        groups = [name for name in form.formsets if name != "comments"]
        shown = [panel for panel in tab.children if "collapsed" not in (panel.classname or "")]

        assert len(groups) <= MOST_GROUPS, tab.heading
        assert len(shown) <= MOST_FIELDS, tab.heading


def test_whatever_is_missing_stands_in_the_tab_of_its_field(admin_client, homes):
    project = fresh(ProjectPageFactory(published=False))
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    html = BeautifulSoup(admin_client.get(url).content, "html.parser")

    for problem in problems(project):
        place = html.select_one(f"[data-contentpath={problem.field}], #id_{problem.field}-FORMS")
        assert place.find_parent(role="tabpanel"), problem.field
