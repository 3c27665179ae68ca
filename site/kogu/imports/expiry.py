"""Uploads are kept a few days and then gone, with their files."""

from django.utils import timezone

from kogu.delivery.periodic import every
from kogu.imports.models import ImportedDocument


@every(3600)
def clear_uploads():
    """Deletes documents whose time has come, each with its file."""
    gone = 0
    for document in ImportedDocument.objects.filter(expires_at__lte=timezone.now()):
        document.delete()
        gone += 1
    return gone
