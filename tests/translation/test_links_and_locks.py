"""A lost link is said; what was submitted stays as it is, and is what an approval publishes."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, StringSegment, StringTranslation

from home.models import NewsPage
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change
from kogu.translation import targets

from .conftest import translate_all, user_in

LINKED = '<p>Loe <a href="https://example.org/kava">kavast</a> ja <a href="/et/">siit</a>.</p>'
LOST = "Lasi tālāk."


def publish_source(translation, **values):
    with public_change():
        page = NewsPage.objects.get(pk=translation.source.get_source_instance().pk)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()
        translation.source.update_from_db()


@pytest.fixture
def linked(begun):
    """A news item whose story has two links, with every passage translated."""
    story = [{"type": "rich_text", "value": {"text": LINKED}, "id": "linked"}]
    publish_source(begun, story=json.dumps(story))
    translate_all(begun, "{}")
    return begun


def linked_passage(translation):
    return StringSegment.objects.get(source=translation.source, string__data__contains="<a ")


def put(client, translation, segment, words):
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    return client.put(address, f"value={words}", content_type="application/x-www-form-urlencoded")


def warned(translation):
    found = problems(translation.get_target_instance().get_latest_revision_as_object())
    return [one for one in found if "link" in one.message]


def test_a_link_that_stays_is_not_spoken_of(linked):
    with public_change():
        targets.save_draft(linked)

    assert warned(linked) == []


def test_a_lost_link_is_said_when_saving(client, latvian, linked):
    client.force_login(latvian)

    answer = put(client, linked, linked_passage(linked), LOST).json()

    assert '<a id="a1">kavast</a>, <a id="a2">siit</a>' in answer["error"]
    written = StringTranslation.objects.get(data=LOST)
    assert not written.has_error, "it is translated all the same"


def test_a_lost_link_holds_the_submission_until_a_reason_is_given(client, latvian, linked):
    client.force_login(latvian)
    put(client, linked, linked_passage(linked), LOST)

    answer = client.post(reverse("kogu_submit:submit", args=[linked.pk]), follow=True)

    target = linked.get_target_instance()
    assert target.current_workflow_state is None
    [problem] = warned(linked)
    assert problem.is_warning
    assert "“kavast”, “siit”" in problem.message
    html = answer.content.decode()
    reason = reverse("kogu_editorial_reason", args=["home", "newspage", target.pk, "action-submit"])
    assert reason in html

    seen = client.get(reason).context["form"].initial["seen"]
    client.post(reason, {"reason": "Latviski tādas lapas nav.", "seen": seen})
    assert linked.get_target_instance().workflow_in_progress


@pytest.fixture
def submitted(client, latvian, begun):
    """A translation that its translator has submitted."""
    translate_all(begun, "Reviewed {}", latvian)
    client.force_login(latvian)
    client.post(reverse("kogu_submit:submit", args=[begun.pk]))
    assert begun.get_target_instance().workflow_in_progress
    return begun


def approve(client, reviewer, translation):
    client.force_login(reviewer)
    target = translation.get_target_instance()
    args = [target.pk, "approve", target.current_workflow_task_state.pk]
    client.post(reverse("wagtailadmin_pages:workflow_action", args=args))
    return translation.get_target_instance()


def title(translation):
    return StringSegment.objects.get(source=translation.source, context__path="title")


def heading(html):
    return html.partition("<h1")[2].partition(">")[2].partition("</h1>")[0].strip()


def test_a_passage_that_was_handed_in_is_locked(client, reviewer, submitted):
    answer = put(client, submitted, title(submitted), "Unseen")

    assert answer.status_code == 409
    edit = submitted.get_target_instance_edit_url()
    page = BeautifulSoup(client.get(edit).content, "html.parser")
    props = json.loads(page.find(class_="js-translation-editor")["data-props"])
    assert props["object"]["isLocked"]
    target = approve(client, reviewer, submitted)
    assert target.title == "Reviewed Tegijad kohtusid"


def test_an_address_a_file_and_a_machine_change_nothing_either(client, submitted):
    po = submitted.export_po()
    for entry in po:
        entry.msgstr = "Unseen"
    before = list(StringTranslation.objects.values_list("pk", "data"))

    client.post(
        reverse("wagtail_localize:upload_pofile", args=[submitted.pk]),
        {"file": SimpleUploadedFile("lv.po", str(po).encode())},
    )
    client.post(reverse("wagtail_localize:machine_translate", args=[submitted.pk]))
    for segment in OverridableSegment.objects.filter(source=submitted.source):
        args = [submitted.pk, segment.pk]
        answer = client.delete(reverse("wagtail_localize:edit_override", args=args))
        assert answer.status_code == 409

    assert list(StringTranslation.objects.values_list("pk", "data")) == before


def test_what_the_reviewer_previews_is_what_approval_publishes(client, reviewer, submitted):
    publish_source(submitted, title="Tegijad kohtusid taas")
    StringTranslation.objects.update(data="Unseen")
    client.force_login(reviewer)

    address = reverse("wagtail_localize:preview_translation", args=[submitted.pk])
    shown = heading(client.get(address).content.decode())
    target = approve(client, reviewer, submitted)

    assert target.live
    assert shown == target.title == "Reviewed Tegijad kohtusid"


def test_what_is_handed_in_again_is_checked_again(client, latvian, reviewer, submitted):
    target = submitted.get_target_instance()
    task = target.current_workflow_task_state
    with public_change():
        task.task.specific.on_action(task, reviewer, "reject", comment="?")
    publish_source(submitted, summary="Päris uus kokkuvõte.")

    client.post(reverse("kogu_submit:submit", args=[submitted.pk]))

    assert not submitted.get_target_instance().workflow_in_progress


def test_who_handed_it_in_withdraws_it_and_goes_on(client, submitted):
    address = reverse("kogu_submit:withdraw", args=[submitted.pk])
    assert address in client.get(submitted.get_target_instance_edit_url()).content.decode()

    client.post(address)

    assert submitted.get_target_instance().current_workflow_state is None
    assert put(client, submitted, title(submitted), "Better").status_code == 200


def test_another_translator_does_not_withdraw_it(client, submitted):
    client.force_login(user_in("second", "Translators: Latvian"))

    client.post(reverse("kogu_submit:withdraw", args=[submitted.pk]))

    assert submitted.get_target_instance().workflow_in_progress


def test_a_reviewer_decides_in_the_translators_editor(client, reviewer, submitted):
    target = submitted.get_target_instance()
    state = target.current_workflow_task_state
    address = submitted.get_target_instance_edit_url()
    assert "data-workflow-action-url" not in client.get(address).content.decode()
    client.force_login(reviewer)

    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    buttons = page.select("[data-workflow-action-url]")
    client.post(buttons[0]["data-workflow-action-url"])

    assert [button["data-workflow-action-url"].split("/")[-3] for button in buttons] == [
        "approve",
        "approve",
        "reject",
    ]
    assert [button.has_attr("data-launch-modal") for button in buttons] == [False, True, True]
    assert buttons[0].text.casefold() == "kinnita ja avalda"
    state.refresh_from_db()
    assert state.status == "approved"
