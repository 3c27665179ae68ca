"""Makes public files that are missing, and removes files that nothing refers to."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from kogu.media.models import KoguImage, KoguRendition
from kogu.media.renditions import make_now
from kogu.media.restrictions import is_restricted
from kogu.media.storage import PublicStorage
from kogu.media.variants import is_current

ROOM = "images"


class Command(BaseCommand):
    """Brings the public files of all images in order; harmless to run at any time."""

    help = "Makes missing renditions of images and removes files left over from broken-off work."

    def handle(self, *args, **options):
        """Says how many images and files it touched."""
        made = 0
        for image in KoguImage.objects.select_related("collection"):
            if not is_current(image) and not is_restricted(image.collection):
                make_now(image.pk)
                made += 1
        removed = sum(1 for name in _left_over() if PublicStorage().delete(name) is None)
        self.stdout.write(f"Images completed: {made}. Files removed: {removed}.")


def _left_over():
    """Files older than a day that no rendition names."""
    storage = PublicStorage()
    known = set(KoguRendition.objects.values_list("file", flat=True))
    before = timezone.now() - timedelta(days=1)
    folders, _ = storage.listdir(ROOM) if storage.exists(ROOM) else ([], [])
    for folder in folders:
        for file in storage.listdir(f"{ROOM}/{folder}")[1]:
            name = f"{ROOM}/{folder}/{file}"
            if name not in known and storage.get_modified_time(name) < before:
                yield name
