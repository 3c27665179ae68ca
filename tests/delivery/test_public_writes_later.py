"""What is published, taken off or approved later is told at its moment, and nothing else."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from home.models import InformationPage
from kogu.delivery import clock, publishing
from kogu.delivery.changes import public_change
from kogu.delivery.models import PastAddress
from kogu.demo.factories.publishing import fresh
from tests import public_write_guard
from tests.delivery.staff_writes import below, edit_form, exactly, post

from .public_rows import digest

pytestmark = pytest.mark.django_db


def test_a_schedule_changes_nothing_until_its_moment(admin, about):
    soon = timezone.now() + dt.timedelta(hours=1)
    when = timezone.localtime(soon).strftime("%Y-%m-%d %H:%M")
    form = edit_form(admin, about) | {"title": "Homme", "go_live_at": when}

    with exactly():
        post(admin, "edit", about.pk, **form, **{"action-publish": "1"})
    with exactly():
        assert publishing.publish_due() == 0
    with time_machine.travel(soon + dt.timedelta(minutes=2)), exactly("updated"):
        assert publishing.publish_due() == 1

    assert fresh(about).title == "Homme"


def test_expiry_takes_off_what_has_ended(about):
    child = below(about)
    child.expire_at = timezone.now() + dt.timedelta(hours=1)
    with public_change():
        child.save_revision().publish()
    url, tick = child.public_url(), clock.now_tick()

    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        assert child.ref not in digest()
        assert publishing.publish_due() == 1
        assert child.ref not in digest()

    assert public_write_guard.recorded_since(tick) == [("removed", child.ref)]
    assert PastAddress.objects.filter(path=url.rstrip("/")).exists()


def test_one_schedule_that_fails_stops_no_other(about, monkeypatch, caplog):
    child = below(about)
    for page in (about, child):
        page.go_live_at = timezone.now() + dt.timedelta(hours=1)
        page.title = f"{page.title} homme"
        with public_change():
            page.save_revision().publish()
    save = InformationPage.save

    def failing(self, *args, **kwargs):
        if self.pk == about.pk:
            raise ArithmeticError
        return save(self, *args, **kwargs)

    monkeypatch.setattr(publishing, "_failed_until", {})
    monkeypatch.setattr(InformationPage, "save", failing)
    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        assert publishing.publish_due() == 1
        assert publishing.publish_due() == 0

    told = [record for record in caplog.records if record.name == publishing.__name__]
    assert len(told) == 1
    assert fresh(child).title == "Meeskond homme"
    assert fresh(about).title == "Meist"


def test_a_review_that_approves_publishes(admin, about, workflow):
    form = edit_form(admin, about) | {"title": "Üle vaadatud"}
    with exactly():
        post(admin, "edit", about.pk, **form, **{"action-submit": "1"})
    state = fresh(about).current_workflow_task_state

    with exactly("updated"):
        post(admin, "workflow_action", about.pk, "approve", state.pk, comment="")

    assert fresh(about).title == "Üle vaadatud"


def test_a_review_that_rejects_changes_nothing(admin, about, workflow):
    form = edit_form(admin, about) | {"title": "Tagasi"}
    post(admin, "edit", about.pk, **form, **{"action-submit": "1"})
    state = fresh(about).current_workflow_task_state

    with exactly():
        post(admin, "workflow_action", about.pk, "reject", state.pk, comment="ei")

    assert fresh(about).title == "Meist"
