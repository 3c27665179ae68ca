"""Signals of this app."""

from django.dispatch import Signal

# Documents with these `ids` were opened to the public or closed, inside a public change.
document_access_changed = Signal()
