"""Whatever staff do, the changes told are those the public can see: none missing, none spare."""

import datetime as dt
import json
from contextlib import contextmanager

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from directory.models import Topic
from home.models import InformationPage
from kogu.content.card_sync import rebuild
from kogu.content.models import Card
from kogu.delivery import clock, publishing
from kogu.delivery.changes import NotInPublicChange, public_change
from kogu.delivery.models import PastAddress
from kogu.demo.factories import InformationPageFactory, TopicFactory
from kogu.demo.factories.publishing import fresh
from tests import public_write_guard

from .public_rows import digest

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, homes):
    """An administrator's browser."""
    client.force_login(get_user_model().objects.create_superuser("mari", "m@example.org", "x"))
    return client


@pytest.fixture
def about(homes):
    """A live page with a live page below it."""
    page = InformationPageFactory(parent=homes["et"], title="Meist", slug="meist")
    InformationPageFactory(parent=page, title="Meeskond", slug="meeskond")
    return fresh(page)


@contextmanager
def exactly(*expected, ticks=None):
    """The changes told inside are those between the digests before and after, and these."""
    before, tick = digest(), clock.now_tick()
    yield
    told = public_write_guard.recorded_since(tick)
    assert len(told) == len(set(told))
    assert set(told) == public_write_guard.differences(before, digest())
    assert sorted(action for action, _ref in told) == sorted(expected)
    assert clock.now_tick() - tick == (len(set(expected)) > 0 if ticks is None else ticks)
    assert_cards_are_right()


def assert_cards_are_right():
    """Cards written along the way equal cards made anew."""
    columns = [f.attname for f in Card._meta.concrete_fields if f.name != "id"]
    kept = set(map(str, Card.objects.values_list(*columns)))
    with public_change():
        rebuild()
    assert kept == set(map(str, Card.objects.values_list(*columns)))


def below(page):
    return InformationPage.objects.child_of(page).get()


def edit_form(client, page):
    """The edit form as the browser would send it back, unchanged."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    form = BeautifulSoup(html, "html.parser").select_one("#page-edit-form")
    data = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.get("type") not in ("submit", "file"):
            data[field["name"]] = field.get("value", "") if field.name == "input" else field.text
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]") or field.select_one("option")
        data[field["name"]] = chosen["value"] if chosen else ""
    story = nested_form_data(
        {"story": streamfield([("rich_text", {"text": rich_text("<p>Tere.</p>")})])}
    )
    return data | story


def post(client, name, *arguments, **data):
    response = client.post(reverse(f"wagtailadmin_pages:{name}", args=arguments), data)
    assert response.status_code in (200, 302), response.content[:500]
    return response


def bulk(client, action, *pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    response = client.post(f"{url}?{ids}&next=/admin/", data)
    assert response.status_code == 302, response.content[-3000:]


def test_publishing_in_the_editor(admin, about):
    form = edit_form(admin, about) | {"title": "Meist kõigist", "action-publish": "1"}

    with exactly("updated"):
        post(admin, "edit", about.pk, **form)

    assert Card.objects.get(object_id=about.pk, kind="information").title == "Meist kõigist"


def test_saving_a_draft_is_no_change(admin, about):
    with exactly():
        post(admin, "edit", about.pk, **(edit_form(admin, about) | {"title": "Mustand"}))

    assert fresh(about).has_unpublished_changes


def test_a_refused_form_is_no_change(admin, about):
    form = edit_form(admin, about) | {"title": "", "slug": "", "action-publish": "1"}

    with exactly():
        post(admin, "edit", about.pk, **form)


def test_a_new_slug_moves_everything_below(admin, about):
    child = below(about)
    form = edit_form(admin, about) | {"slug": "kes-me-oleme", "action-publish": "1"}

    with exactly("updated", "updated"):
        post(admin, "edit", about.pk, **form)

    assert fresh(child).public_url() == "/et/kes-me-oleme/meeskond/"
    response = admin.get("/et/meist/meeskond/")
    assert (response.status_code, response["Location"]) == (301, "/et/kes-me-oleme/meeskond/")


def test_unpublishing_and_publishing_again(admin, about):
    child = below(about)
    with exactly("removed"):
        post(admin, "unpublish", child.pk)
    assert PastAddress.objects.filter(path="/et/meist/meeskond").exists()
    assert admin.get("/et/meist/meeskond/").status_code == 410

    form = edit_form(admin, child) | {"action-publish": "1"}
    with exactly("created"):
        post(admin, "edit", child.pk, **form)
    assert not PastAddress.objects.exists()


def test_unpublishing_with_what_is_below(admin, about):
    with exactly("removed", "removed"):
        post(admin, "unpublish", about.pk, include_descendants="on")


def test_moving(admin, about, homes):
    other = InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")

    with exactly("updated", "updated"):
        post(admin, "move_confirm", about.pk, other.pk)

    assert below(fresh(about)).public_url() == "/et/muu/meist/meeskond/"


def test_reordering_is_no_change_of_any_page(admin, about, homes):
    InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")
    url = reverse("wagtailadmin_pages:set_page_position", args=[about.pk])

    with exactly(ticks=1):
        assert admin.post(f"{url}?position=1").status_code == 200


def test_deleting(admin, about):
    with exactly("removed", "removed"):
        post(admin, "delete", about.pk)

    assert PastAddress.objects.count() == 2
    assert admin.get("/et/meist/").status_code == 410


def test_restricting_and_opening(admin, about):
    with exactly("removed", "removed"):
        post(admin, "set_privacy", about.pk, restriction_type="login")
    assert PageViewRestriction.objects.count() == 1
    with exactly("created", "created"):
        post(admin, "set_privacy", about.pk, restriction_type="none")


def test_moving_below_a_restriction(admin, about, homes):
    members = InformationPageFactory(parent=homes["et"], title="Liikmetele", slug="liikmetele")
    with public_change():
        PageViewRestriction.objects.create(page=members, restriction_type="login")

    with exactly("removed", "removed"):
        post(admin, "move_confirm", about.pk, members.pk)


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


def test_copies_are_drafts_whatever_is_asked(admin, about, homes):
    form = {
        "new_title": "Koopia",
        "new_slug": "koopia",
        "new_parent_page": str(homes["et"].pk),
        "copy_subpages": "on",
    }
    with exactly():
        post(admin, "copy", about.pk, **form, publish_copies="on")
    assert not Page.objects.get(slug="koopia").live


def test_an_alias_cannot_be_made(admin, about, homes):
    form = {
        "new_title": "Alias",
        "new_slug": "alias",
        "new_parent_page": str(homes["et"].pk),
        "alias": "on",
    }

    with exactly():
        admin.post(reverse("wagtailadmin_pages:copy", args=[about.pk]), form)
        with pytest.raises(ValidationError, match="alias"), public_change():
            about.create_alias(parent=homes["et"], update_slug="alias")

    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_bulk_actions(admin, about, homes):
    child = below(about)
    other = InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")

    with exactly("removed", "removed"):
        bulk(admin, "unpublish", child, other)
    with exactly("created", "created"):
        bulk(admin, "publish", child, other)
    with exactly("updated"):
        bulk(admin, "move", child, chooser=str(other.pk))
    with exactly("removed", "removed"):
        bulk(admin, "delete", about, Page.objects.get(slug="meeskond"))


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


@pytest.fixture
def workflow(homes):
    """A review by one group, for the Estonian pages."""
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

    task = GroupApprovalTask.objects.create(name="Ülevaatus")
    task.groups.add(Group.objects.create(name="Ülevaatajad"))
    workflow = Workflow.objects.create(name="Ülevaatus")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.filter(page=homes["et"]).delete()
    return WorkflowPage.objects.create(workflow=workflow, page=homes["et"])


def test_snippets_are_told_like_pages(homes):
    topic = TopicFactory(name="Puit", published=False)
    with exactly("created"), public_change():
        topic.save_revision().publish()
    topic = fresh(topic)
    topic.name = "Puit ja mets"
    with exactly(), public_change():
        topic.save_revision()
    with exactly("updated"), public_change():
        fresh(topic).latest_revision.publish()
    with exactly("removed"), public_change():
        fresh(topic).unpublish()
    with exactly("created"), public_change():
        fresh(topic).latest_revision.publish()
    with exactly("removed"), public_change():
        fresh(topic).delete()
    assert not Topic.objects.exists()


def test_a_refusal_changes_nothing(client, about):
    client.force_login(get_user_model().objects.create_user("keegi", "k@example.org", "x"))

    with exactly():
        client.post(reverse("wagtailadmin_pages:unpublish", args=[about.pk]))


def test_writing_outside_of_a_change_is_found(about):
    with pytest.raises(NotInPublicChange):
        about.save()
    with public_write_guard.refusing():
        outside = pytest.raises(
            public_write_guard.PublicWriteOutsideChange, match="wagtailcore_page"
        )
        with outside, transaction.atomic():
            Page.objects.filter(pk=about.pk).update(title="x")
        Page.objects.filter(pk=about.pk).update(draft_title="x")
        with public_change():
            Page.objects.filter(pk=about.pk).update(title="Meist")


def test_the_digest_sees_what_readers_see(about):
    assert json.loads(digest()[about.ref][1])["title"] == "Meist"
    assert {ref.kind for ref in digest()} == {"home", "information"}
