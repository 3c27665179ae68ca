"""Editors meet forms that save drafts as they are and name what is malformed."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from directory.models import ProgrammePage, ProjectPage, StrategyGoalPage
from kogu.demo.factories.projects import (
    ProgrammeIndexPageFactory,
    ProgrammePageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
    StrategyPageFactory,
)
from kogu.demo.factories.publishing import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(homes, client):
    """A signed-in administrator's browser."""
    user = get_user_model().objects.create_superuser("mari", "mari@example.org", "secret")
    client.force_login(user)
    return client


def adding(model, parent):
    return reverse("wagtailadmin_pages:add", args=["directory", model._meta.model_name, parent.pk])


def form_at(staff, address):
    """What a browser would send back, unchanged."""
    html = staff.get(address).content.decode()
    form = querydict_from_html(html, form_id="page-edit-form")
    # Stories are drawn by a script.
    form["story-count"] = "0"
    return form


def rows(form, relation, *said):
    """The form with these rows in a relation."""
    form[f"{relation}-TOTAL_FORMS"] = str(len(said))
    for number, row in enumerate(said):
        for name, value in {"ORDER": number + 1, "id": "", **row}.items():
            form[f"{relation}-{number}-{name}"] = str(value)
    return form


def test_a_project_with_nothing_but_a_title_saves(staff):
    section = ProjectIndexPageFactory()
    form = form_at(staff, adding(ProjectPage, section))
    form["title"] = "Loov piir"
    form["slug"] = "loov-piir"

    response = staff.post(adding(ProjectPage, section), form)

    assert response.status_code == 302
    assert not ProjectPage.objects.get(slug="loov-piir").live


def test_a_draft_saves_with_rows_that_say_nothing_yet(staff):
    section = ProjectIndexPageFactory()
    form = form_at(staff, adding(ProjectPage, section))
    form["title"] = "Loov piir"
    form["slug"] = "loov-piir"
    rows(form, "project_numbers", {"number": "X"})
    rows(form, "funding_lines", {"source": "", "amount": "5.00"})
    rows(form, "project_partners", {"name": "", "role": "lead"})
    rows(form, "indicators", {"name": "", "target": "3"})

    assert staff.post(adding(ProjectPage, section), form).status_code == 302
    page = ProjectPage.objects.get(slug="loov-piir").get_latest_revision_as_object()
    assert [row.number for row in page.project_numbers.all()] == ["X"]
    assert page.indicators.count() == 1


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"currency": "EUX"}, "EUR"),
        ({"start": "2024-05-01", "planned_end": "2024-04-01"}, "before the start"),
        ({"hashtags": "loovpiir"}, "#"),
    ],
)
def test_malformed_values_come_back_with_what_was_typed(staff, values, message):
    page = ProjectPageFactory()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_at(staff, address)
    form["objective"] = "Müüa rohkem"
    for name, value in values.items():
        form[name] = value

    html = staff.post(address, form, follow=True).content.decode()

    assert message in html
    assert "Müüa rohkem" in html


def test_a_pattern_that_is_none_is_said_and_kept_from_readers(staff):
    page = ProgrammePageFactory()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_at(staff, address)
    rows(form, "rules", {"number_pattern": "(unclosed", "keep_anchor": "end"})

    html = staff.post(address, form, follow=True).content.decode()

    assert "no valid pattern" in html
    assert fresh(page).rules.count() == 0


def test_rules_are_saved_with_the_fields_that_they_require(staff):
    page = ProgrammePageFactory()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_at(staff, address)
    rows(form, "rules", {"number_pattern": r"ER\d{3}", "keep_anchor": "end"})
    form.setlist("rules-0-required_fields", ["objective", "funding_lines"])

    assert staff.post(address, dict(form.lists())).status_code == 302
    (rule,) = fresh(page).get_latest_revision_as_object().rules.all()
    assert rule.required_fields == ["objective", "funding_lines"]


def test_programmes_and_goals_stand_under_their_own_kind(staff):
    programme = ProgrammePageFactory()
    strategy = StrategyPageFactory()

    assert staff.get(adding(ProgrammePage, programme)).status_code == 200
    assert staff.get(adding(StrategyGoalPage, strategy)).status_code == 200
    assert staff.get(adding(StrategyGoalPage, programme)).status_code == 302
    assert ProgrammeIndexPageFactory._meta.model.objects.count() == 1
