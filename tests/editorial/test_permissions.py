"""Everybody may do what their role says, in their language, and nothing else by any address."""

import pytest
from django.urls import get_resolver, resolve

from kogu.delivery import tick_cache
from kogu.demo.factories import fresh
from tests import shared_fixtures
from tests.conftest import make_home_pages
from tests.editorial.permission_cases import ATTEMPTS
from tests.editorial.permission_fixtures import ROLES, SECRET, build, clients, digest, rolled_back

OURS = ("kogu.", "home.", "events.", "directory.", "search.")
SHARED = ("wagtailsnippets_", "wagtailsnippetchoosers_")


@pytest.fixture(scope="module")
def scenario(django_db_setup, django_db_blocker):
    """One world for all attempts; each is undone."""
    with django_db_blocker.unblock():
        shared_fixtures.deactivate()
    with django_db_blocker.unblock(), rolled_back():
        scenario = build(make_home_pages())
        scenario.browsers = clients()
        for browser in scenario.browsers.values():
            browser.raise_request_exception = False
        scenario.before = digest()
        yield scenario
    tick_cache.clear()


def attempt(scenario, role, address, sent, published=None):
    """Whether the role got its way; a refusal must leave and show nothing.

    Who may not publish what they sent for it has saved a draft, where they may do that.
    """
    browser = scenario.browsers[role]
    with rolled_back():
        response = browser.post(address, sent(scenario)) if sent else browser.get(address)
        changed = {table for table, rows in digest().items() if rows != scenario.before[table]}
        is_live = published is not None and fresh(published(scenario)).live
    assert response.status_code < 500, response
    if published:
        return is_live
    allowed = bool(changed) if sent else response.status_code == 200
    if not allowed:
        assert not changed, f"{role} was refused, and yet changed {changed}"
        # Who may read the draft may see it in a form that comes back.
        if role in "vO" or not sent:
            assert SECRET not in response.content.decode()
    return allowed


@pytest.mark.parametrize("name", ATTEMPTS)
def test_only_these_may(scenario, name):
    expected, address, sent, *published = ATTEMPTS[name]
    url = address(scenario)

    found = {role for role in ("v", *ROLES) if attempt(scenario, role, url, sent, *published)}

    assert "".join(role for role in ("v", *ROLES) if role in found) == expected


def patterns(resolver, namespaces=(), above=""):
    """Every address with its view, from the top down."""
    for each in resolver.url_patterns:
        route = above + str(each.pattern)
        if hasattr(each, "url_patterns"):
            inner = (*namespaces, each.namespace) if each.namespace else namespaces
            yield from patterns(each, inner, route)
        else:
            yield route, namespaces, each.callback


def test_every_address_of_ours_is_tried(scenario):
    ours = set()
    for route, namespaces, view in patterns(get_resolver()):
        module = getattr(getattr(view, "view_class", view), "__module__", "")
        shared = any(name.startswith(SHARED) for name in namespaces)
        if route.startswith("admin/") and module.startswith(OURS) and not shared:
            ours.add(route)

    tried = {
        resolve(address(scenario).partition("?")[0]).route
        for _, address, *_rest in ATTEMPTS.values()
    }

    # Everybody's own second factor is tried in tests/accounts/second_factor.
    own = {route for route in ours if route.startswith("admin/second-factor/")}
    assert ours - tried - own == set()
