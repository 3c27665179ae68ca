"""What the worker does by itself: scheduled publishing, and clearing away what has served."""

import datetime as dt
from importlib import import_module

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from . import outbox, publishing
from .periodic import every

JOBS_KEPT = dt.timedelta(days=7)


@every(1, has_work=publishing.is_due)
def publish_what_is_due() -> int:
    """Publishes and expires pages and snippets whose moment has come."""
    return publishing.publish_due()


@every(3600)
def clear_sessions() -> None:
    """Deletes sessions that ended."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@every(3600)
def clear_outbox() -> int:
    """Deletes deliveries finished long ago, and with them the mails' text."""
    return outbox.purge()


@every(3600)
def clear_jobs() -> int:
    """Deletes the records of jobs finished more than a week ago."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - JOBS_KEPT)
    return old.delete()[0]
