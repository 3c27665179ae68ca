"""What a draft may break is asked when it is submitted or published, with the field named."""

import pytest
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.test.utils.form_data import nested_form_data, streamfield

from directory.models import Person, ProjectActivity, ProjectPage, Topic
from home.models import NewsPage
from kogu.content import draft_forms
from kogu.content.completeness import Incomplete, problems
from kogu.content.validation import form_class_of
from kogu.delivery.changes import public_change
from kogu.demo import factories
from kogu.demo.factories import EventPageFactory, NewsPageFactory, TopicFactory, fresh
from kogu.editorial.edit_views import edit_url

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


def test_a_date_that_was_typed_wrongly_is_listed_once_as_typed(admin_client, homes):
    event = EventPageFactory(published=False, starts_at=None, ends_at=None)
    admin_client.post(edit_url(event), form(event, starts_at=TYPED))

    draft = fresh(event).get_latest_revision_as_object()
    with override("en"):
        told = [one.message for one in problems(draft) if one.field == "starts_at"]

    assert len(told) == 1
    assert told[0].startswith(f"You wrote “{TYPED}”.")


def test_what_was_typed_into_a_required_field_is_not_said_to_be_empty_as_well(homes):
    topic = Topic(name="", locale=homes["en"].locale, as_typed={"name": "pikk " * 90})

    assert [one.field for one in problems(topic)].count("name") == 1


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


def test_blocks_within_rows_are_asked_too(homes):
    project = factories.factory_of(ProjectPage)(published=False)
    project.activities.add(ProjectActivity(description="Laat", places=[("place", None)]))

    with override("en"):
        told = [one.message for one in problems(project) if one.field == "activities"]

    assert "row 1, places: 1. Place: This field is required." in told


def test_an_empty_field_hides_no_other_message_of_its_own(homes):
    page = NewsPageFactory(published=False, story=[("video", {"title": "", "url": ""})])

    with override("en"):
        told = [one.message for one in problems(page) if one.field == "story"]

    assert told[0] == "The story has no words yet."
    assert "1. Film: Address: This field is required." in told


def test_of_an_empty_field_one_message_is_enough(homes):
    person = Person(name="", locale=homes["en"].locale)

    assert [one.field for one in problems(person)].count("name") == 1


def test_a_page_without_a_title_is_named_in_its_own_language(admin_client, section, monkeypatch):
    monkeypatch.setattr(draft_forms, "_", lambda words: f"{words} ({get_language()})")
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])

    answer = admin_client.post(url, filled(form_class_of(NewsPage), ""), **JSON).json()

    assert NewsPage.objects.get(pk=answer["pk"]).title == "Untitled (et)"


def test_a_short_name_that_has_become_free_is_not_said_to_be_taken(admin_client, homes):
    other = TopicFactory(name="Savi", slug="savi")
    topic = TopicFactory(name="Puu", slug="puu")
    data = filled(form_class_of(Topic), "") | {"name": "Puu", "slug": "savi"}
    admin_client.post(edit_url(topic), data)
    with public_change():
        other.slug = "muu"
        other.save()

    draft = fresh(topic).get_latest_revision_as_object()
    told = [one.message for one in problems(draft) if one.field == "slug"]

    assert len(told) == 1
    assert "save the draft again" in told[0]


@pytest.mark.parametrize("order", ["", "two", "9" * 40, "1.5"])
def test_rows_in_no_order_that_can_be_read_are_saved_as_they_stand(admin_client, event, order):
    data = form(event)
    data |= {"sessions-TOTAL_FORMS": 2, "sessions-0-title": "Algus", "sessions-1-title": "Lõpp"}
    data |= {"sessions-0-ORDER": order, "sessions-1-ORDER": "1"}
    data |= {"sessions-0-id": "", "sessions-1-id": "", "sessions-1-starts": "kell kümme"}

    answer = admin_client.post(edit_url(event), data, **JSON).json()
    draft = fresh(event).get_latest_revision_as_object()

    assert answer["success"]
    assert [row.title for row in draft.sessions.all()] == ["Lõpp", "Algus"]
    assert draft.as_typed == {"sessions": {"0": {"starts": "kell kümme"}}}
