"""What tests of the import share: a section for everything that a document may become."""

import pytest

from kogu.demo.factories import (
    AdministratorFactory,
    ClusterIndexPageFactory,
    EventIndexPageFactory,
    NewsIndexPageFactory,
    OrganisationIndexPageFactory,
    ProjectIndexPageFactory,
)
from tests import shared_fixtures

SECTIONS = (
    ClusterIndexPageFactory,
    EventIndexPageFactory,
    NewsIndexPageFactory,
    OrganisationIndexPageFactory,
    ProjectIndexPageFactory,
)


@shared_fixtures.fixture
def sections(homes):
    """A section of every kind in every language."""
    return [make(parent=home, locale=code) for code, home in homes.items() for make in SECTIONS]


@pytest.fixture
def staff(client, sections):
    user = AdministratorFactory()
    client.force_login(user)
    return user
