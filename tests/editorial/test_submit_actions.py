"""An editor hands in, a reviewer approves, readers read; a refusal loses nothing."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import NewsPage
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change
from kogu.demo.factories import NewsPageFactory, fresh
from tests.translation.conftest import user_in


@pytest.fixture
def editor(homes):
    """Somebody who writes and hands in."""
    return user_in("editor", "Editors")


@pytest.fixture
def reviewer(homes):
    """Somebody who reviews."""
    return user_in("reviewer", "Reviewers")


@pytest.fixture
def publisher(homes):
    """Somebody in a small office who does it all."""
    return user_in("publisher", "Publishing editors")


ROWS = (
    *("page_topics", "page_places", "page_contacts", "page_organisations", "page_projects"),
    *("news_events", "news_clusters", "news_people"),
)


def form(title, text, **actions):
    """What the news form sends."""
    parts = [("rich_text", {"text": rich_text(f"<p>{text}</p>")})] if text else []
    return nested_form_data(
        {
            "title": title,
            "slug": title.lower().replace(" ", "-"),
            "summary": "",
            "story": streamfield(parts),
            "comments": inline_formset([]),
            **{name: inline_formset([]) for name in ROWS},
            **actions,
        }
    )


def create(client, section, title, text, **actions):
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    response = client.post(url, form(title, text, **actions), follow=True)
    return NewsPage.objects.filter(title=title).first(), response


def test_a_draft_saves_whatever_is_missing(client, editor, section):
    client.force_login(editor)

    page, _response = create(client, section, "Pooleli", "")

    assert page is not None
    assert not page.live


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("tegijad-kohtusid", "tegijad-kohtusid-1"), ("", "tegijad-kohtusid-tana")],
)
def test_no_address_stops_a_draft(client, editor, section, news, typed, becomes):
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    data = {**form("Tegijad kohtusid täna", "Vana lugu, uus aasta."), "slug": typed}

    client.post(url, data)
    page = NewsPage.objects.get(title="Tegijad kohtusid täna")
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert page.slug == becomes
    assert page.get_latest_revision_as_object().slug == becomes


def test_a_page_that_readers_know_keeps_its_address(client, publisher, news, section):
    other = NewsPageFactory(parent=section, title="Teine")
    client.force_login(publisher)
    data = {**form("Teine", "Vana lugu."), "slug": news.slug}

    client.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), data)
    draft = fresh(other).get_latest_revision_as_object()

    assert draft.slug == other.slug
    assert draft.as_typed == {"slug": news.slug}
    assert "slug" in {problem.field for problem in problems(draft)}
    assert other.get_latest_revision_as_object().slug == "teine"


def test_what_is_missing_names_its_field(client, editor, section):
    client.force_login(editor)

    _page, response = create(client, section, "Pooleli", "", **{"action-submit": "1"})

    named = '<span data-kogu-field="story">Story</span>'
    assert response.content.decode().count(named) == 2  # above the form, and beside it


def test_a_refused_submission_keeps_the_draft_and_says_what_is_missing(client, editor, section):
    client.force_login(editor)

    page, response = create(client, section, "Pooleli", "", **{"action-submit": "1"})

    assert page.get_latest_revision_as_object().title == "Pooleli"
    assert page.current_workflow_state is None
    assert "no words yet" in response.content.decode()


def test_a_refused_publication_keeps_what_was_written(client, publisher, news):
    client.force_login(publisher)
    url = reverse("wagtailadmin_pages:edit", args=[news.pk])
    data = form("Tegijad kohtusid uuesti", "", **{"action-publish": "1"})

    response = client.post(url, {**data, "slug": news.slug}, follow=True)

    news.refresh_from_db()
    assert news.title == "Tegijad kohtusid"
    assert news.get_latest_revision_as_object().title == "Tegijad kohtusid uuesti"
    assert "no words yet" in response.content.decode()


@pytest.fixture
def handed_in(client, editor, section):
    """An item that waits for its review."""
    client.force_login(editor)
    return create(client, section, "Uus maja", "Valmis.", **{"action-submit": "1"})[0]


def review(client, page, title, text, name, said="{}"):
    """What the editor's form sends when a reviewer approves or sends back from there."""
    action = {"action-workflow-action": "true", "workflow-action-name": name}
    data = form(title, text, **action, **{"workflow-action-extra-data": said})
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, {**data, "slug": page.slug}, follow=True).content.decode()


def test_what_a_reviewer_wrote_is_published_with_the_approval(client, reviewer, handed_in):
    client.force_login(reviewer)

    html = review(client, handed_in, "Uus maja, uuesti", "Valmis ja avatud.", "approve")
    page = fresh(handed_in)

    assert "“Uus maja, uuesti” is approved and published." in html
    assert re.search(r'<a[^>]*href="/et/[^"]*"[^>]*>\s*View live', html)
    assert page.live
    assert page.title == "Uus maja, uuesti"


def test_an_approval_that_lacks_something_saves_what_the_reviewer_wrote(
    client, reviewer, handed_in
):
    client.force_login(reviewer)

    html = review(client, handed_in, "Uus maja, uuesti", "", "approve")
    page = fresh(handed_in)

    assert '<span data-kogu-field="story">Story</span>: The story has no words yet.' in html
    assert page.get_latest_revision_as_object().title == "Uus maja, uuesti"
    assert page.workflow_in_progress
    assert not page.live


@pytest.mark.parametrize("title", ["Uus maja, uuesti", "pikk " * 90])
def test_sending_back_saves_whatever_the_reviewer_wrote(client, reviewer, handed_in, title):
    client.force_login(reviewer)

    review(client, handed_in, title, "", "reject", '{"comment": "Palun sisu."}')
    page = fresh(handed_in)
    state, draft = page.current_workflow_state, page.get_latest_revision_as_object()

    assert state.status == state.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "Palun sisu."
    assert title in {draft.title, draft.as_typed.get("title")}


@pytest.mark.parametrize(("name", "said"), [("approve", "no JSON"), ("approve", "[]")])
def test_an_approval_without_a_readable_comment_is_one(client, reviewer, handed_in, name, said):
    client.force_login(reviewer)

    review(client, handed_in, "Uus maja", "Valmis.", name, said)

    assert fresh(handed_in).live


def test_no_other_action_is_taken_for_an_approval(client, reviewer, handed_in):
    client.force_login(reviewer)

    review(client, handed_in, "Uus maja", "Valmis.", "elsewhere")

    assert fresh(handed_in).workflow_in_progress


@pytest.mark.parametrize("name", ["approve", "reject", ""])
def test_a_review_that_was_cancelled_meanwhile_loses_no_words(client, reviewer, handed_in, name):
    with public_change():
        handed_in.current_workflow_state.cancel(user=handed_in.owner)
    client.force_login(reviewer)

    html = review(client, handed_in, "Uus maja, lõplikult", "Valmis.", name)

    assert "neither approved nor sent back" in html
    assert "has been updated" not in html
    assert fresh(handed_in).get_latest_revision_as_object().title == "Uus maja, lõplikult"
    assert not fresh(handed_in).live


def test_an_editor_does_not_approve_what_waits_for_review(client, editor, handed_in):
    review(client, handed_in, "Uus maja", "Valmis.", "approve")

    assert fresh(handed_in).workflow_in_progress


def test_two_people_bring_an_item_to_its_readers(client, editor, reviewer, section, mailoutbox):
    client.force_login(editor)
    page, _response = create(
        client, section, "Uus maja", "Maja on valmis.", **{"action-submit": "1"}
    )
    state = page.current_workflow_state
    assert state is not None
    assert client.get(page.public_url()).status_code == 404
    assert [mail.to for mail in mailoutbox] == [[reviewer.email]]

    client.force_login(reviewer)
    action = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
    )
    response = client.post(action, {"next": reverse("wagtailadmin_home")}, follow=True)
    assert "“Uus maja” is approved and published." in str(response.content.decode())
    assert f'href="{page.public_url()}"' in response.content.decode()

    client.logout()
    assert "Maja on valmis." in client.get(page.public_url()).content.decode()
    assert [editor.email] in [mail.to for mail in mailoutbox]


def test_a_section_may_have_a_review_of_its_own(client, editor, reviewer, section, mailoutbox):
    workflow = Workflow.objects.create(name="Two readers")
    for position in range(2):
        task = GroupApprovalTask.objects.create(name=f"Reader {position}")
        task.groups.set(Group.objects.filter(user=reviewer))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=position)
    WorkflowPage.objects.create(workflow=workflow, page=section)
    client.force_login(editor)
    page, _response = create(client, section, "Uus asi", "Sõnad.", **{"action-submit": "1"})

    for is_live in (False, True):
        state = page.current_workflow_task_state
        with public_change():
            state.task.specific.on_action(state, user=reviewer, action_name="approve")
        page = NewsPage.objects.get(pk=page.pk)
        assert page.live is is_live


def test_a_review_without_steps_loses_nothing(client, editor, publisher, section):
    workflow = Workflow.objects.create(name="Nobody")
    WorkflowPage.objects.create(workflow=workflow, page=section)

    client.force_login(editor)
    page, response = create(client, section, "Uus asi", "Sõnad.", **{"action-submit": "1"})
    assert not page.live
    assert "its review has no steps" in response.content.decode()

    client.force_login(publisher)
    page, response = create(client, section, "Teine asi", "Sõnad.", **{"action-submit": "1"})
    assert page.live
    assert "is published" in response.content.decode()


def test_a_section_may_be_published_by_its_editors(client, editor, section):
    right = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(
        group=Group.objects.get(user=editor), page=section, permission=right
    )
    client.force_login(editor)

    page, _response = create(client, section, "Uus asi", "Sõnad.", **{"action-publish": "1"})

    assert page.live


def test_an_editor_does_not_publish(client, editor, section):
    client.force_login(editor)

    page, answer = create(client, section, "Kohe", "Kohe välja.", **{"action-publish": "1"})

    assert not page.live
    assert "You may not submit or publish it" in answer.content.decode()


def test_a_publishing_editor_publishes_at_once(client, publisher, section):
    client.force_login(publisher)

    page, _response = create(client, section, "Kohe", "Kohe välja.", **{"action-publish": "1"})

    page.refresh_from_db()
    assert page.live
    client.logout()
    assert client.get(page.public_url()).status_code == 200


def test_what_is_set_for_later_is_not_called_published(client, publisher, section):
    client.force_login(publisher)
    later = {"go_live_at": "2099-12-01 08:00", "action-publish": "yes"}

    page, response = create(client, section, "Hiljem", "Jõgi tõuseb.", **later)

    said = [str(message).strip() for message in response.context["messages"]]
    assert "“Hiljem” will be published at the moment you set." in said
    assert "“Hiljem” is published." not in said
    assert not page.live


def test_an_approval_that_lacks_something_changes_nothing(client, editor, reviewer, section):
    client.force_login(editor)
    page, _response = create(client, section, "Tühjaks", "Sõnad.", **{"action-submit": "1"})
    task_state = page.current_workflow_state.current_task_state
    revision = task_state.revision
    revision.content = {**revision.content, "story": "[]"}
    revision.save()

    client.force_login(reviewer)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    response = client.post(url, follow=True)

    task_state.refresh_from_db()
    page.refresh_from_db()
    assert task_state.status == task_state.STATUS_IN_PROGRESS
    assert not page.live
    assert "no words yet" in response.content.decode()
