"""Builds the demo region, or completes it, keeping what people have changed."""

import logging
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.models import HomePage
from kogu.demo import build, indexing, site_setup, states
from kogu.demo.objects import DemoObjects
from kogu.demo.region_files import table
from kogu.demo.reset import delete_all_content

PASSWORD = "koivamaa"  # noqa: S105 the demo's accounts exist only where KOGU_DEMO is set


class Command(BaseCommand):
    """The demo region: an invented borderland in four languages."""

    help = "Builds or completes the demo region; keeps what was changed."

    def add_arguments(self, parser):
        """`--reset` begins anew."""
        parser.add_argument(
            "--reset", action="store_true", help="Delete the region first and build it anew."
        )

    def handle(self, *args, reset, verbosity, **options):
        """Build, and say with which accounts one signs in."""
        if not getattr(settings, "KOGU_DEMO", False):
            raise CommandError(
                "The demo region belongs to the demo only: use kogu.settings.demo. "
                "These settings serve real people."
            )
        began = time.monotonic()
        for noisy in ("wagtail", "django_tasks"):
            logging.getLogger(noisy).setLevel(logging.WARNING)
        if reset:
            delete_all_content()
        objects = DemoObjects(timezone.localdate())
        if not HomePage.objects.exists():
            self.stdout.write("Building the demo region; this takes a minute or two …")
            self.stdout.flush()
        made = load(objects, self._tell if verbosity > 1 else lambda item: None)
        self.stdout.write(
            f"The demo region has {made} new things ({time.monotonic() - began:.0f} s)."
            if made
            else "The demo region is complete; what you changed was kept."
        )
        self._say_accounts()

    def _tell(self, item):
        self.stdout.write(f"  {item.ref} ({', '.join(item.languages)})")

    def _say_accounts(self):
        address = f"{settings.WAGTAILADMIN_BASE_URL}/admin/"
        self.stdout.write(f"\nThe address of the site is {settings.SITE_URL}/")
        self.stdout.write(f"Sign in at {address} with the password {PASSWORD}:\n")
        for username, account in table("site.toml")["accounts"].items():
            self.stdout.write(f"  {username:<16}{' '.join(account['name'])}")


def load(objects, tell):
    """Build what is missing; hands back how many items that were."""
    before = len(objects)
    staff = site_setup.accounts(PASSWORD)
    site_setup.languages()
    with indexing.deferred_indexing():
        site_setup.pictures(objects)
        build.build(objects, staff, tell)
    if len(objects) > before:
        indexing.rebuild()
    site_setup.create_site(objects)
    site_setup.texts_and_menus(objects, staff)
    site_setup.join_groups(staff)
    states.submit_for_review(objects, staff)
    states.expire_pages(objects)
    states.move_dates(objects)
    return len(objects) - before
