"""An answer knows what it shows, and until when it holds."""

import datetime as dt

from kogu.delivery.dependencies import collecting, fresh_until, lists, shows

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def test_collects_things_lists_and_tags(news):
    with collecting() as seen:
        shows(news, "menu:et")
        lists("event", "et", "lv")

    assert seen.tags == {f"news:{news.key}", "menu:et", "list:event:et", "list:event:lv"}


def test_the_earliest_moment_counts():
    with collecting() as seen:
        fresh_until(NOON)
        fresh_until(None)
        fresh_until(NOON - dt.timedelta(hours=1))
        fresh_until(NOON + dt.timedelta(hours=1))

    assert seen.until == NOON - dt.timedelta(hours=1)


def test_an_outer_answer_learns_what_its_parts_show():
    with collecting() as outer:
        shows("a")
        with collecting() as inner:
            shows("b")
            fresh_until(NOON)

    assert inner.tags == {"b"}
    assert outer.tags == {"a", "b"}
    assert outer.until == NOON


def test_outside_of_an_answer_nothing_happens(news):
    shows(news)
    lists("news", "et")
    fresh_until(NOON)
