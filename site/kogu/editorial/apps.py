"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """Roles, workflows and what waits for whom."""

    name = "kogu.editorial"
    label = "editorial"
    verbose_name = _("Editorial")

    def ready(self):
        """Listen, and show what is missing in every editor."""
        from . import failed_schedules, receivers, review_reminders  # noqa: F401
        from .bin import purging  # noqa: F401
        from .bin.receivers import keep_what_is_deleted
        from .edit_views import add_to_editors
        from .event_lists import show_dates_of_events
        from .locks import heed_locks
        from .page_access import only_readable
        from .page_chooser import offer_flat_lists
        from .row_access import only_readable_rows
        from .user_access import only_known_users
        from .workflow_actions import tell_of_decisions

        add_to_editors()
        heed_locks()
        keep_what_is_deleted()
        show_dates_of_events()
        only_readable()
        offer_flat_lists()
        only_readable_rows()
        only_known_users()
        tell_of_decisions()
