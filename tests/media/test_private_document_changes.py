"""Pages that name a document change as it is withdrawn, opened or replaced."""

import pytest
from wagtail.models import Collection

from kogu.delivery.changes import public_change
from kogu.delivery.models import Change, Tag
from kogu.media.models import KoguDocument
from tests.media.documented_pages import TITLE, restrict, told


def moved(outer, document):
    closed = outer.get_parent().add_child(name="Closed")
    restrict(closed)
    return closed


def close(outer, document):
    restrict(outer)


def move_in_bulk(outer, document):
    closed = moved(outer, document)
    with public_change():
        KoguDocument.objects.filter(pk=document.pk).update(collection=closed)


def move_alone(outer, document):
    document.collection = moved(outer, document)
    with public_change():
        document.save()


def move_collection(outer, document):
    closed = moved(outer, document)
    with public_change():
        collection = Collection.objects.get(pk=outer.pk)
        collection.save()
        collection.move(Collection.objects.get(pk=closed.pk), "sorted-child")


def delete(outer, document):
    with public_change():
        document.delete()


@pytest.mark.parametrize("way", [close, move_in_bulk, move_alone, move_collection, delete])
def test_pages_change_when_a_document_is_withdrawn(
    client, documented, way, django_capture_on_commit_callbacks
):
    outer, document, pages = documented
    page = pages["event", "lv"]
    seen = client.get(page.public_url())
    tick, tag = Change.objects.latest("tick").tick, f"document:{document.pk}"

    with django_capture_on_commit_callbacks(execute=True):
        way(outer, document)

    again = client.get(page.public_url(), headers={"if-none-match": seen["ETag"]})
    assert again.status_code == 200
    assert told({"page": again.content.decode()}) == set()
    assert tag in seen.dependencies.tags
    assert Tag.objects.get(name=tag).tick > tick
    changed = Change.objects.filter(tick__gt=tick, action="updated")
    keys = set(changed.values_list("key", flat=True))
    assert {page.translation_key for page in pages.values()} <= keys


def test_pages_name_a_document_again_that_is_opened(client, documented):
    outer, _document, pages = documented
    restriction = restrict(outer)
    page = pages["cluster", "pl"]
    etag = client.get(page.public_url())["ETag"]

    with public_change():
        restriction.delete()

    again = client.get(page.public_url(), headers={"if-none-match": etag})
    assert TITLE in again.content.decode()


def test_a_document_that_is_replaced_is_told_with_its_pages(client, documented):
    _outer, document, pages = documented
    page = pages["organisation", "en"]
    etag = client.get(page.public_url())["ETag"]

    with public_change():
        document.title = "Uus leping"
        document.save()

    again = client.get(page.public_url(), headers={"if-none-match": etag})
    assert "Uus leping" in again.content.decode()
    assert Change.objects.filter(key=page.translation_key).latest("tick").action == "updated"
