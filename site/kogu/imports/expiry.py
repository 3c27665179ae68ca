"""Uploads are kept a few days and then gone, with their files."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from kogu.delivery.periodic import every
from kogu.imports.models import FOLDER, PICTURE_FOLDER, ImportedDocument, ImportedPicture
from kogu.media.cleanup import sweep_folder
from kogu.media.storage import PrivateStorage


@every(3600)
def clear_uploads():
    """Deletes documents whose time has come, and files that no document names."""
    gone = 0
    for document in ImportedDocument.objects.filter(expires_at__lte=timezone.now()):
        document.delete()
        gone += 1
    sweep_folder(PrivateStorage(), FOLDER, ImportedDocument)
    sweep_folder(PrivateStorage(), PICTURE_FOLDER, ImportedPicture)
    return gone


@receiver(post_delete, sender=ImportedDocument)
@receiver(post_delete, sender=ImportedPicture)
def delete_file(instance, **kwargs):
    """The file goes with its row, also when the row goes with its owner's account."""
    if instance.file:
        delete = partial(instance.file.storage.delete, instance.file.name)
        transaction.on_commit(delete, robust=True)
