"""Whether a scheduled moment has come is known by few cheap queries."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Revision

from kogu.delivery import publishing
from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db
PAST, AHEAD = dt.timedelta(seconds=-1), dt.timedelta(seconds=60)


@pytest.mark.parametrize(("distance", "due"), [(PAST, True), (AHEAD, False)])
def test_an_expiry_is_due_once_its_moment_has_come(section, distance, due):
    with public_change():
        type(section).objects.filter(pk=section.pk).update(expire_at=timezone.now() + distance)

    assert publishing.is_due() is due


@pytest.mark.parametrize(("distance", "due"), [(PAST, True), (AHEAD, False)])
def test_a_publication_is_due_once_its_moment_has_come(section, distance, due):
    revision = Revision.objects.filter(pk=section.latest_revision_id)
    revision.update(approved_go_live_at=timezone.now() + distance)

    assert publishing.is_due() is due


def test_what_is_hidden_does_not_expire(section):
    past = timezone.now() + PAST
    with public_change():
        type(section).objects.filter(pk=section.pk).update(expire_at=past, live=False)

    assert not publishing.is_due()
