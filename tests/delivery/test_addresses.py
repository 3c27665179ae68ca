"""A public address never just stops to answer: it leads on, or says that it is gone."""

import uuid

import pytest
from wagtail.contrib.redirects.models import Redirect

from kogu.delivery import addresses, clock
from kogu.delivery.changes import public_change, touch
from kogu.delivery.models import PastAddress, Tag
from kogu.delivery.refs import Ref

pytestmark = pytest.mark.django_db


@pytest.fixture
def move(public_state):
    """Moves items to new addresses in one change; None takes one off the site."""

    def moving(places):
        with public_change():
            for ref, url in places.items():
                if url is None:
                    public_state.pop(ref, None)
                else:
                    public_state[ref] = url
                touch(ref)

    return moving


def leads():
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def gone():
    return set(PastAddress.objects.values_list("path", flat=True))


def test_a_new_slug_leaves_a_redirect(move, news):
    move({news: "/et/uudised/vana/"})
    move({news: "/et/uudised/uus/"})

    assert leads() == {"/et/uudised/vana": "/et/uudised/uus/"}
    assert Tag.objects.get(name="redirects").tick == clock.now_tick()


def test_moving_twice_makes_no_chain(move, news):
    for url in ("/et/a/", "/et/b/", "/et/c/"):
        move({news: url})

    assert leads() == {"/et/a": "/et/c/", "/et/b": "/et/c/"}


def test_moving_back_makes_no_loop(move, news):
    for url in ("/et/a/", "/et/b/", "/et/a/"):
        move({news: url})

    assert leads() == {"/et/b": "/et/a/"}


def test_two_things_that_swap_addresses_get_no_redirect(move, news):
    other = Ref("news", uuid.uuid4(), "et")
    move({news: "/et/a/", other: "/et/b/"})

    move({news: "/et/b/", other: "/et/a/"})

    assert leads() == {}


def test_one_moving_on_while_another_takes_its_place_keeps_both_histories(move, news):
    other = Ref("news", uuid.uuid4(), "et")
    move({news: "/et/x0/", other: "/et/y0/"})
    move({news: "/et/x/", other: "/et/y/"})

    move({news: "/et/y/", other: "/et/z/"})

    assert leads() == {"/et/x0": "/et/y/", "/et/x": "/et/y/", "/et/y0": "/et/z/"}


def test_what_is_taken_off_the_site_is_gone_at_all_its_addresses(move, news):
    move({news: "/et/a/"})
    move({news: "/et/b/"})
    move({news: None})

    assert leads() == {}
    assert gone() == {"/et/a", "/et/b"}
    assert addresses.is_gone("/et/a/")
    assert not addresses.is_gone("/et/c/")


def test_what_returns_is_led_to_from_all_its_addresses(move, news):
    move({news: "/et/a/"})
    move({news: "/et/b/"})
    move({news: None})
    move({news: "/et/c/"})

    assert leads() == {"/et/a": "/et/c/", "/et/b": "/et/c/"}
    assert gone() == set()


def test_an_address_taken_by_another_thing_is_its_own(move, news):
    other = Ref("news", uuid.uuid4(), "et")
    move({news: "/et/a/"})
    move({news: None})
    move({other: "/et/a/"})

    assert gone() == set()
    assert leads() == {}


def test_a_redirect_written_by_staff_stays(move, news):
    with public_change():
        Redirect.add_redirect("/et/a/", "https://example.org/")
    move({news: "/et/a/"})
    move({news: "/et/b/"})

    assert leads() == {"/et/a": "https://example.org/"}


def test_things_without_a_page_leave_no_addresses(move, news):
    move({news: ""})
    move({news: None})

    assert leads() == {}
    assert gone() == set()


def test_a_long_address_does_not_stop_a_publication(move, news, caplog):
    move({news: "/et/" + "a" * 300 + "/"})
    move({news: "/et/b/"})

    assert leads() == {}
    assert "too long" in caplog.text


def test_moving_many_costs_no_more_queries_than_moving_one(
    move, public_state, django_assert_max_num_queries
):
    refs = [Ref("news", uuid.uuid4(), "et") for _ in range(60)]
    move({ref: f"/et/a/{ref.key}/" for ref in refs})

    with django_assert_max_num_queries(20):
        move({ref: f"/et/b/{ref.key}/" for ref in refs})

    assert len(leads()) == 60
