"""Who has chosen no language of the screens reads them in English here."""

import pytest
from django.contrib.auth.signals import user_logged_in
from wagtail.users.models import UserProfile


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
