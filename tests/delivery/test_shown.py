"""An answer knows what it shows, and until when it holds."""

import datetime as dt

from kogu.delivery.dependencies import (
    collect_dependencies,
    depends_on,
    depends_on_list,
    valid_until,
)

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def test_collects_things_lists_and_tags(news):
    with collect_dependencies() as seen:
        depends_on(news, "menu:et")
        depends_on_list("event", "et", "lv")

    assert seen.tags == {f"news:{news.key}", "menu:et", "list:event:et", "list:event:lv"}


def test_the_earliest_moment_counts():
    with collect_dependencies() as seen:
        valid_until(NOON)
        valid_until(None)
        valid_until(NOON - dt.timedelta(hours=1))
        valid_until(NOON + dt.timedelta(hours=1))

    assert seen.until == NOON - dt.timedelta(hours=1)


def test_an_outer_answer_learns_what_its_parts_show():
    with collect_dependencies() as outer:
        depends_on("a")
        with collect_dependencies() as inner:
            depends_on("b")
            valid_until(NOON)

    assert inner.tags == {"b"}
    assert outer.tags == {"a", "b"}
    assert outer.until == NOON


def test_outside_of_an_answer_nothing_happens(news):
    depends_on(news)
    depends_on_list("news", "et")
    valid_until(NOON)
