"""How the factories publish: as an editor does, by a revision inside a public change."""

from wagtail.models import Page

from kogu.delivery.changes import public_change


def fresh(thing):
    """The thing as the database has it, without what was kept of its rows."""
    return type(thing)._default_manager.get(pk=thing.pk)


def publish(thing, user=None):
    """Save a revision of the thing and publish it; hands back the thing anew."""
    with public_change():
        thing.save_revision(user=user).publish(user=user)
    return fresh(thing)


def save_draft(thing, user=None):
    """Save a revision that waits; the public keeps what it has."""
    with public_change():
        thing.save_revision(user=user)
    return fresh(thing)


def place(thing, parent=None, *, published=True, user=None):
    """Put a new page under its parent, or a new snippet into its table, and publish it."""
    thing.live = False
    thing.has_unpublished_changes = True
    with public_change():
        if isinstance(thing, Page):
            thing.draft_title = thing.draft_title or thing.title
            parent.add_child(instance=thing)
        else:
            thing.save()
        revision = thing.save_revision(user=user)
        if published:
            revision.publish(user=user)
    return fresh(thing)
