"""A list costs the same number of queries however long it is, and no more than its ceiling."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kogu.api.included import INCLUDES
from kogu.api_v1.endpoints import resources

from . import ceilings


def cost(client, path):
    """Queries of an answer, once what all answers share is in memory."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert response.status_code == 200, (path, response.content)
    return len(queries)


def costs(client, path="/api/v1/{name}?locale=en&limit=100"):
    return {name: cost(client, path.format(name=name)) for name in resources}


def total(client, name):
    return client.get(f"/api/v1/{name}?locale=en").json()["total"]


def test_more_things_do_not_cost_more(client, scenario):
    few = costs(client)
    counted = {name: total(client, name) for name in resources}
    scenario.grow()

    assert all(total(client, name) > counted[name] > 0 for name in resources)
    assert costs(client) == few
    over = {name: n for name, n in few.items() if n > ceilings.LIST[name]}
    assert over == {}


def test_an_item_stays_under_its_ceiling(client, scenario):
    for name in resources:
        key = client.get(f"/api/v1/{name}?locale=en&limit=1").json()["items"][0]["id"]

        assert cost(client, f"/api/v1/{name}/{key}?locale=en") <= ceilings.ITEM[name], name


@pytest.mark.parametrize("name", ["news", "projects"])
def test_what_is_included_costs_little(client, scenario, name):
    bare = cost(client, f"/api/v1/{name}?locale=en")
    everything = ",".join(INCLUDES)

    for include in INCLUDES:
        dear = cost(client, f"/api/v1/{name}?locale=en&include={include}") - bare
        assert dear <= ceilings.EACH_INCLUDE, include
    dear = cost(client, f"/api/v1/{name}?locale=en&include={everything}") - bare
    assert dear <= ceilings.EACH_INCLUDE * len(INCLUDES)


def test_every_resource_has_a_ceiling():
    assert set(ceilings.ITEM) == set(ceilings.LIST) == set(resources)
