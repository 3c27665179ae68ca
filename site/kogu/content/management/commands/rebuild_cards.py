"""Makes every card and relation anew."""

from django.core.management.base import BaseCommand

from kogu.content.card_sync import rebuild
from kogu.delivery.changes import public_change, touch_tag


class Command(BaseCommand):
    """For after a restore, or after rows were written behind Kogu's back."""

    help = __doc__

    def handle(self, *args, **options):
        """Rebuild in one change, so that readers see either all old cards or all new."""
        with public_change():
            count = rebuild()
            touch_tag("cards")
        self.stdout.write(f"{count} cards")
