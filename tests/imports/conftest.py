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
from tests.conftest import make_home_pages

SECTIONS = (
    ClusterIndexPageFactory,
    EventIndexPageFactory,
    NewsIndexPageFactory,
    OrganisationIndexPageFactory,
    ProjectIndexPageFactory,
)


@shared_fixtures.register("homes_and_sections")
def with_sections():
    """The home pages by language, and a section of every kind below each."""
    homes = make_home_pages()
    return homes, [
        make(parent=home, locale=code) for code, home in homes.items() for make in SECTIONS
    ]


@pytest.fixture
def homes_and_sections(db):
    return shared_fixtures.copy_of("homes_and_sections")


@pytest.fixture
def homes(homes_and_sections):
    """A live home page in every language, by code; sections stand below each."""
    return homes_and_sections[0]


@pytest.fixture
def sections(homes_and_sections):
    """A section of every kind in every language."""
    return homes_and_sections[1]


@pytest.fixture
def staff(client, sections):
    user = AdministratorFactory()
    client.force_login(user)
    return user
