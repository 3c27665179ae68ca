"""Bulk actions on pictures and documents reach no collection that is not one's own."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupCollectionPermission

from kogu.delivery.changes import public_change
from kogu.demo import factories as make
from kogu.media.models import KoguDocument, KoguImage

SECRET = "Not for everybody"
ACTIONS = ("delete", "add_to_collection", "add_tags")
MODELS = {"image": KoguImage, "document": KoguDocument}


@pytest.fixture(params=MODELS)
def files(request, root_collection, client):
    """A file in one's own collection and one in another, and who may change the first only."""
    kind = request.param
    own, other = (root_collection.add_child(name=name) for name in ("Own", f"{SECRET}: board"))
    factory = make.ImageFactory if kind == "image" else make.DocumentFactory
    with public_change():
        mine = factory(title="Mine", collection=own)
        theirs = factory(title=SECRET, collection=other)
    group = Group.objects.create(name="Own files")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in ("add", "change", "choose"):
        # Wagtail asks for the rights of its own models, whichever models stand in for them.
        permission = Permission.objects.get(
            content_type__app_label__startswith="wagtail", codename=f"{action}_{kind}"
        )
        GroupCollectionPermission.objects.create(group=group, collection=own, permission=permission)
    client.force_login(make.UserFactory(groups=[group]))
    return client, mine, theirs


def bulk(instance, action, *ids):
    address = reverse("wagtail_bulk_action", args=["media", instance._meta.model_name, action])
    return f"{address}?" + "&".join(f"id={one}" for one in ids)


def state(instance):
    found = type(instance).objects.filter(pk=instance.pk).first()
    return found and (found.title, found.collection_id, sorted(found.tags.names()))


def told(response):
    return SECRET in response.content.decode()


@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_in_another_collection_is_neither_named_nor_touched(files, action):
    client, mine, theirs = files
    sent = {"collection": mine.collection_id, "tags": "marked"}
    before = state(theirs)

    for ids in ([theirs.pk], ["all", theirs.pk]):
        assert not told(client.get(bulk(mine, action, *ids)))
    alone = client.post(bulk(mine, action, theirs.pk), sent, follow=True)
    both = client.post(bulk(mine, action, mine.pk, theirs.pk), sent, follow=True)

    assert not told(alone)
    assert not told(both)
    assert state(theirs) == before
    expected = {"delete": None, "add_to_collection": [], "add_tags": ["marked"]}[action]
    assert (state(mine) and state(mine)[2]) == expected


def test_nothing_is_moved_into_another_collection(files):
    client, mine, theirs = files
    before = state(mine)

    answer = client.post(
        bulk(mine, "add_to_collection", mine.pk), {"collection": theirs.collection_id}
    )

    assert answer.status_code == 200
    assert not told(answer)
    assert state(mine) == before


def test_every_bulk_action_on_files_is_tried():
    from wagtail.admin.views.bulk_action.registry import bulk_action_registry as registry

    for model in MODELS.values():
        names = {one.action_type for one in registry.get_bulk_actions_for_model(*_named(model))}
        assert names == set(ACTIONS)


def _named(model):
    return model._meta.app_label, model._meta.model_name
