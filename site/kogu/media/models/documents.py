"""Documents to download."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet

from kogu.delivery.changes import public_change
from kogu.media.signals import document_access_changed
from kogu.media.storage import PrivateStorage


class KoguDocumentQuerySet(DocumentQuerySet):
    """Documents, with a signal when they are moved in bulk."""

    def update(self, **kwargs):
        """Moving many documents to a collection sends no signal, so one is sent here."""
        moved = {"collection", "collection_id"} & kwargs.keys()
        ids = list(self.values_list("pk", flat=True)) if moved else []
        rows = super().update(**kwargs)
        self.model.objects.filter(pk__in=ids).send_access_changed()
        return rows

    update.alters_data = True

    def send_access_changed(self):
        """Who may fetch them is not as it was: what names them must be looked at."""
        if ids := list(self.values_list("pk", flat=True)):
            with public_change():
                document_access_changed.send(self.model, ids=ids)


class KoguDocument(AbstractDocument):
    """A file that readers may download."""

    file = models.FileField(verbose_name=_("file"), upload_to="documents", storage=PrivateStorage)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    admin_form_fields = Document.admin_form_fields
    objects = KoguDocumentQuerySet.as_manager()

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self):
        """A file that the form has refused is not refused once more, as one without a name."""
        if self.file:
            super().clean()

    def save(self, *args, **kwargs):
        """A new file is measured and hashed, whoever brings it."""
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)
