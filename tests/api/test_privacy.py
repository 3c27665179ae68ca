"""What is not public is nowhere in the API: not served, not named, not counted, not resolved."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from directory.models import Basis
from kogu.api.included import INCLUDES
from kogu.api_v1.endpoints import resources
from kogu.delivery.changes import public_change
from kogu.demo import factories as make

from .region_fixtures import NOW

PRIVATE = (
    "secret@koivakangas.example",
    "https://secret.example/meeting",
    "hush",
)
EVERYTHING = ",".join(INCLUDES)


def everything(client):
    """All that the API says, lists and items, in one text."""
    texts = []
    for name in resources:
        url = f"/api/v1/{name}?locale=en&fallback=et,lv,pl&limit=100&include={EVERYTHING}"
        answer = client.get(url)
        assert answer.status_code == 200, (name, answer.content)
        texts.append(answer.content.decode())
        for item in answer.json()["items"]:
            one = client.get(f"/api/v1/{name}/{item['id']}?locale={item['locale']}")
            assert one.status_code == 200, (name, item["id"])
            texts.append(one.content.decode())
    return "\n".join(texts)


def hide(how, page):
    """Take a published page from the public in one of the ways there are."""
    if how == "unpublished":
        with public_change():
            page.unpublish()
    elif how == "restricted":
        with public_change():
            PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.LOGIN
            )
    else:
        page.expire_at = timezone.now() + dt.timedelta(minutes=5)
        make.publish(page)


def test_private_facts_are_never_told(client, scenario):
    told = everything(client)

    assert [words for words in PRIVATE if words in told] == []
    assert "Koivakangas" in told


@pytest.mark.parametrize("how", ["unpublished", "restricted", "expired"])
@pytest.mark.parametrize("name", ["organisation", "project", "event"])
def test_a_hidden_page_is_nowhere(client, scenario, how, name):
    page = getattr(scenario, name)
    path, key = page.public_url(), str(page.translation_key)
    resource = f"{name}s"
    assert key in everything(client)

    hide(how, page)

    with time_machine.travel(NOW + dt.timedelta(hours=1), tick=False):
        assert key not in everything(client)
        assert client.get(f"/api/v1/{resource}?locale=en").json()["total"] == 0
        assert client.get(f"/api/v1/{resource}/{key}?locale=en").status_code == 404
        assert client.get("/api/v1/resolve", {"path": path}).status_code == 404
        naming = client.get("/api/v1/news", {"locale": "en", name: key})
        assert naming.json()["total"] == 0


def test_dates_of_a_hidden_event_are_hidden(client, scenario):
    assert client.get("/api/v1/occurrences?locale=en").json()["total"] == 1

    hide("restricted", scenario.event)

    assert client.get("/api/v1/occurrences?locale=en").json()["total"] == 0


@pytest.mark.parametrize("basis", [Basis.WITHDRAWN, Basis.TO_CONFIRM])
def test_whose_name_may_not_be_published_is_nowhere(client, scenario, basis):
    person = scenario.person
    key = str(person.translation_key)
    assert key in everything(client)

    person.basis = basis
    make.publish(person)

    told = everything(client)
    assert key not in told
    assert "Maasikas" not in told
    assert client.get("/api/v1/people?locale=en").json()["total"] == 0
    assert client.get(f"/api/v1/people/{key}?locale=en").status_code == 404


def test_a_draft_over_a_live_page_is_not_told(client, scenario):
    scenario.project.title = "Not yet decided"
    make.save_draft(scenario.project)

    assert "Not yet decided" not in everything(client)


def test_an_answer_ends_when_something_in_it_expires(client, scenario):
    hide("expired", scenario.event)
    paths = [
        "/api/v1/events?locale=en",
        "/api/v1/occurrences?locale=en",
        "/api/v1/news?locale=en",
        f"/api/v1/resolve?path={scenario.event.public_url()}",
    ]
    tags = {path: client.get(path)["ETag"] for path in paths}

    for path, tag in tags.items():
        assert client.get(path, headers={"if-none-match": tag}).status_code == 304, path
    with time_machine.travel(NOW + dt.timedelta(minutes=6), tick=False):
        for path, tag in tags.items():
            again = client.get(path, headers={"if-none-match": tag})
            assert again.status_code in {200, 404}, path
