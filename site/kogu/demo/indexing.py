"""What the admin searches, and who refers to whom: made once, not by thousands of jobs.

Every save asks the worker for both. A whole region would keep it busy for
minutes, in which staff of a fresh demo would find nothing.
"""

import contextlib

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextlib.contextmanager
def deferred_indexing():
    """Saves ask for neither; whoever saved calls `rebuild()`."""
    indexed = index.get_indexed_models()
    held = [m for m in indexed if post_save.disconnect(post_save_signal_handler, sender=m)]
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in held:
            post_save.connect(post_save_signal_handler, sender=model)


def rebuild():
    """Both anew, of everything."""
    call_command("wagtail_update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
