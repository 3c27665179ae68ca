"""Requests come through a front server that is trusted."""

import ipaddress

import pytest


@pytest.fixture(autouse=True)
def _front_server(settings):
    settings.TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.1")]
