"""Mails about reviews are stored with their reason, in good words of the receiver's language."""

import pytest
from wagtail.users.models import UserProfile

from kogu.delivery.models import Outbox
from kogu.settings.mail import mailers
from tests.editorial.test_handing_in import create
from tests.translation.conftest import user_in


@pytest.fixture
def outbox(settings):
    """As in operation: everything that sends writes to the outbox."""
    settings.MAILERS = mailers("")
    return Outbox.objects.filter(kind="mail")


def handed_in(client, section):
    client.force_login(user_in("editor", "Editors"))
    return create(client, section, "Uus maja", "Valmis.", **{"action-submit": "1"})[0]


def test_a_submission_is_in_the_outbox_when_it_is_in_the_database(client, section, outbox):
    user_in("reviewer", "Reviewers")

    handed_in(client, section)

    mail = outbox.get().payload
    assert mail["to"] == ["reviewer@example.org"]
    assert "Uus maja" in mail["subject"]
    assert "http://testserver/admin/pages/" in mail["body"]


@pytest.mark.parametrize(("language", "words"), [("en", "Hello"), ("pl", "reviewer")])
def test_it_is_in_the_receivers_language(client, section, outbox, language, words):
    reviewer = user_in("reviewer", "Reviewers")
    profile = UserProfile.get_for_user(reviewer)
    profile.preferred_language = language
    profile.save()

    handed_in(client, section)

    body = outbox.get().payload["body"]
    assert words in body
    assert ("Hello" in body) is (language == "en")


def test_whoever_handed_in_hears_of_the_outcome(client, section, outbox):
    from django.urls import reverse

    reviewer = user_in("reviewer", "Reviewers")
    page = handed_in(client, section)
    task = page.current_workflow_state.current_task_state
    client.force_login(reviewer)

    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk])
    client.post(url, {"comment": "Kes tegi pildi?"})

    mail = outbox.exclude(payload__to=["reviewer@example.org"]).get().payload
    assert mail["to"] == ["editor@example.org"]
    assert "Kes tegi pildi?" in mail["body"]
