"""What a draft may break is asked when it is handed in or published, with the field named."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.test.utils.form_data import nested_form_data, streamfield

from directory.models import Topic
from kogu.base.completeness import Incomplete, problems
from kogu.base.validation import form_class_of
from kogu.delivery.changes import public_change
from kogu.demo.factories import EventPageFactory, TopicFactory, fresh
from kogu.editorial.screens import edit_url

from .test_drafts_always_save import filled

TYPED = "31.02.2027 10:00"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def event(homes):
    """A live event."""
    return EventPageFactory(title="Laat")


STATED = ("title", "slug", "attendance", "openness", "status", "time_zone")


def form(event, **typed):
    """What the editor's form of an event sends."""
    form_class = form_class_of(type(event))
    rows = {f"{name}-TOTAL_FORMS": 0 for name in form_class.formsets}
    data = filled(form_class, "") | rows | {name: getattr(event, name) for name in STATED}
    del data["held_in"]
    return data | typed


@pytest.mark.parametrize("action", ["action-submit", "action-publish"])
def test_publishing_and_handing_in_name_the_field(admin_client, event, action):
    data = form(event, starts_at=TYPED, **{action: "1"})

    html = admin_client.post(edit_url(event), data, follow=True).content.decode()

    assert f'data-kogu-field="starts_at">Start</span>: You wrote “{TYPED}”.' in html
    assert fresh(event).get_latest_revision_as_object().as_typed == {"starts_at": TYPED}
    assert fresh(event).current_workflow_state is None
    assert fresh(event).as_typed == {}
    assert fresh(event).starts_at == event.starts_at


def test_autosave_says_what_is_missing(admin_client, event):
    answer = admin_client.post(edit_url(event), form(event, starts_at=TYPED), **JSON).json()

    assert answer["success"]
    assert f"You wrote “{TYPED}”." in answer["html"]


def test_a_new_snippet_keeps_what_its_fields_cannot_store(admin_client, homes):
    add = reverse(Topic.snippet_viewset.get_url_name("add"))
    data = filled(form_class_of(Topic), "") | {"name": "pikk " * 90, "slug": "?!"}

    answer = admin_client.post(add, data, **JSON).json()
    topic = Topic.objects.get(pk=answer["pk"])

    assert topic.as_typed == {"name": "pikk " * 90, "slug": "?!"}
    assert topic.name == ("pikk " * 90)[:200].strip()
    assert {"name", "slug"} <= {problem.field for problem in problems(topic)}


def test_a_short_name_that_is_taken_waits_in_the_draft(admin_client, homes):
    TopicFactory(name="Savi", slug="savi")
    topic = TopicFactory(name="Puu", slug="puu")
    data = filled(form_class_of(Topic), "") | {"name": "Puu", "slug": "savi"}

    admin_client.post(edit_url(topic), data)
    draft = fresh(topic).get_latest_revision_as_object()

    assert draft.slug == "puu"
    assert draft.as_typed == {"slug": "savi"}
    with pytest.raises(Incomplete, match="has this short name already"):
        draft.latest_revision.publish()


def test_a_draft_is_copied_compared_previewed_and_brought_back_with_it(admin_client, event):
    admin_client.post(edit_url(event), form(event, starts_at=TYPED))
    first = fresh(event).latest_revision
    admin_client.post(edit_url(event), form(event, starts_at="2027-05-01 10:00"))
    second = fresh(event).latest_revision
    pages = {
        "revert": reverse("wagtailadmin_pages:revisions_revert", args=[event.pk, first.pk]),
        "compare": reverse(
            "wagtailadmin_pages:revisions_compare", args=[event.pk, first.pk, second.pk]
        ),
        "view": reverse("wagtailadmin_pages:revisions_view", args=[event.pk, first.pk]),
    }

    answers = {name: admin_client.get(url) for name, url in pages.items()}
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[event.pk])
    previewed = admin_client.post(preview, form(event, starts_at=TYPED)).json()
    with public_change():
        copied = first.as_object().copy(update_attrs={"slug": "koopia"})

    assert {answer.status_code for answer in answers.values()} == {200}
    assert TYPED in answers["revert"].content.decode()
    assert previewed["is_valid"]
    assert [r.content["as_typed"] for r in copied.revisions.order_by("pk")][1:3] == [
        {"starts_at": TYPED},
        {},
    ]


def test_a_translation_does_not_take_it_over(homes):
    topic = TopicFactory(name="Puu")
    topic.as_typed = {"slug": "?!"}

    copied = topic.copy_for_translation(homes["pl"].locale)

    assert copied.as_typed == {}


def test_a_half_written_block_is_named_by_its_place(admin_client, event):
    blocks = [
        ("video", {"title": "", "url": "", "poster": ""}),
        ("embed", {"title": "Kaart", "medium": "map", "url": "http://example.org/", "poster": ""}),
    ]
    story = nested_form_data({"story": streamfield(blocks)})

    answer = admin_client.post(edit_url(event), form(event, **story), **JSON).json()
    draft = fresh(event).get_latest_revision_as_object()
    with override("en"):
        told = [problem.message for problem in problems(draft) if problem.field == "story"]

    assert answer["success"]
    assert draft.story[1].value["url"] == "http://example.org/"
    assert told == [
        "1. Film: Title: This field is required.",
        "1. Film: Address: This field is required.",
        "2. Map, sound, slides or form: Address: The address must begin with https://.",
    ]
