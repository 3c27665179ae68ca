"""How the factories publish: as an editor does, by a revision inside a public change."""

from wagtail.models import Page

from kogu.delivery.changes import public_change


def fresh(instance):
    """The item as the database has it, without what was kept of its rows."""
    return type(instance)._default_manager.get(pk=instance.pk)


def publish(instance, user=None):
    """Save a revision of the item and publish it; hands back the item anew."""
    with public_change():
        instance.save_revision(user=user).publish(user=user)
    return fresh(instance)


def save_draft(instance, user=None):
    """Save a revision that waits; the public keeps what it has."""
    with public_change():
        instance.save_revision(user=user)
    return fresh(instance)


def place(instance, parent=None, *, published=True, user=None):
    """Put a new page under its parent, or a new snippet into its table, and publish it."""
    instance.live = False
    instance.has_unpublished_changes = True
    with public_change():
        if isinstance(instance, Page):
            instance.draft_title = instance.draft_title or instance.title
            parent.add_child(instance=instance)
        else:
            instance.save()
        revision = instance.save_revision(user=user)
        if published:
            revision.publish(user=user)
    return fresh(instance)
