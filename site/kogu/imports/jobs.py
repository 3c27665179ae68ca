"""Uploads are read by the worker, one after the other, never by the web process."""

import datetime as dt
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kogu.delivery import worker
from kogu.imports.models import ImportedDocument
from kogu.imports.refusal import Refusal
from kogu.imports.sandbox import read_document

# A worker that was started together with the web process has shown itself by then.
START = dt.timedelta(seconds=30)
_UNFINISHED = [TaskResultStatus.READY, TaskResultStatus.RUNNING]


class State(StrEnum):
    """What has become of an upload."""

    READING = "reading"
    STALLED = "stalled"  # waits for a worker, and none is running
    FAILED = "failed"  # no job will read it any more
    REFUSED = "refused"
    READ = "read"


def enqueue_reading(document: ImportedDocument):
    """Saves a document as not yet read, and has the worker read it."""
    document.understood, document.refusal, document.original_html = {}, "", ""
    with transaction.atomic():
        document.save()
        result = read_upload.enqueue(document.pk)
        ImportedDocument.objects.filter(pk=document.pk).update(task_id=str(result.id))


def state_of(document: ImportedDocument) -> State:
    """The state now, by the document's row and its job."""
    if not document.is_pending:
        return State.REFUSED if document.refusal else State.READ
    jobs = DBTaskResult.objects.filter(pk=document.task_id or None, status__in=_UNFINISHED)
    job = jobs.first()
    if job is None:
        document.refresh_from_db()  # the job may have ended just now
        return State.FAILED if document.is_pending else state_of(document)
    is_new = job.enqueued_at > timezone.now() - START
    return State.READING if is_new or worker.is_running() else State.STALLED


@task(priority=50)  # somebody waits for it; pictures and the search index can wait
def read_upload(pk: int):
    """Saves what the document says; of one that is refused only the reason."""
    document = ImportedDocument.objects.pending().filter(pk=pk).first()
    if document is None:
        return
    try:
        with document.file.open("rb") as file:
            data = file.read()
        reading = read_document(data, document.name, document.kind, document.language)
    except FileNotFoundError:
        _refuse(document, "reader_failed")
    except Refusal as refusal:
        _refuse(document, refusal.code)
    else:
        _unchanged(document).update(
            understood=reading.understood, original_html=reading.original_html
        )


def _refuse(document, code):
    if _unchanged(document).update(refusal=code, file=""):
        document.file.delete(save=False)


def _unchanged(document):
    """The document, unless somebody has asked meanwhile to read it as something else."""
    asked = {"kind": document.kind, "language": document.language}
    return ImportedDocument.objects.pending().filter(pk=document.pk, **asked)
