"""Mails about reviews are stored with their reason, in good words of the receiver's language."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.admin import mail
from wagtail.users.models import UserProfile

from kogu.delivery.models import Outbox
from kogu.settings.mail import mailers
from tests.editorial.news_forms import create
from tests.translation.conftest import user_in


@pytest.fixture
def outbox(settings):
    """As in operation: everything that sends writes to the outbox."""
    settings.MAILERS = mailers("")
    return Outbox.objects.filter(kind="mail")


def submit(client, section):
    client.force_login(user_in("editor", "Editors"))
    return create(client, section, "Uus maja", "Valmis.", **{"action-submit": "1"})[0]


def test_a_submission_is_in_the_outbox_when_it_is_in_the_database(client, section, outbox):
    user_in("reviewer", "Reviewers")

    submit(client, section)

    sent = outbox.get().payload
    assert sent["to"] == ["reviewer@example.org"]
    assert sent["subject"] == "To review: “Uus maja”"
    assert sent["body"].startswith("Hello reviewer,\n\n“Uus maja” waits for your review.\n\n")
    assert "http://testserver/admin/pages/" in sent["body"]


def test_it_is_written_in_the_receivers_language(client, section, outbox, monkeypatch):
    languages = []

    def written(template, context):
        languages.append(get_language())
        return render_to_string(template, context)

    monkeypatch.setattr(mail, "render_to_string", written)
    profile = UserProfile.get_for_user(user_in("reviewer", "Reviewers"))
    profile.preferred_language = "pl"
    profile.save()

    submit(client, section)

    assert outbox.count() == 1
    assert set(languages) == {"pl"}


def test_whoever_handed_in_hears_of_the_outcome(client, section, outbox):
    reviewer = user_in("reviewer", "Reviewers")
    page = submit(client, section)
    task = page.current_workflow_state.current_task_state
    client.force_login(reviewer)

    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", task.pk])
    client.post(url, {"comment": "“Kes?” & kus"})

    sent = outbox.exclude(payload__to=["reviewer@example.org"]).get().payload
    assert sent["to"] == ["editor@example.org"]
    assert sent["subject"] == "Sent back: “Uus maja”"
    assert "reviewer sent “Uus maja” back to you." in sent["body"]
    assert "The comment: “Kes?” & kus\n" in sent["body"]
