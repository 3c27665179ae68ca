"""Uploads are read by the worker, one after the other, never by the web process."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kogu.delivery import worker
from kogu.imports.confined_reading import read_document
from kogu.imports.errors import Refusal
from kogu.imports.models import ImportedDocument
from kogu.imports.pictures import take_pictures

# A worker that was started together with the web process has shown itself by then.
START = dt.timedelta(seconds=30)
_UNFINISHED = [TaskResultStatus.READY, TaskResultStatus.RUNNING]


class State(StrEnum):
    """What has become of an upload."""

    QUEUED = "queued"  # other documents are read first
    READING = "reading"
    STALLED = "stalled"  # waits for a worker, and none is running
    FAILED = "failed"  # no job will read it any more
    REFUSED = "refused"
    READ = "read"


IN_TIME = (State.QUEUED, State.READING)  # will be read without anybody's doing
WAITING = (*IN_TIME, State.STALLED)


def enqueue_reading(document: ImportedDocument):
    """Saves a document as not yet read, and has the worker read it."""
    superseded = [job.pk for job in _unfinished_jobs([document]).values()]
    document.understood, document.refusal, document.original_html = {}, "", ""
    with transaction.atomic():
        DBTaskResult.objects.filter(pk__in=superseded, status=TaskResultStatus.READY).delete()
        document.save()
        result = read_upload.enqueue(document.pk)
        ImportedDocument.objects.filter(pk=document.pk).update(task_id=str(result.id))


def state_of(document: ImportedDocument) -> State:
    """The state now, by the document's row and its job."""
    return states_of([document])[document.pk]


def states_of(documents: Iterable[ImportedDocument]) -> dict[int, State]:
    """The states of several, at the cost of one."""
    documents = list(documents)
    jobs = _unfinished_jobs(documents)
    _refresh([one for one in documents if one.is_pending and one.task_id not in jobs])
    begun = timezone.now() - START
    late = {pk for pk, job in jobs.items() if job.enqueued_at <= begun}
    stalled = late if late and not worker.is_running() else ()
    return {one.pk: _state(one, jobs, stalled) for one in documents}


def _state(document, jobs, stalled):
    if not document.is_pending:
        return State.REFUSED if document.refusal else State.READ
    if document.task_id not in jobs:
        return State.FAILED
    if document.task_id in stalled:
        return State.STALLED
    is_queued = jobs[document.task_id].status == TaskResultStatus.READY
    return State.QUEUED if is_queued else State.READING


def _unfinished_jobs(documents):
    """Jobs that will read these documents, by their ids as documents have them."""
    ids = [one.task_id for one in documents if one.is_pending and one.task_id]
    jobs = DBTaskResult.objects.filter(pk__in=ids, status__in=_UNFINISHED) if ids else ()
    return {str(job.pk): job for job in jobs}


def _refresh(documents):
    """Their jobs may have ended just now."""
    fresh = ImportedDocument.objects.in_bulk([one.pk for one in documents]) if documents else {}
    for one in documents:
        if found := fresh.get(one.pk):
            one.understood, one.refusal = found.understood, found.refusal


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
        pictures = take_pictures(data, reading.understood)
    except FileNotFoundError:
        _refuse(document, "reader_failed")
    except Refusal as refusal:
        _refuse(document, refusal.code)
    else:
        _keep(document, reading, pictures)


@transaction.atomic
def _keep(document, reading, pictures):
    understood = {"understood": reading.understood, "original_html": reading.original_html}
    if _unchanged(document).update(**understood):
        document.pictures.all().delete()
        for name, file in pictures.items():
            document.pictures.create(name=name, file=file)


def _refuse(document, code):
    if _unchanged(document).update(refusal=code, file=""):
        document.file.delete(save=False)


def _unchanged(document):
    """The document, unless somebody has asked meanwhile to read it as something else."""
    asked = {"kind": document.kind, "language": document.language}
    return ImportedDocument.objects.pending().filter(pk=document.pk, **asked)
