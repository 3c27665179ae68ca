"""Makes the home page and the sections that a language lacks."""

from django.core.management.base import BaseCommand

from kogu.editorial.sections import make_sections


class Command(BaseCommand):
    """For a new installation, and for every language added later."""

    help = __doc__

    def handle(self, *args, **options):
        """Say what was made."""
        for page in make_sections():
            self.stdout.write(page.public_url())
