"""Documents to download."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from kogu.media.storage import PrivateStorage


class KoguDocument(AbstractDocument):
    """A file that readers may download."""

    file = models.FileField(verbose_name=_("file"), upload_to="documents", storage=PrivateStorage)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args, **kwargs):
        """A new file is measured and hashed, whoever brings it."""
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)
