"""The walks in `docs/developers.md` name their functions in the order in which they are called."""

import inspect
import re
import sys
from contextlib import contextmanager

from django.urls import reverse

from kogu.content.models import Card
from kogu.demo.factories import NewsIndexPageFactory, NewsPageFactory
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures
from tests.editorial.news_forms import form
from tests.test_documentation import DOTTED, ROOT, resolve

WALKS = dict(
    part.split("\n", 1) for part in (ROOT / "docs/developers.md").read_text().split("\n## ")[1:]
)


def documented(walk):
    """The functions that the steps of a walk name, in their order, each once."""
    steps = re.findall(r"^\d\. .*(?:\n   .*)*", WALKS[walk], re.MULTILINE)
    names = dict.fromkeys(name for step in steps for name in DOTTED.findall(step))
    return [name for name in names if inspect.isfunction(resolve(name))]


@contextmanager
def first_calls(names):
    """Collects those of the functions that are called, in the order of their first calls.

    A decorator is called where what it returned is.
    """
    codes = {name: inspect.unwrap(resolve(name)).__code__ for name in names}
    places = {(code.co_filename, code.co_qualname): name for name, code in codes.items()}
    called = {}

    def note(frame, event, _argument):
        if event == "call":
            code = frame.f_code
            place = (code.co_filename, code.co_qualname.split(".<locals>")[0])
            if place in places:
                called.setdefault(places[place])

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(before)


def test_a_page_is_answered_as_documented(client, scenario):
    names = documented("How a page is answered")

    with first_calls(names) as called:
        client.get(Card.objects.get(kind="event").url)

    assert len(names) > 2
    assert list(called) == names


def test_a_list_of_the_api_is_answered_as_documented(client, scenario):
    names = documented("How an API list is answered")

    with first_calls(names) as called:
        client.get("/api/v1/events?locale=en&include=places")

    assert len(names) > 2
    assert list(called) == names


def test_publishing_goes_as_documented(homes, admin_client):
    news = NewsPageFactory(parent=NewsIndexPageFactory(locale="et"), title="Tegijad")
    names = documented("What happens when somebody presses *Publish*")
    data = {**form("Tegijad kohtusid", "Lugu.", **{"action-publish": "1"}), "slug": news.slug}

    with first_calls(names) as called:
        admin_client.post(reverse("wagtailadmin_pages:edit", args=[news.pk]), data)

    news.refresh_from_db()
    assert news.title == "Tegijad kohtusid"
    assert len(names) > 10
    assert list(called) == names
