"""What the translator's editor asks for: passages saved, the draft seen, the source read."""

import hashlib

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import PreviewableMixin
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    get_edit_url,
)
from wagtail_localize.views import edit_translation

from .permissions import may_edit
from .slugs import OURS
from .targets import draft_of
from .views import blocking_reason, is_running, open_target, refuse_unchangeable

LOCKED = 409
CHANGED = 412


def edit_string(request, translation_id, string_segment_id):
    """Save or empty a passage, unless it is being reviewed or locked, or somebody else has
    written there since.
    """
    stock = edit_translation.edit_string_translation
    return _edit(stock, _string, request, translation_id, string_segment_id)


def edit_override(request, translation_id, overridable_segment_id):
    """Save or empty an address, unless the same hinders it."""
    stock = edit_translation.edit_override
    return _edit(stock, _override, request, translation_id, overridable_segment_id)


def _edit(stock, written, request, translation_id, segment_id):
    args = translation_id, segment_id
    # Within the request's transaction: of two who save at once the second sees the first's words.
    get_object_or_404(Translation.objects.select_for_update(), pk=translation_id)
    answer = _locked(request, translation_id) or _changed(request, written, *args)
    if answer is None:
        answer = stock(request, *args)
        if answer.status_code < 300:
            answer["ETag"] = etag(words_of(written(*args)))
    return answer


def etag(words):
    """The ETag of a passage's text, so that nobody overwrites another's change unseen."""
    return f'"{_digest(words)}"'


def _digest(words):
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def words_of(written):
    """What somebody wrote for a passage or address; a page chosen in its place is a number."""
    return str(written.data) if written and written.data is not None else ""


def _string(translation_id, segment_id):
    translation = get_object_or_404(Translation, pk=translation_id)
    passage = get_object_or_404(StringSegment, pk=segment_id, source=translation.source_id)
    return StringTranslation.objects.filter(
        translation_of=passage.string_id,
        context=passage.context_id,
        locale=translation.target_locale_id,
    ).first()


def _override(translation_id, segment_id):
    translation = get_object_or_404(Translation, pk=translation_id)
    address = get_object_or_404(OverridableSegment, pk=segment_id, source=translation.source_id)
    return SegmentOverride.objects.filter(
        context=address.context_id, locale=translation.target_locale_id
    ).first()


def _changed(request, find, translation_id, segment_id):
    """What somebody else wrote since the passage was shown, for who may change it."""
    shown = request.headers.get("If-Match")
    target = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if shown is None or not may_edit(request.user, target):
        return None
    written = find(translation_id, segment_id)
    words = words_of(written)
    # A front server that compresses answers marks the ETag as its own.
    if _digest(words) in shown or getattr(written, "tool_name", "") == OURS:
        return None
    return HttpResponse(
        words, status=CHANGED, content_type="text/plain", headers={"ETag": etag(words)}
    )


def _locked(request, translation_id):
    """The answer to who may change the translation, but not now; others are answered by stock."""
    target = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if may_edit(request.user, target) and (words := blocking_reason(request.user, target)):
        return HttpResponse(words, status=LOCKED, content_type="text/plain")
    return None


@require_POST
def machine_translate(request, translation_id):
    """Let a machine write what waits, unless it is being reviewed or locked."""
    _translation, target = open_target(request, translation_id)
    if refuse_unchangeable(request, target):
        return redirect(get_edit_url(target))
    return edit_translation.machine_translate(request, translation_id)


@require_safe
def preview(request, translation_id, mode=None):
    """What the reviewer has before them, or what would be submitted now."""
    translation, target = open_target(request, translation_id)
    draft = target.get_latest_revision_as_object() if is_running(target) else draft_of(translation)
    return _shown(request, draft, mode)


@require_safe
def source(request, translation_id):
    """The source as translators have it before them, also for who may not open it elsewhere."""
    translation, _target = open_target(request, translation_id)
    return _shown(request, translation.source.as_instance(), None)


def _shown(request, instance, mode):
    modes = instance.preview_modes if isinstance(instance, PreviewableMixin) else []
    mode = mode or (instance.default_preview_mode if modes else None)
    if mode not in dict(modes):
        raise Http404
    return instance.make_preview_request(request, mode)
