"""While the second factor is outstanding, nothing of the admin opens."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kogu.accounts.second_factor_middleware import OPEN
from tests.accounts.second_factor.conftest import ENROL, VERIFY, code, give, require_of

pytestmark = pytest.mark.django_db


def admin_addresses(patterns=None, prefix=""):
    """Every address below the admin, each with something in its blanks."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from admin_addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and route.startswith("admin/"):
            yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: "1", re.sub(r"[\^$]", "", route))


@pytest.mark.parametrize("state", ["verify", "enrol"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_the_admin_opens_while_the_factor_is_outstanding(
    client, mari, request, state, method
):
    if state == "verify":
        request.getfixturevalue("device")
    else:
        require_of(mari)
    client.force_login(mari)
    opened = {reverse(name) for name in OPEN[state]}

    addresses = [path for path in admin_addresses() if path not in opened]
    answers = {path: getattr(client, method)(path) for path in addresses}

    assert len(answers) > 300
    wanted = 302 if method == "get" else 403
    assert {p: a.status_code for p, a in answers.items() if a.status_code != wanted} == {}
    if method == "get":
        led = {a["Location"].partition("?")[0] for a in answers.values()}
        assert led == {VERIFY if state == "verify" else ENROL}


def test_scripts_are_refused_in_their_way(client, mari, device):
    client.force_login(mari)

    ajax = client.get("/admin/api/main/pages/", headers={"x-requested-with": "XMLHttpRequest"})
    json = client.get("/admin/api/main/pages/", headers={"accept": "application/json"})

    assert (ajax.status_code, json.status_code) == (403, 403)


def test_elsewhere_the_session_counts_as_signed_out(client, mari, device, news):
    from wagtail.models import PageViewRestriction

    from kogu.delivery.changes import public_change

    with public_change():
        PageViewRestriction.objects.create(page=news, restriction_type="login")
    address = news.url
    sent = {"username": "mari", "password": "secret", "next": address}

    answer = client.post(reverse("wagtailcore_login"), sent)
    assert answer["Location"].startswith(VERIFY)
    assert client.get(address).status_code != 200

    give(client, code())
    assert client.get(address).status_code == 200


def test_a_stranger_is_led_to_sign_in():
    for name in ("status", "verify", "recover", "enrol", "confirm", "codes", "remove"):
        answer = Client().get(reverse(f"second_factor:{name}"))
        assert answer["Location"].startswith("/admin/login/")
