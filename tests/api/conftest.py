"""What tests of the API stand on."""

import pytest
import time_machine

from tests import shared_fixtures
from tests.conftest import make_home_pages

from .region_fixtures import NOW, Scenario


@shared_fixtures.fixture
def one_of_every_kind():
    """One of every kind, in English, made on a morning in June."""
    with time_machine.travel(NOW, tick=False):
        make_home_pages()
        return Scenario().grow()


@pytest.fixture
def scenario(one_of_every_kind):
    """One of every kind, in English, on a morning in June."""
    with time_machine.travel(NOW, tick=False):
        yield one_of_every_kind
