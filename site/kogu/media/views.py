"""How files reach people: public renditions, thumbnails for staff, documents to save."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve
from wagtail.documents.wagtail_hooks import check_view_restrictions
from wagtail.models import CollectionViewRestriction
from wagtail.permissions import policy_registry

from kogu.delivery.conditional import mark_public, safe_methods_only

from . import thumbnails
from .models import KoguDocument, KoguImage
from .ranges import ranged
from .restrictions import is_restricted
from .storage import PublicStorage

TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png"}
YEAR = 31_536_000
SCRIPTLESS = "default-src 'none'; sandbox"


@safe_methods_only
def public_media(request, name):
    """A rendition: its name never means another picture, so it may be kept for ever."""
    content_type = TYPES.get(PurePosixPath(name).suffix)
    if content_type is None or not _is_plain(name):
        raise Http404
    try:
        file = PublicStorage().open(name)
    except (OSError, SuspiciousFileOperation):
        raise Http404 from None
    response = FileResponse(file, content_type=content_type)
    patch_cache_control(mark_public(response), public=True, max_age=YEAR, immutable=True)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return _guarded(ranged(request, response))


@require_safe
def staff_picture(request, image_id, spec):
    """A thumbnail, or the original, for those who may work with the image."""
    image = get_object_or_404(KoguImage.objects.select_related("collection"), pk=image_id)
    original = spec == "original"
    if not _may_see(request.user, image, original):
        raise Http404
    if original:
        response = FileResponse(_opened(image), filename=image.filename)
    elif thumbnails.is_allowed(spec):
        response = FileResponse(thumbnails.open_thumbnail(image, spec), content_type="image/webp")
    else:
        raise Http404
    patch_cache_control(response, private=True, max_age=86_400)
    return _guarded(response)


@safe_methods_only
def serve_document(request, document_id, document_filename):
    """A document, to be saved and not shown, for those who may have it.

    Others get the same answer whatever its name is and whether it exists; only where a
    password opens its collection they are asked for that, whatever name they give.
    """
    document = get_object_or_404(KoguDocument.objects.select_related("collection"), pk=document_id)
    refused = _refusing(document, request)
    if refused - {CollectionViewRestriction.PASSWORD}:
        raise Http404
    response = check_view_restrictions(document, request) if refused else None
    response = response or serve(request, document_id, document_filename)
    if response.status_code in {200, 304}:
        if is_restricted(document.collection):
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(mark_public(response), public=True, no_cache=True)
    return _guarded(ranged(request, response))


def _refusing(document, request):
    """Kinds of the restrictions that keep the document from whoever asks."""
    restrictions = document.collection.get_view_restrictions()
    return {each.restriction_type for each in restrictions if not each.accept_request(request)}


def _guarded(response):
    response["Content-Security-Policy"] = SCRIPTLESS
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _is_plain(name):
    """No way out of the folder and nothing hidden in it."""
    parts = name.split("/")
    return name.isprintable() and not any(p.startswith(".") or "\\" in p or not p for p in parts)


def _may_see(user, image, original):
    if not original and not is_restricted(image.collection):
        return True
    policy = policy_registry.get_by_type(KoguImage)
    return any(
        policy.user_has_permission_for_instance(user, action, image)
        for action in ("choose", "change", "delete")
    )


def _opened(image):
    try:
        return image.file.storage.open(image.file.name)
    except FileNotFoundError:
        raise Http404 from None
