"""What the delivery app's tests share: a card sync that compares what the test says is public."""

import uuid

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from kogu.delivery import changes, periodic, tick_cache
from kogu.delivery.changes import Transition
from kogu.delivery.refs import Ref
from kogu.demo.factories import InformationPageFactory
from kogu.demo.factories.publishing import fresh


@pytest.fixture(autouse=True)
def _empty_memory():
    tick_cache.clear()
    yield
    tick_cache.clear()


@pytest.fixture
def public_state(monkeypatch):
    """The public addresses of items, by ref; a test changes them inside a public change."""
    state: dict[Ref, str] = {}
    public_before: dict[Ref, str] = {}

    def sync(refs):
        for ref in sorted(refs):
            before, after = public_before.get(ref), state.get(ref)
            if before != after:
                yield Transition(ref, before, after)
            if after is None:
                public_before.pop(ref, None)
            else:
                public_before[ref] = after

    monkeypatch.setattr(changes, "_card_syncs", [lambda refs: list(sync(refs))])
    return state


@pytest.fixture
def news():
    """A ref of a news item."""
    return Ref("news", uuid.uuid4(), "et")


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


@pytest.fixture
def database_queue(settings, monkeypatch):
    """Jobs go into the database; nothing is done periodically but what a test registers."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(periodic, "_registered", {})
