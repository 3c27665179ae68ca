"""Every address of the site answers everybody, whatever is asked for and with an empty form."""

import copy

import pytest

from tests.addresses import equip, right, wrong
from tests.editorial.test_permissions import world as editorial_world  # noqa: F401
from tests.editorial.world import rolled_back


@pytest.fixture(scope="module")
def world(editorial_world):  # noqa: F811
    """The world of the matrix of roles, with something for every address."""
    equip(editorial_world)
    # Filled in once: what a request does is undone.
    editorial_world.right, editorial_world.wrong = right(editorial_world), wrong(editorial_world)
    return editorial_world


@pytest.mark.parametrize("method", ["get", "post"])
# Administrators are between editors and those who may do everything.
@pytest.mark.parametrize("role", "vLES")
def test_every_address_answers(world, role, method):
    assert broken(world, role, method, world.right) == []


@pytest.mark.parametrize(
    ("role", "method"), [("v", "get"), ("L", "post"), ("S", "get"), ("S", "post")]
)
def test_an_address_of_nothing_answers(world, role, method):
    assert broken(world, role, method, world.wrong) == []


def broken(world, role, method, addresses):
    """The addresses that fail; whatever is done there is undone."""
    browser, found = world.browsers[role], []
    cookies = copy.deepcopy(browser.cookies)
    for address in sorted(addresses):
        with rolled_back():
            if getattr(browser, method)(address).status_code >= 500:
                found.append(address)
        browser.cookies = copy.deepcopy(cookies)
    return found
