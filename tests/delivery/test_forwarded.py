"""What a front server says of the reader is believed only of one that is trusted."""

import ipaddress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kogu.delivery.client_address import client_address
from kogu.delivery.middleware import ForwardedMiddleware


@pytest.fixture(autouse=True)
def _one_trusted_network(settings):
    settings.TRUSTED_PROXIES = [ipaddress.ip_network("10.0.0.0/8")]


def seen(peer, **headers):
    """The request as everything behind the middleware sees it."""
    requests = []
    middleware = ForwardedMiddleware(lambda request: requests.append(request) or HttpResponse())
    middleware(RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer))
    return requests[0]


def test_a_trusted_server_names_the_reader_and_the_scheme():
    request = seen("10.0.0.2", x_forwarded_for="8.8.4.4", x_forwarded_proto="https")

    assert request.META["REMOTE_ADDR"] == "8.8.4.4"
    assert request.is_secure()
    assert client_address(request) == "8.8.4.4"


@pytest.mark.parametrize("peer", ["8.8.8.8", "127.0.0.1", "192.168.1.2", "::1"])
def test_nobody_else_names_anything(peer):
    headers = {"x_forwarded_for": "8.8.4.4", "x_forwarded_proto": "https"}
    request = seen(peer, **headers, x_forwarded_host="evil.example")

    assert request.META["REMOTE_ADDR"] == peer
    assert not request.is_secure()
    assert not [name for name in request.META if name.startswith("HTTP_X_FORWARDED")]
    assert client_address(request) == (peer if peer == "8.8.8.8" else "")


def test_the_nearest_address_without_trust_is_the_readers():
    invented = seen("10.0.0.2", x_forwarded_for="1.1.1.1, 8.8.4.4, 10.9.9.9")

    assert invented.META["REMOTE_ADDR"] == "8.8.4.4"


def test_an_intranets_reader_is_one_too():
    assert client_address(seen("10.0.0.2", x_forwarded_for="192.168.7.7")) == "192.168.7.7"


@pytest.mark.parametrize("text", ["", "unknown", "8.8.4.4, <script>", ","])
def test_what_is_no_address_leaves_the_server_to_answer_for_it(text):
    assert seen("10.0.0.2", x_forwarded_for=text).META["REMOTE_ADDR"] == "10.0.0.2"


def test_an_old_address_written_the_new_way_is_the_same():
    request = seen("::ffff:10.0.0.2", x_forwarded_for="8.8.4.4")

    assert request.META["REMOTE_ADDR"] == "8.8.4.4"


def test_only_the_last_servers_word_on_the_scheme_counts():
    assert not seen("10.0.0.2", x_forwarded_proto="https, http").is_secure()
    assert not seen("10.0.0.2", x_forwarded_proto="gopher").is_secure()
