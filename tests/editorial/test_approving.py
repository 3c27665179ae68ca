"""A reviewer approves or sends back; what the reviewer wrote is kept either way."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import fresh
from tests.editorial.news_forms import create, review


def test_what_a_reviewer_wrote_is_published_with_the_approval(client, reviewer, submitted):
    client.force_login(reviewer)

    html = review(client, submitted, "Uus maja, uuesti", "Valmis ja avatud.", "approve")
    page = fresh(submitted)

    assert "“Uus maja, uuesti” is approved and published." in html
    assert re.search(r'<a[^>]*href="/et/[^"]*"[^>]*>\s*View live', html)
    assert page.live
    assert page.title == "Uus maja, uuesti"


def test_an_approval_that_lacks_something_saves_what_the_reviewer_wrote(
    client, reviewer, submitted
):
    client.force_login(reviewer)

    html = review(client, submitted, "Uus maja, uuesti", "", "approve")
    page = fresh(submitted)

    assert '<span data-kogu-field="story">Story</span>: The story has no words yet.' in html
    assert page.get_latest_revision_as_object().title == "Uus maja, uuesti"
    assert page.workflow_in_progress
    assert not page.live


@pytest.mark.parametrize("title", ["Uus maja, uuesti", "pikk " * 90])
def test_sending_back_saves_whatever_the_reviewer_wrote(client, reviewer, submitted, title):
    client.force_login(reviewer)

    review(client, submitted, title, "", "reject", '{"comment": "Palun sisu."}')
    page = fresh(submitted)
    state, draft = page.current_workflow_state, page.get_latest_revision_as_object()

    assert state.status == state.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "Palun sisu."
    assert title in {draft.title, draft.as_typed.get("title")}


@pytest.mark.parametrize(("name", "said"), [("approve", "no JSON"), ("approve", "[]")])
def test_an_approval_without_a_readable_comment_is_one(client, reviewer, submitted, name, said):
    client.force_login(reviewer)

    review(client, submitted, "Uus maja", "Valmis.", name, said)

    assert fresh(submitted).live


def test_no_other_action_is_taken_for_an_approval(client, reviewer, submitted):
    client.force_login(reviewer)

    review(client, submitted, "Uus maja", "Valmis.", "elsewhere")

    assert fresh(submitted).workflow_in_progress


@pytest.mark.parametrize("name", ["approve", "reject", ""])
def test_a_review_that_was_cancelled_meanwhile_loses_no_words(client, reviewer, submitted, name):
    with public_change():
        submitted.current_workflow_state.cancel(user=submitted.owner)
    client.force_login(reviewer)

    html = review(client, submitted, "Uus maja, lõplikult", "Valmis.", name)

    assert "neither approved nor sent back" in html
    assert "has been updated" not in html
    assert fresh(submitted).get_latest_revision_as_object().title == "Uus maja, lõplikult"
    assert not fresh(submitted).live


def test_an_editor_does_not_approve_what_waits_for_review(client, editor, submitted):
    review(client, submitted, "Uus maja", "Valmis.", "approve")

    assert fresh(submitted).workflow_in_progress


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
