"""Every draft is previewed, whatever is left empty in it."""

import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.models import Page

from events.models import EventPage
from kogu.content.validation import form_class_of
from kogu.demo import factories
from kogu.demo.factories import fresh

from .permission_fixtures import ROLES, clients
from .test_drafts_always_save import MODELS, filled, previewed

PREVIEWABLE = [model for model in MODELS if model.preview_modes]  # pages have a property


@pytest.fixture(autouse=True)
def _languages(homes):
    """A site in every language."""


@pytest.fixture
def browsers():
    """A browser of each role."""
    return clients()


@pytest.mark.parametrize("model", PREVIEWABLE, ids=lambda model: model.__name__)
def test_the_editor_frames_the_draft_for_everybody_who_may_edit_it(browsers, model):
    instance = fresh(factories.factory_of(model)())
    editing, previewing = addresses(instance)
    typed = filled(form_class_of(model), "") | {"title": "Uus nimi", "name": "Uus nimi"}
    editors = [role for role in ROLES if browsers[role].get(editing).status_code == 200]
    previewers = []

    for role in ROLES:
        sent = browsers[role].post(previewing, typed)
        shown = browsers[role].get(previewing, {"mode": "", "in_preview_panel": "true"})
        if shown.status_code == 200:
            previewers.append(role)
            assert sent.json()["is_valid"]
            assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
            assert shown["X-Frame-Options"] == "SAMEORIGIN"
            assert "Uus nimi" in heading(shown)

    assert previewers == editors
    assert "A" in editors


@pytest.mark.parametrize("model", PREVIEWABLE, ids=lambda model: model.__name__)
def test_a_draft_may_be_read_in_a_window_of_its_own(browsers, model):
    instance = fresh(factories.factory_of(model)())
    revision = instance.latest_revision or instance.save_revision(clean=False)
    name = "wagtailadmin_pages:revisions_view"
    if not isinstance(instance, Page):
        name = instance.snippet_viewset.get_url_name("revisions_view")

    shown = browsers["A"].get(reverse(name, args=[instance.pk, revision.pk]))

    assert "script-src 'self';" in shown["Content-Security-Policy"]
    assert str(instance) in heading(shown)


def addresses(instance):
    """Where the item is edited and previewed."""
    if isinstance(instance, Page):
        names = "wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit"
    else:
        named = instance.snippet_viewset.get_url_name
        names = named("edit"), named("preview_on_edit")
    return [reverse(name, args=[instance.pk]) for name in names]


def heading(response):
    """The words of the one heading of the first level."""
    (words,) = re.findall(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", words))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whichever_field_is_left_empty_the_draft_is_previewed(model):
    instance = factories.factory_of(model)()
    broken = []

    for name, empty in empty_values(model).items():
        draft = fresh(instance).get_latest_revision_as_object()
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
