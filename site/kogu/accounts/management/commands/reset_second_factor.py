"""Takes a user's second factor away, when phone and recovery codes are lost."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from kogu.accounts import second_factor


class Command(BaseCommand):
    """For the operator; in the admin the list of users offers the same."""

    help = "Take the second factor of a user away and end the user's sessions."

    def add_arguments(self, parser):
        """Adds the argument `username`."""
        parser.add_argument("username")

    def handle(self, *args, username, **options):
        """Removes the user's second factor and prints a confirmation."""
        users = get_user_model()
        try:
            user = users.objects.get_by_natural_key(username)
        except users.DoesNotExist:
            raise CommandError(f"There is no user {username}.") from None
        if second_factor.device_of(user) is None:
            raise CommandError(f"{username} has no second factor.")
        second_factor.remove(user, None, event="reset")
        self.stdout.write(f"{username} signs in with the password alone, and is told so by mail.")
