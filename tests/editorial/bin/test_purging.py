"""The bin is emptied item by item: one that cannot be deleted stays, and hinders no other."""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from home.models import NewsPage
from kogu.editorial.bin import purging
from kogu.editorial.models import DeletedItem

pytestmark = pytest.mark.django_db


def test_what_cannot_be_purged_hinders_no_other(monkeypatch):
    kind = ContentType.objects.get_for_model(NewsPage)
    long_ago = timezone.now() - dt.timedelta(days=31)
    for number, title in enumerate(("Laat", "Katki", "Talgud"), start=1):
        DeletedItem.objects.create(
            content_type=kind, object_id=number, title=title, language="et", deleted_at=long_ago
        )
    stock = purging.purge

    def purge(item):
        if item.title == "Katki":
            raise ValueError(item)
        stock(item)

    monkeypatch.setattr(purging, "purge", purge)

    assert purging.purge_bin() == 2
    assert DeletedItem.objects.get().title == "Katki"
