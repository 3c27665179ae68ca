"""Every draft is previewed, whatever is left empty in it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from events.models import EventPage
from kogu.base.validation import form_class_of
from kogu.demo import factories
from kogu.demo.factories import fresh

from .test_drafts_always_save import MODELS, filled, previewed


@pytest.fixture(autouse=True)
def _languages(homes):
    """A site in every language."""


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whichever_field_is_left_empty_the_draft_is_previewed(model):
    thing = factories.factory_of(model)()
    broken = []

    for name, empty in empty_values(model).items():
        draft = fresh(thing).get_latest_revision_as_object()
        setattr(draft, name, empty)
        if not previewed(draft) <= {200}:
            broken.append(name)

    assert broken == []


def empty_values(model):
    """What a form stores of each field of a model that is left empty."""
    found = {}
    for name, field in form_class_of(model).base_fields.items():
        if hasattr(field, "block"):
            found[name] = []
        else:
            field.required = False
            found[name] = field.clean(field.widget.value_from_datadict({}, {}, name))
    return {one.name: found[one.name] for one in model._meta.concrete_fields if one.name in found}


@pytest.mark.parametrize("model", [m for m in MODELS if issubclass(m, Page)])
def test_a_page_that_is_not_saved_yet_is_previewed(admin_client, model):
    parent = factories.factory_of(model)(published=False).get_parent()
    names = [model._meta.app_label, model._meta.model_name, parent.pk]
    url = reverse("wagtailadmin_pages:preview_on_add", args=names)

    answer = admin_client.post(url, filled(form_class_of(model), ""))
    shown = admin_client.get(url)

    assert answer.json()["is_valid"]
    assert shown.status_code == 200


def test_an_event_without_attendance_is_on_site():
    assert EventPage(attendance="").is_on_site
