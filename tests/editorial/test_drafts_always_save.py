"""Whatever is typed into whatever field, a draft saves, and publishing names the field."""

import datetime as dt

import pytest
from django.forms import ModelChoiceField
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.blocks import ChooserBlock, RichTextBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from directory.models import ProjectPage
from home.models import NewsPage
from kogu.content.completeness import Incomplete, problems
from kogu.content.validation import form_class_of
from kogu.delivery.changes import public_change
from kogu.demo import factories
from kogu.demo.factories import EventPageFactory, NewsPageFactory, fresh
from kogu.editorial.edit_views import edit_url
from kogu.presenting.blocks import StoryBlock

OURS = {"home", "events", "directory", "base"}
MODELS = [
    model for model in [*get_page_models(), *get_snippet_models()] if model._meta.app_label in OURS
]
HOSTILE = {
    "malformed": "31.02.2026 ?? x@y <b>",
    "too long": "pikk " * 3000,
    "too large": "9" * 40,
    "empty": "",
    "null": "a\0b",
}
NOBODY = "987654321"
JSON = {"HTTP_ACCEPT": "application/json"}


def filled(form_class, value, prefix=""):
    """Every field of the form, and one row of each relation, with the same value."""
    data = {}
    for name, field in form_class.base_fields.items():
        if hasattr(field, "block"):
            data |= stream(prefix + name)
        else:
            data[prefix + name] = sent(field, value)
    for name, formset in form_class.formsets.items():
        rows = 0 if name == "comments" else 1
        key = prefix + name
        data |= {f"{key}-TOTAL_FORMS": rows, f"{key}-INITIAL_FORMS": 0}
        data |= {f"{key}-MIN_NUM_FORMS": 0, f"{key}-MAX_NUM_FORMS": 1000}
        if rows:
            data |= filled(formset.form, value, f"{key}-0-")
            data |= {f"{key}-0-ORDER": "1", f"{key}-0-id": "", f"{key}-0-DELETE": ""}
    return data


def sent(field, value):
    """The value as the field's widget sends it."""
    if isinstance(field, ModelChoiceField):
        return NOBODY if value else ""
    return rich_text(f"<p>{escape(value)}</p>") if hasattr(field.widget, "features") else value


def stream(name):
    """An empty story."""
    return nested_form_data({name: streamfield([])})


def form_of(instance, data=None):
    """The editor's form of the item."""
    options = {"parent_page": instance.get_parent()} if isinstance(instance, Page) else {}
    return form_class_of(type(instance))(data, instance=instance, **options)


def saved(instance, data):
    """The draft that Wagtail's views make of what was typed, as it is read again."""
    form = form_of(instance, data)
    form.defer_required_fields()
    assert form.is_valid(), [form.errors, *(each.errors for each in form.formsets.values())]
    with public_change():
        draft = form.save(commit=not instance.live)
        draft.save_revision(clean=False)
    return fresh(draft).get_latest_revision_as_object()


def previewed(draft):
    """The answers in every mode of preview."""
    modes = [mode for mode, _label in draft.preview_modes]
    return {draft.make_preview_request(preview_mode=mode).status_code for mode in modes}


@pytest.fixture(autouse=True)
def _languages(homes):
    """A site in every language."""


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_form_saves_whatever_is_typed(model):
    draft = factories.factory_of(model)(published=False)

    for typed in HOSTILE.values():
        draft = saved(draft, filled(form_class_of(model), typed))
        form = form_of(draft)
        shown = [str(form[name]) for name in form.fields]

        assert shown
        assert previewed(draft) <= {200}
        assert {*draft.as_typed} <= {one.field for one in problems(draft)}
        assert all(one.label and one.message for one in problems(draft))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_cannot_be_stored_is_said_of_every_form(model):
    instance = factories.factory_of(model)()
    before = type(instance).objects.values().get(pk=instance.pk)

    draft = saved(fresh(instance), filled(form_class_of(model), HOSTILE["too long"]))
    after = type(instance).objects.values().get(pk=instance.pk)

    assert {name for name in before if before[name] != after[name]} <= BOOKKEEPING
    assert HOSTILE["too long"] in draft.as_typed.values()
    with pytest.raises(Incomplete):
        draft.latest_revision.publish()


BOOKKEEPING = {
    *("latest_revision_id", "latest_revision_created_at", "has_unpublished_changes"),
    *("draft_title",),
}


def test_what_was_typed_is_shown_again_with_its_message(admin_client):
    event = EventPageFactory(title="Laat")
    data = filled(form_class_of(type(event)), "") | {
        "title": "Laat",
        "starts_at": "31.02.2027 10:00",
    }
    data |= {"sessions-0-starts": "kell kümme", "sessions-0-title": "Algus"}

    admin_client.post(edit_url(event), data)
    form = admin_client.get(edit_url(event)).context["form"]

    assert form["starts_at"].value() == "31.02.2027 10:00"
    assert "31.02.2027 10:00" in form.errors["starts_at"][0]
    row = form.formsets["sessions"].forms[0]
    assert row["starts"].value() == "kell kümme"
    assert row.errors["starts"]
    assert row["title"].value() == "Algus"


def test_what_was_typed_is_forgotten_when_it_is_mended(admin_client):
    event = EventPageFactory(title="Laat")
    data = filled(form_class_of(type(event)), "") | {"title": "Laat"}

    admin_client.post(edit_url(event), data | {"ages_from": "viis"})
    kept = fresh(event).get_latest_revision_as_object().as_typed["ages_from"]
    admin_client.post(edit_url(event), data | {"ages_from": "5"})
    draft = fresh(event).get_latest_revision_as_object()

    assert kept == "viis"
    assert draft.ages_from == 5
    assert "ages_from" not in draft.as_typed


def test_a_draft_saves_after_its_expiry(admin_client):
    page = NewsPageFactory(title="Vana")
    past = (timezone.now() - dt.timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    data = filled(form_class_of(NewsPage), "") | {"title": "Vana, parandatud", "expire_at": past}

    admin_client.post(edit_url(page), data)
    draft = fresh(page).get_latest_revision_as_object()

    assert draft.title == "Vana, parandatud"
    assert draft.expire_at is not None
    assert "expire_at" in {problem.field for problem in problems(draft)}


def test_an_end_before_the_start_is_stored_and_said(admin_client):
    event = EventPageFactory(title="Laat")
    data = filled(form_class_of(type(event)), "") | {"title": "Laat"}
    data |= {"starts_at": "2027-05-02 10:00", "ends_at": "2027-05-01 10:00"}

    admin_client.post(edit_url(event), data)
    draft = fresh(event).get_latest_revision_as_object()

    assert draft.ends_at < draft.starts_at
    assert "ends_at" in {problem.field for problem in problems(draft)}


def test_a_country_is_written_in_capitals_and_a_comma_is_a_decimal_point(admin_client):
    project = factories.factory_of(ProjectPage)()
    data = filled(form_class_of(ProjectPage), "") | {"title": "Projekt"}
    data |= {"project_partners-0-country": "ee", "project_partners-0-budget": "1 234,50"}

    admin_client.post(edit_url(project), data)
    partner = fresh(project).get_latest_revision_as_object().project_partners.get()

    assert partner.country == "EE"
    assert str(partner.budget) == "1234.50"


def test_a_new_page_saves_without_a_title_and_with_one_too_long(admin_client, section):
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])

    answers = [
        admin_client.post(
            url, filled(form_class_of(NewsPage), "") | {"title": title}, **JSON
        ).json()
        for title in ("", "väga pikk pealkiri " * 30)
    ]
    pages = [NewsPage.objects.get(pk=answer["pk"]) for answer in answers]

    assert pages[0].title
    assert pages[0].as_typed["title"] == ""
    assert pages[1].as_typed["title"] == "väga pikk pealkiri " * 30
    assert all("title" in {one.field for one in problems(page)} for page in pages)


@pytest.mark.parametrize("name", StoryBlock().child_blocks)
def test_every_part_of_a_story_saves_half_written(admin_client, name):
    page = NewsPageFactory(title="Lugu")
    part = StoryBlock().child_blocks[name]
    data = filled(form_class_of(NewsPage), "") | {"title": "Lugu"}
    data |= nested_form_data({"story": streamfield([(name, written(part))])})

    answer = admin_client.post(edit_url(page), data, **JSON)
    draft = fresh(page).get_latest_revision_as_object()

    assert answer.json()["success"]
    assert [one.block_type for one in draft.story] == [name]
    assert "story" in {problem.field for problem in problems(draft)}
    assert admin_client.get(edit_url(page)).status_code == 200


def written(part):
    """The part as a form sends it, with what no field takes in every field."""
    if isinstance(part, BaseTypedTableBlock):
        return {"caption": "", "column-count": "0", "row-count": "0"}
    if hasattr(part, "child_blocks"):
        return {name: written(child) for name, child in part.child_blocks.items()}
    if hasattr(part, "child_block"):
        row = {"0-value": written(part.child_block), "0-order": "0", "0-deleted": ""}
        return {"count": "1", **row}
    if isinstance(part, ChooserBlock):
        return NOBODY
    return rich_text("") if isinstance(part, RichTextBlock) else "http:// " + "x" * 3000
