"""Who scheduled what cannot be published at its moment is told by mail, and in the editor."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from kogu.delivery import mail, publishing
from kogu.delivery.changes import public_change
from kogu.delivery.models import Outbox
from kogu.demo.factories import NewsPageFactory, TopicFactory, fresh
from kogu.editorial.failed_schedules import has_refused_schedule
from tests.translation.conftest import user_in

SAID = "It could not be published at the scheduled time"


@pytest.fixture(autouse=True)
def _nothing_rests(monkeypatch):
    monkeypatch.setattr(publishing, "_failed_until", {})


@pytest.fixture
def publisher(homes):
    return user_in("publisher", "Publishing editors")


def schedule(instance, user, **taken):
    """Schedules a draft whose moment has come by now."""
    instance.go_live_at = timezone.now() + dt.timedelta(hours=1)
    for name, value in taken.items():
        setattr(instance, name, value)
    with public_change():
        instance.save_revision(user=user).publish(user=user)
    revision = fresh(instance).latest_revision
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.content["go_live_at"] = None
    revision.save()


@pytest.fixture
def refused_while(monkeypatch):
    """Publishes what is due; the change is made between the refusal and its being told."""

    def publish(change):
        send = publishing.publication_failed.send_robust

        def send_after_change(*args, **kwargs):
            with public_change():
                change()
            send(*args, **kwargs)

        monkeypatch.setattr(publishing.publication_failed, "send_robust", send_after_change)
        return publishing.go_live()

    return publish


def mails():
    return Outbox.objects.filter(kind="mail.template", payload__template="publication_refused")


def body_of(entry, mailoutbox):
    mail.deliver_template(entry)
    return mailoutbox[-1].subject, mailoutbox[-1].body


def test_who_scheduled_a_page_and_whose_it_is_are_told(
    client, publisher, section, mailoutbox, catalogues
):
    editor = user_in("editor", "Editors")
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": "et"})
    item = NewsPageFactory(parent=section, title="Uudis", owner=editor)
    schedule(item, publisher, slug="savi")
    NewsPageFactory(parent=section, title="Savi", slug="savi")

    assert publishing.go_live() == 0

    told = {entry.payload["to"][0]: body_of(entry, mailoutbox) for entry in mails()}
    assert told.keys() == {"publisher@example.org", "editor@example.org"}
    subject, body = told["publisher@example.org"]
    assert subject == "Not published: “Uudis”"
    assert "- Slug: The slug 'savi' is already in use" in body
    assert f"/admin/pages/{item.pk}/edit/" in body
    assert "- Lühinimi aadressis: " in told["editor@example.org"][1]
    client.force_login(publisher)
    assert SAID in client.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()
    history = client.get(reverse("wagtailadmin_pages:history", args=[item.pk])).content.decode()
    assert "Could not be published at the scheduled time: " in history
    assert "unscheduled" not in history


def test_what_was_mended_is_published_and_no_longer_spoken_of(client, publisher, section):
    item = NewsPageFactory(parent=section, title="Uudis")
    schedule(item, publisher, slug="savi")
    other = NewsPageFactory(parent=section, title="Savi", slug="savi")
    publishing.go_live()
    with public_change():
        other.delete()

    assert fresh(item).get_lock() is None
    with public_change():
        fresh(item).latest_revision.publish(user=publisher)

    client.force_login(publisher)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()
    assert SAID not in html


def test_who_scheduled_a_snippet_is_told(admin_user, homes):
    topic = TopicFactory(name="Kruus")
    schedule(topic, admin_user, slug="savi")
    TopicFactory(name="Savi", slug="savi")

    assert publishing.go_live() == 0

    assert [entry.payload["to"] for entry in mails()] == [[admin_user.email]]
    assert mails().get().payload["context"]["path"].startswith("/admin/snippets/directory/topic/")


def test_a_new_schedule_is_not_called_off_for_the_one_before(publisher, section, refused_while):
    item = NewsPageFactory(parent=section, title="Uudis")
    schedule(item, publisher, slug="savi")
    NewsPageFactory(parent=section, title="Savi", slug="savi")
    later = timezone.now() + dt.timedelta(hours=1)
    scheduled = Revision.objects.filter(pk=fresh(item).latest_revision_id)

    refused_while(lambda: scheduled.update(approved_go_live_at=later))

    assert scheduled.get().approved_go_live_at == later
    assert not has_refused_schedule(item)
    assert not mails().exists()


def test_a_schedule_nothing_stands_against_any_more_is_kept(publisher, section, refused_while):
    item = NewsPageFactory(parent=section, title="Uudis")
    schedule(item, publisher, slug="savi")
    other = NewsPageFactory(parent=section, title="Savi", slug="savi")

    refused_while(other.delete)

    assert not has_refused_schedule(item)
    assert not mails().exists()
    publishing._failed_until.clear()
    assert publishing.go_live() == 1


def test_another_failure_is_the_operators(publisher, section, monkeypatch):
    item = NewsPageFactory(parent=section, title="Uudis")
    schedule(item, publisher)

    def fail(*_args, **_kwargs):
        raise ArithmeticError

    monkeypatch.setattr(type(item), "save", fail)
    assert publishing.go_live() == 0

    assert not mails().exists()
