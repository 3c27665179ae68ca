"""Makes public files that are missing, and removes files that nothing refers to."""

from django.core.management.base import BaseCommand

from kogu.media.cleanup import complete_public_files, delete_orphaned_files


class Command(BaseCommand):
    """Brings the public files of all images in order; harmless to run at any time."""

    help = "Makes missing renditions of images and removes files left over from broken-off work."

    def handle(self, *args, **options):
        """Says how many images and files it touched."""
        images, files = complete_public_files(), delete_orphaned_files()
        self.stdout.write(f"Images completed: {images}. Files removed: {files}.")
