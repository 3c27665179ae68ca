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
        from . import failed_schedules, receivers, review_reminders
        from .bin import purging
        from .bin.receivers import keep_deleted_items
        from .edit_views import extend_edit_views
        from .event_lists import show_dates_of_events
        from .locks import enforce_locks
        from .page_access import limit_pages_to_readable
        from .page_chooser import use_flat_choosers
        from .row_access import limit_rows_to_readable
        from .user_access import limit_user_filters
        from .workflow_actions import message_decisions

        extend_edit_views()
        enforce_locks()
        keep_deleted_items()
        show_dates_of_events()
        limit_pages_to_readable()
        use_flat_choosers()
        limit_rows_to_readable()
        limit_user_filters()
        message_decisions()
