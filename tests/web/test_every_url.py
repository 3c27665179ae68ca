"""Every address of the site answers everybody, whatever is asked for and typed into its form."""

import copy

import pytest

from tests import forms
from tests.addresses import equip, right, wrong
from tests.editorial.permission_fixtures import rolled_back
from tests.editorial.test_permissions import scenario as editorial_scenario  # noqa: F401 fixtures


@pytest.fixture(scope="module")
def scenario(editorial_scenario):
    """The world of the matrix of roles, with something for every address."""
    equip(editorial_scenario)
    # Filled in once: what a request does is undone.
    editorial_scenario.right, editorial_scenario.wrong = (
        right(editorial_scenario),
        wrong(editorial_scenario),
    )
    return editorial_scenario


@pytest.mark.parametrize("method", ["get", "post"])
# Administrators are between editors and those who may do everything.
@pytest.mark.parametrize("role", "vLES")
def test_every_address_answers(scenario, role, method):
    assert broken(scenario, role, method, scenario.right) == []


@pytest.mark.parametrize(
    ("role", "method"), [("v", "get"), ("L", "post"), ("S", "get"), ("S", "post")]
)
def test_an_address_of_nothing_answers(scenario, role, method):
    assert broken(scenario, role, method, scenario.wrong) == []


def test_an_editor_searches_wherever_a_search_is_offered(scenario):
    lists = {address for address in scenario.right if not any(map(str.isdigit, address))}

    assert broken(scenario, "E", "get", {f"{one}?q=laat&search=laat" for one in lists}) == []


def broken(scenario, role, method, addresses):
    """The addresses that fail; whatever is done there is undone."""
    browser, found = scenario.browsers[role], []
    cookies = copy.deepcopy(browser.cookies)
    for address in sorted(addresses):
        with rolled_back():
            if getattr(browser, method)(address).status_code >= 500:
                found.append(address)
        browser.cookies = copy.deepcopy(cookies)
    return found


@pytest.fixture(scope="module")
def every_form(scenario):
    """One of every form of the admin."""
    return forms.forms(scenario)


@pytest.mark.parametrize(
    ("encoded", "words"),
    [
        (forms.as_urlencoded, "a lone surrogate"),
        (forms.as_multipart, "a lone surrogate"),
        (forms.as_json, "a lone surrogate"),
        (forms.as_urlencoded, "no characters"),
        (forms.as_urlencoded, "long"),
        (forms.as_multipart, "marks"),
    ],
)
def test_every_form_answers_whatever_is_typed(scenario, every_form, encoded, words):
    failed = []
    for address, fields in every_form:
        sent = {
            name: forms.typed(name, value, forms.WORDS[words]) for name, value in fields.items()
        }
        body, content_type = encoded(sent)
        with rolled_back():
            answer = scenario.browsers["S"].post(address, body, content_type=content_type)
        if answer.status_code >= 500:
            failed.append(address)

    assert len(every_form) > 40
    assert failed == []
