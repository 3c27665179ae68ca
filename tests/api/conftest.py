"""What tests of the API stand on."""

import pytest
import time_machine

from .world import NOW, World


@pytest.fixture
def world(request, db):
    """One of every kind, in English, on a morning in June."""
    with time_machine.travel(NOW, tick=False):
        request.getfixturevalue("homes")
        yield World().grow()
