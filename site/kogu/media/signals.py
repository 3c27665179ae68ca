"""Signals of this app."""

from django.dispatch import Signal

# Documents with these `ids` were opened to the public or closed, inside a public change.
document_access_changed = Signal()
# Images with these `ids` were moved to a collection in bulk.
images_moved = Signal()
