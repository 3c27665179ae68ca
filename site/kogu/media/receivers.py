"""What must follow when an image, a collection or a restriction changes."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction

from . import renditions, thumbnails
from .models import KoguDocument, KoguImage
from .restrictions import within
from .signals import images_moved

SHOWN_FIELDS = {
    "file",
    "collection",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
}


@receiver(post_save, sender=KoguImage)
def image_saved(instance, update_fields, raw, **kwargs):
    """A new file, focal point or collection needs other public files."""
    if not raw and (update_fields is None or SHOWN_FIELDS & set(update_fields)):
        renditions.update_public_files([instance])


@receiver(images_moved)
def images_moved_to_collection(sender, ids, **kwargs):
    """Another collection may be public or private."""
    renditions.update_public_files(sender._base_manager.filter(pk__in=ids))


@receiver(post_delete, sender=KoguImage)
def image_deleted(instance, **kwargs):
    """Thumbnails go with the image; Wagtail removes the original and the renditions."""
    transaction.on_commit(partial(thumbnails.delete_thumbnails, instance.uuid), robust=True)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def restriction_changed(instance, **kwargs):
    """What becomes private is withdrawn in this transaction; what becomes public is asked for."""
    update_collection(instance.collection_id)


@receiver(post_save, sender=Collection)
def collection_saved(instance, created, **kwargs):
    """A collection may have been moved: its path changes after saving, without a signal."""
    if not created:
        transaction.on_commit(partial(update_collection, instance.pk), robust=True)


def update_collection(collection_id):
    """Update the public files of a collection's images, below it too, and signal its documents."""
    collection = Collection.objects.filter(pk=collection_id).first()
    if collection is not None:
        images = KoguImage.objects.filter(collection__in=within(collection))
        renditions.update_public_files(images.select_related("collection"))
        KoguDocument.objects.filter(collection__in=within(collection)).send_access_changed()
