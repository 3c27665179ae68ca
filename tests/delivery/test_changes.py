"""What becomes public, changes or goes is recorded once, in one tick, or not at all."""

import uuid

import pytest
from django.db import IntegrityError

from kogu.delivery import changes, clock
from kogu.delivery.changes import (
    NotInPublicChange,
    Transition,
    public_change,
    recheck,
    touch,
    touch_tag,
)
from kogu.delivery.models import Change, Tag
from kogu.delivery.refs import Ref

pytestmark = pytest.mark.django_db


def recorded():
    return [(c.tick, c.action, c.old_url, c.new_url) for c in Change.objects.all()]


def test_a_publication_moves_the_clock_by_one(public_state, news):
    before = clock.now_tick()

    with public_change():
        public_state[news] = "/et/a/"
        touch(news)

    assert clock.now_tick() == before + 1
    assert recorded() == [(before + 1, "created", "", "/et/a/")]


def test_change_and_removal_are_told_with_both_addresses(public_state, news):
    for url in ("/et/a/", "/et/b/", None):
        with public_change():
            if url is None:
                del public_state[news]
            else:
                public_state[news] = url
            touch(news)

    actions = [(action, old, new) for _tick, action, old, new in recorded()]
    assert actions == [
        ("created", "", "/et/a/"),
        ("updated", "/et/a/", "/et/b/"),
        ("removed", "/et/b/", ""),
    ]


def test_touching_what_did_not_change_moves_nothing(public_state, news):
    before = clock.now_tick()

    with public_change():
        touch(news)

    assert clock.now_tick() == before
    assert recorded() == []


def test_rechecking_tells_only_what_is_elsewhere_or_gone(news, monkeypatch):
    answers = iter([("/et/a/", "/et/a/"), ("/et/a/", "/et/b/"), ("/et/b/", None)])
    monkeypatch.setattr(
        changes, "_card_syncs", [lambda refs: [Transition(news, *next(answers))] if refs else []]
    )

    for _ in range(3):
        with public_change():
            recheck(news)

    assert [(old, new) for _tick, _action, old, new in recorded()] == [
        ("/et/a/", "/et/b/"),
        ("/et/b/", ""),
    ]


def test_what_card_sync_touches_is_compared_too_and_recorded_once(news, monkeypatch):
    other = news._replace(kind="event")
    asked = []

    def sync(refs):
        asked.append(refs)
        if len(asked) == 1:
            touch(other, news)
            return [Transition(news, None, "/et/a/", frozenset({"one"}))]
        return [Transition(news, "/et/a/", "/et/a/", frozenset({"two"}))]

    monkeypatch.setattr(changes, "_card_syncs", [sync])

    with public_change():
        touch(news)

    assert asked == [{news}, {other, news}]
    assert [(action, new) for _tick, action, _old, new in recorded()] == [("created", "/et/a/")]
    assert Tag.objects.filter(name__in=["one", "two"]).count() == 2


def test_nested_changes_are_one(public_state, news):
    other = news._replace(locale="lv")
    before = clock.now_tick()

    with public_change():
        with public_change():
            public_state[news] = "/et/a/"
            touch(news)
        public_state[other] = "/lv/a/"
        touch(other, news)

    assert clock.now_tick() == before + 1
    assert list(Change.objects.values_list("position", "locale")) == [(0, "et"), (1, "lv")]


def test_works_as_a_decorator_more_than_once(public_state, news):
    @public_change()
    def publish(url):
        public_state[news] = url
        touch(news)

    publish("/et/a/")
    publish("/et/b/")

    assert len(recorded()) == 2


def test_a_failure_leaves_nothing_behind(public_state, news):
    before = clock.now_tick()

    with pytest.raises(ZeroDivisionError), public_change():
        public_state[news] = "/et/a/"
        touch(news)
        raise ZeroDivisionError

    assert clock.now_tick() == before
    assert recorded() == []
    assert not changes.is_open()


def test_a_rollback_asked_for_records_nothing(public_state, news):
    from django.db import transaction

    with public_change():
        public_state[news] = "/et/a/"
        touch(news)
        transaction.set_rollback(True)

    assert recorded() == []


def test_forgetting_the_change_is_an_error_that_says_what_to_do(news):
    with pytest.raises(NotInPublicChange, match="with public_change"):
        touch(news)
    with pytest.raises(NotInPublicChange, match="menu:et"):
        touch_tag("menu:et")


def test_tags_carry_the_latest_tick(public_state, news):
    with public_change():
        public_state[news] = "/et/a/"
        touch(news)
    with public_change():
        touch_tag("menu:et")

    latest = clock.now_tick()
    tags = dict(Tag.objects.values_list("name", "tick"))
    assert tags["menu:et"] == latest
    assert tags[f"news:{news.key}"] == latest - 1
    assert tags["list:news:et"] == latest - 1
    with public_change():
        public_state[news] = "/et/a2/"
        touch(news)
    assert Tag.objects.get(name=news.tag).tick == latest + 1
    assert Tag.objects.get(name="menu:et").tick == latest


def test_many_tags_and_changes_go_in_one_tick(public_state):
    refs = [Ref("news", uuid.uuid4(), "et") for _ in range(300)]

    with public_change():
        for number, ref in enumerate(refs):
            public_state[ref] = f"/et/{number}/"
            touch(ref)

    assert Change.objects.values("tick").distinct().count() == 1
    assert Change.objects.count() == 300
    assert Tag.objects.filter(tick=clock.now_tick()).count() == 302


def test_positions_in_a_tick_are_unique(public_state, news):
    with public_change():
        public_state[news] = "/et/a/"
        touch(news)
    twin = Change.objects.get()
    twin.pk = None

    with pytest.raises(IntegrityError):
        twin.save()


def test_the_clock_is_read_once_per_request_and_again_after_it_moved(
    django_assert_num_queries, news, public_state
):
    with clock.shared_reading():
        with django_assert_num_queries(1):
            first = clock.now_tick()
            assert clock.now_tick() == first
        with public_change():
            public_state[news] = "/et/a/"
            touch(news)
        assert clock.now_tick() == first + 1
