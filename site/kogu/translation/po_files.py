"""PO files of the translator's editor."""

import contextlib
import os
import tempfile

import polib
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views import edit_translation

from kogu.language.characters import clean
from kogu.media.uploads import check_size

from .po_report import apply_entries, report, sort_entries
from .progress import progress
from .views import open_target, refuse_unchangeable

MAX_PO_FILE = 1_000_000  # bytes; a long page has some 50 000


def download_pofile(request, translation_id):
    """The translation as a PO file, without characters that nobody's editor takes.

    What needs review is fuzzy, with the words that it was made of.
    """
    response = edit_translation.download_pofile(request, translation_id)
    translation = get_object_or_404(Translation, pk=translation_id)
    po = translation.export_po()
    former = {
        (one.translation_of.data, one.context.path): one.outdated.former.data
        for one in progress(translation).outdated
    }
    for entry in po:
        if words := former.get((entry.msgid, entry.msgctxt)):
            entry.flags.append("fuzzy")
            entry.previous_msgid = words
    response.content = clean(str(po))
    return response


@require_POST
def upload_pofile(request, translation_id):
    """Take the words of a PO file, and say what became of every entry."""
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
    found = sort_entries(translation, po)
    with transaction.atomic():
        apply_entries(translation, found.taken, po.metadata, request.user)
    report(request, translation, target, found)
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
