"""Who has chosen no language of the screens reads them in English here."""

import pytest
from wagtail.users.models import UserProfile


@pytest.fixture(autouse=True)
def _english_screens(monkeypatch):
    """Else the words of the screens would be the site's first language's."""

    def preferred(profile):
        return profile.preferred_language or "en"

    monkeypatch.setattr(UserProfile, "get_preferred_language", preferred)
