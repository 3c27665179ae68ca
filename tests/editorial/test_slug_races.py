"""Of two who take one slug at the same time, one is told so or gets a free one."""

import threading
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError

from directory.models import Topic
from kogu.content.completeness import Incomplete
from kogu.content.models import public
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    fresh,
    save_draft,
)
from kogu.imports import drafts
from kogu.imports.drafts import make_draft
from tests.conftest import make_home_pages
from tests.imports.understood import understood
from tests.threads import in_threads

pytestmark = pytest.mark.django_db(transaction=True)

# SQLite has one writer: the second has not begun when the first waits for it.
MEET_SECONDS = 1


@pytest.fixture
def section():
    """A live news section in Estonian."""
    return NewsIndexPageFactory(parent=make_home_pages()["et"], title="Uudised")


@pytest.fixture
def meet(monkeypatch):
    """Makes both threads wait for each other after a function."""

    def after(owner, name):
        barrier, stock = threading.Barrier(2), getattr(owner, name)

        def met(*args, **kwargs):
            found = stock(*args, **kwargs)
            if threading.current_thread() is not threading.main_thread():
                with suppress(threading.BrokenBarrierError):
                    barrier.wait(MEET_SECONDS)
            return found

        monkeypatch.setattr(owner, name, met)

    return after


def both(*works):
    """Does each in a thread and a public change of its own; what was refused and what failed."""
    raised = in_threads(*[public_change()(work) for work in works])
    refused = [error for error in raised if isinstance(error, (Incomplete, ValidationError))]
    return refused, [error for error in raised if error not in refused]


def drafts_of_one_slug(instances):
    """Works that publish drafts that all take the slug."""
    for each in instances:
        each.slug = "savi"
        save_draft(each)
    return [fresh(each).latest_revision.publish for each in instances]


def test_pages_published_at_once(section, meet):
    pages = [NewsPageFactory(parent=section, title=title) for title in "AB"]
    works = drafts_of_one_slug(pages)
    meet(public, "refuse_if_incomplete")

    refused, failed = both(*works)

    assert failed == []
    assert ["slug" in str(error) for error in refused] == [True]
    assert sorted(fresh(each).slug == "savi" for each in pages) == [False, True]


def test_snippets_published_at_once(section, meet):
    topics = [TopicFactory(name=name) for name in ("yks", "kaks")]
    works = drafts_of_one_slug(topics)
    meet(public, "refuse_if_incomplete")

    refused, failed = both(*works)

    assert failed == []
    assert ["slug" in str(error) for error in refused] == [True]
    assert sorted(fresh(each).slug == "savi" for each in topics) == [False, True]


def test_a_page_moved_while_another_takes_its_slug(section):
    other = NewsIndexPageFactory(parent=section.get_parent(), title="Teised")
    moved = NewsPageFactory(parent=other, title="Savi", slug="savi")
    work = drafts_of_one_slug([NewsPageFactory(parent=section, title="Uudis")])[0]

    both(work, lambda: moved.move(fresh(section), pos="last-child"))

    slugs = [each.slug for each in fresh(section).get_children()]
    assert len(slugs) == len(set(slugs))


def test_pages_imported_at_once(section, meet):
    found = understood("savi.txt", b"Savi\n\nSavikojas avati uus ahi.", "news")
    meet(drafts, "truncate_overlong")

    assert both(*[lambda: make_draft(found, parent=fresh(section))] * 2) == ([], [])

    first, second = sorted(each.slug for each in fresh(section).get_children())
    assert second == f"{first}-1"


def test_snippets_made_at_once(section, meet):
    locale = section.locale
    meet(Topic, "_free_slug")

    assert both(*[Topic(name="Savi", locale=locale).save for _ in range(2)]) == ([], [])

    assert sorted(Topic.objects.values_list("slug", flat=True)) == ["savi", "savi-2"]
