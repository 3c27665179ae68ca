"""When roles and reviews are looked after."""

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import LockableMixin, Revision
from wagtail.signals import workflow_submitted

from home.models import HomePage
from kogu.content.completeness import refuse_if_incomplete
from kogu.content.models import SiteSettings
from kogu.delivery.changes import public_change

from .roles import ensure_roles
from .workflows import ensure_workflows


@receiver(post_migrate)
def after_migrating(sender, **_kwargs):
    """After the last app has migrated, groups and reviews are made."""
    if sender.name == "wagtail" and "editorial_rolegrant" in connection.introspection.table_names():
        with public_change():
            ensure_roles_and_workflows()


@receiver(post_save, sender=HomePage)
@receiver(post_delete, sender=HomePage)
def languages_changed(sender, raw=False, created=True, **_kwargs):
    """A new language gets its translators and its review."""
    if created and not raw:
        ensure_roles_and_workflows()


def ensure_roles_and_workflows():
    """Groups first: reviews name them."""
    ensure_roles()
    ensure_workflows()
    # The settings screen would make the missing row when it is only looked at.
    SiteSettings.load()


@receiver(workflow_submitted)
def refuse_incomplete(sender, instance, **_kwargs):
    """What lacks something is not submitted, whichever way it is tried."""
    refuse_if_incomplete(instance.content_object.get_latest_revision_as_object())


@receiver(pre_save, sender=Revision)
def refuse_past_a_lock(sender, instance, raw=False, **_kwargs):
    """What is locked or reviewed gets no new version from who is locked out, by any door.

    An approval publishes the latest version: it must be the one that was reviewed.
    """
    if raw or instance.user is None or not instance._state.adding:
        return
    content_object = instance.content_object
    lock = content_object.get_lock() if isinstance(content_object, LockableMixin) else None
    if lock and lock.for_user(instance.user):
        raise PermissionDenied
