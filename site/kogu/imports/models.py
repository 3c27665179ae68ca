"""Documents waiting to become drafts, and titles waiting to be confirmed."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kogu.imports.limits import UPLOAD_DAYS
from kogu.media.storage import PrivateStorage

FOLDER = "imports"
# Apart, since each folder is swept by what its own rows name.
PICTURE_FOLDER = "import_pictures"


def _expiry():
    return timezone.now() + dt.timedelta(days=UPLOAD_DAYS)


def _place(document, _name):
    """Where the file lies: its name says nothing of what was uploaded."""
    return f"{FOLDER}/{document.key}"


def _picture_place(_picture, _name):
    return f"{PICTURE_FOLDER}/{uuid.uuid4()}"


class ImportedDocumentQuerySet(models.QuerySet):
    """Uploads, by what has become of them."""

    def pending(self):
        """Those that are still to be read."""
        return self.filter(understood={}, refusal="")


class ImportedDocument(models.Model):
    """An uploaded document and what was understood of it; gone after a few days."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("file name"), max_length=255)
    file = models.FileField(_("file"), upload_to=_place, storage=PrivateStorage, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("kept until"), default=_expiry, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, default="auto")
    language = models.CharField(_("language"), max_length=10, default="auto")
    understood = models.JSONField(_("what was understood"), default=dict)
    original_html = models.TextField(_("the original, cleaned"), blank=True)
    refusal = models.CharField(_("why it was refused"), max_length=40, blank=True)
    task_id = models.CharField(_("job that reads it"), max_length=64, blank=True)
    report = models.TextField(_("report"), blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ImportedDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")

    def __str__(self):
        return self.name

    @property
    def is_pending(self):
        """Whether it is still to be read."""
        return not self.understood and not self.refusal


class ImportedPicture(models.Model):
    """A picture of an uploaded document, written anew by the worker."""

    document = models.ForeignKey(
        ImportedDocument, on_delete=models.CASCADE, related_name="pictures"
    )
    name = models.TextField(_("name within the document"))
    file = models.FileField(_("file"), upload_to=_picture_place, storage=PrivateStorage)

    class Meta:
        verbose_name = _("picture of an imported document")
        verbose_name_plural = _("pictures of imported documents")

    def __str__(self):
        return self.name


class ProvisionalTitle(models.Model):
    """A title that was only proposed; its page waits until somebody confirms or changes it."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="provisional_title"
    )
    title = models.CharField(_("proposed title"), max_length=255)

    class Meta:
        verbose_name = _("provisional title")
        verbose_name_plural = _("provisional titles")

    def __str__(self):
        return self.title
