"""PO files of the translator's editor."""

import contextlib
import os
import tempfile

import polib
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringSegment, StringTranslation, get_edit_url
from wagtail_localize.views import edit_translation

from kogu.base.completeness import label
from kogu.language.characters import clean
from kogu.media.uploads import check_size

from .progress import progress
from .readiness import SHOWN, refusal
from .views import open_target, refuse_unchangeable

LISTED = 10
MAX_PO_FILE = 1_000_000  # bytes; a long page has some 50 000


def download_pofile(request, translation_id):
    """The translation as a PO file, without characters that nobody's editor takes."""
    response = edit_translation.download_pofile(request, translation_id)
    response.content = clean(response.content.decode("utf-8", "replace"))
    return response


@require_POST
def upload_pofile(request, translation_id):
    """Take the words of a PO file, and say which do not fit and which are of no passage here."""
    translation, target = open_target(request, translation_id)
    back = redirect(get_valid_next_url_from_request(request) or get_edit_url(target))
    if refuse_unchangeable(request, target):
        return back
    try:
        file = request.FILES["file"]
        check_size(file.size, MAX_PO_FILE)
        po = _parsed(file)
        made_for = po.metadata["X-WagtailLocalize-TranslationID"]
    except ValidationError as problem:
        messages.error(request, problem.message % problem.params)
        return back
    except (LookupError, OSError, ValueError):
        messages.error(request, _("Please upload a valid PO file."))
        return back
    if made_for != str(translation.uuid):
        messages.error(request, _("This PO file was made for another translation."))
        return back
    known, others = _split(translation, po)
    with transaction.atomic():
        translation.import_po(known, user=request.user, tool_name="PO File")
    _report(request, known, others)
    _report_refused(request, translation, target)
    return back


def _parsed(file):
    """polib reads the file of a name that it is given as contents: it is given a name."""
    with tempfile.NamedTemporaryFile(delete=False) as copy:
        copy.write(file.read())
    try:
        return polib.pofile(copy.name)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(copy.name)


def _split(translation, po):
    """A file of the passages that are, or once were, in the source, each once; other entries."""
    source = translation.source
    passages = StringSegment.objects.filter(source=source)
    former = StringTranslation.objects.filter(
        context__object_id=source.object_id, locale=translation.target_locale
    )
    known = {*passages.values_list("string__data", "context__path")}
    known |= {*former.values_list("translation_of__data", "context__path")}
    kept, others = {}, []
    for entry in po:
        key = entry.msgid, entry.msgctxt
        if key in known:
            kept[key] = entry
        else:
            others.append(entry)
    found = polib.POFile()
    found.metadata = po.metadata
    found += kept.values()
    return found, others


def _report(request, po, left_out):
    """How many passages were read; those left out word by word, so that nobody has to search."""
    lost = [entry for entry in left_out if entry.msgstr or entry.msgstr_plural]
    count = sum(1 for entry in po if entry.msgstr)
    read = ngettext(
        "%(count)s passage was read from the file.",
        "%(count)s passages were read from the file.",
        count,
    )
    messages.success(request, read % {"count": count})
    if lost:
        words = ngettext(
            "%(count)s passage of the file is not in this translation and was left out:",
            "%(count)s passages of the file are not in this translation and were left out:",
            len(lost),
        )
        messages.warning(request, words % {"count": len(lost)})
    for entry in lost[:LISTED]:
        written = entry.msgstr or next(iter(entry.msgstr_plural.values()))
        shown = written if len(written) <= SHOWN else f"{written[:SHOWN]}…"
        messages.warning(request, _("“{text}”").format(text=shown))


def _report_refused(request, translation, target):
    found = [refusal(written) for written in progress(translation).refused]
    if found:
        messages.error(request, _("These do not fit. They are kept beside their passage:"))
    for problem in found[:LISTED]:
        messages.error(request, f"{label(target, problem.field)}: {problem.message}")
