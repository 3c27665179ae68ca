"""Who has chosen no language of the screens reads them in English here."""

import pytest
from django.contrib.auth.signals import user_logged_in
from wagtail.users.models import UserProfile

from tests.editorial.news_forms import create
from tests.translation.conftest import user_in


@pytest.fixture(autouse=True)
def _english_screens(monkeypatch):
    """Else the words of the screens would be the site's first language's."""

    def preferred(profile):
        return profile.preferred_language or "en"

    def make_profile(user, **_kwargs):
        UserProfile.get_for_user(user)

    monkeypatch.setattr(UserProfile, "get_preferred_language", preferred)
    user_logged_in.connect(make_profile)
    yield
    user_logged_in.disconnect(make_profile)


@pytest.fixture
def editor(homes):
    """Somebody who writes and submits."""
    return user_in("editor", "Editors")


@pytest.fixture
def reviewer(homes):
    """Somebody who reviews."""
    return user_in("reviewer", "Reviewers")


@pytest.fixture
def publisher(homes):
    """Somebody in a small office who does it all."""
    return user_in("publisher", "Publishing editors")


@pytest.fixture
def submitted(client, editor, section):
    """An item that waits for its review."""
    client.force_login(editor)
    return create(client, section, "Uus maja", "Valmis.", **{"action-submit": "1"})[0]
