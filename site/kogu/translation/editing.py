"""What the translator's editor asks for: passages saved, the draft seen, the source read."""

import hashlib

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import PreviewableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, get_edit_url
from wagtail_localize.views import edit_translation

from .rights import may_edit
from .targets import draft_of
from .views import hindrance, is_running, open_target, refuse_unchangeable

LOCKED = 409
CHANGED = 412


def edit_string(request, translation_id, string_segment_id):
    """Save or empty a passage, unless it is being reviewed or locked, or somebody else has
    written there since.
    """
    args = translation_id, string_segment_id
    # Within the request's transaction: of two who save at once the second sees the first's words.
    get_object_or_404(Translation.objects.select_for_update(), pk=translation_id)
    answer = _locked(request, translation_id) or _changed(request, *args)
    if answer is None:
        answer = edit_translation.edit_string_translation(request, *args)
        if answer.status_code < 300:
            answer["ETag"] = etag(_words(*args))
    return answer


def etag(words):
    """Of what a passage holds."""
    return f'"{_digest(words)}"'


def _digest(words):
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _words(translation_id, segment_id):
    translation = get_object_or_404(Translation, pk=translation_id)
    passage = get_object_or_404(StringSegment, pk=segment_id, source=translation.source_id)
    written = StringTranslation.objects.filter(
        translation_of=passage.string_id,
        context=passage.context_id,
        locale=translation.target_locale_id,
    ).first()
    return written.data if written else ""


def _changed(request, translation_id, segment_id):
    """What somebody else wrote since the passage was shown, for who may change it."""
    shown = request.headers.get("If-Match")
    target = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if shown is None or not may_edit(request.user, target):
        return None
    words = _words(translation_id, segment_id)
    if _digest(words) in shown:  # a front server that compresses answers marks it as its own
        return None
    return HttpResponse(
        words, status=CHANGED, content_type="text/plain", headers={"ETag": etag(words)}
    )


def edit_override(request, translation_id, overridable_segment_id):
    """Save or empty an address, unless it is being reviewed or locked."""
    stock = edit_translation.edit_override
    return _locked(request, translation_id) or stock(
        request, translation_id, overridable_segment_id
    )


def _locked(request, translation_id):
    """The answer to who may change the translation, but not now; others are answered by stock."""
    target = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if may_edit(request.user, target) and (words := hindrance(request.user, target)):
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
    """What the reviewer has before them, or what submitting now would hand in."""
    translation, target = open_target(request, translation_id)
    draft = target.get_latest_revision_as_object() if is_running(target) else draft_of(translation)
    return _shown(request, draft, mode)


@require_safe
def source(request, translation_id):
    """The source as translators have it before them, also for who may not open it elsewhere."""
    translation, _target = open_target(request, translation_id)
    return _shown(request, translation.source.as_instance(), None)


def _shown(request, thing, mode):
    modes = thing.preview_modes if isinstance(thing, PreviewableMixin) else []
    mode = mode or (thing.default_preview_mode if modes else None)
    if mode not in dict(modes):
        raise Http404
    return thing.make_preview_request(request, mode)
