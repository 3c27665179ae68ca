"""Errors as HTML, as JSON of the admin and as problems of the API, in the reader's language."""

import logging
import sys
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import (
    get_language_from_path,
    get_language_from_request,
    override,
)

from kogu.api.problems import ApiProblem, problem_response
from kogu.presenting.chrome import chrome
from kogu.presenting.ui_language import ui_language

from . import messages
from .statuses import status_of

log = logging.getLogger(__name__)

RETRY_SECONDS = 10
ADMIN = "/admin/"
API = "/api/"
DOCUMENTS = "/documents/"
SAFE = {"GET", "HEAD", "OPTIONS"}
# Trying again as it is cannot help.
_FINAL = {400, 403, 404, 409, 413, 414, 431}


def bad_request(request, exception=None):
    """400, and 413 for what is too large."""
    status = status_of(exception)
    return error_response(request, 413 if status == 413 else 400)


def permission_denied(request, exception=None):
    """403."""
    return error_response(request, 403)


def csrf_failure(request, reason=""):
    """403 for a form without the token of this session: where it was, it is offered anew."""
    return error_response(request, 403, messages.EXPIRED, form_url=_form_url(request))


def _form_url(request):
    referer = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(
        referer, {request.get_host()}, require_https=request.is_secure()
    )
    return referer if is_ours else request.get_full_path()


def page_not_found(request, exception=None, template_name=""):
    """404, also in the place of the admin's template."""
    return error_response(request, 404)


def server_error(request):
    """Whatever was raised: a conflict, no space, no database, else 500."""
    return error_response(request, status_of(sys.exception()))


def error_response(request, status: int, text: messages.ErrorText | None = None, form_url=""):
    """The error in the form and the language that was asked for; 500 and 503 ask no database."""
    text = text or _default_text(request, status)
    if request.path_info.startswith(API):
        response = problem_response(ApiProblem(status, text.title, text.lead), request)
    else:
        locale = _language(request, status)
        with override(locale):
            response = _form(request)(request, status, text, locale, form_url)
        response["Content-Language"] = locale
    if status == 503:
        response["Retry-After"] = str(RETRY_SECONDS)
    response.is_private = True
    return response


def _form(request):
    is_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return _json if is_script or not request.accepts("text/html") else _html


def _language(request, status) -> str:
    """That of the address and the interface it asks for, of the signed-in user, of the browser."""
    return (
        _language_of_address(request, status)
        or _preferred_language(request, status)
        or get_language_from_request(request)
    )


def _language_of_address(request, status):
    """Only of an address that could be read is its query looked at."""
    own = get_language_from_path(request.path_info)
    return ui_language(request.GET, own) if own and status in {403, 404} else own


def _preferred_language(request, status) -> str:
    try:
        user = _known_user(request) if status in {500, 503} else getattr(request, "user", None)
        profile = getattr(user, "wagtail_userprofile", None)
    except DatabaseError:
        return ""
    return profile.get_preferred_language() if profile else ""


def _known_user(request):
    """Who has signed in, if that has been found out already, with what is known of them."""
    user = getattr(request, "_cached_user", None)
    is_known = user and user.is_authenticated and "wagtail_userprofile" in user._state.fields_cache
    return user if is_known else None


def _json(request, status, text, _locale, _form_url):
    """As Wagtail's editor takes it: it tries again after a server error, and tells others."""
    parts = [f"{text.title}.", text.lead, _what_was_kept(request)]
    if request.method not in SAFE:
        parts.append(messages.STAYS_IN_FORM)
    body = {
        "success": False,
        "error_code": "validation_error" if status in _FINAL else "server_error",
        "error_message": " ".join(str(part) for part in parts if part),
    }
    return JsonResponse(body, status=status)


def _html(request, status, text, locale, form_url):
    site_chrome = _chrome(request, status, locale)
    context = {
        "title": text.title,
        "lead": text.lead,
        "kept": _what_was_kept(request),
        "form_url": form_url,
        "again": _sent_again(request, status),
        "sign_in_url": _sign_in_url(request, status),
        "sign_in": messages.SIGN_IN,
        "on_this_page": messages.ON_THIS_PAGE,
        "chrome": site_chrome,
        "locale": locale,
        "is_admin": request.path_info.startswith(ADMIN),
        "home_url": site_chrome.home_url if site_chrome else f"/{locale}/",
    }
    template = "error.html" if site_chrome else "error_bare.html"
    return HttpResponse(render_to_string(template, context), status=status)


def _chrome(request, status, locale):
    if status >= 500 or status in {400, 413, 431} or request.path_info.startswith(ADMIN):
        return None
    try:
        return chrome(locale)
    except DatabaseError:
        log.exception("an error page without menu and footer")
        return None


def _default_text(request, status):
    if request.path_info.startswith(API):
        return messages.IN_API.get(status, messages.WORDS[status])
    if request.path_info.startswith(ADMIN):
        return messages.IN_ADMIN.get(status, messages.WORDS[status])
    if request.path_info.startswith(DOCUMENTS):
        return messages.OF_DOCUMENTS.get(status, messages.WORDS[status])
    return messages.WORDS[status]


def _sign_in_url(request, status):
    """Where one signs in for a document, whether there is one at this address or not."""
    if status != 404 or not request.path_info.startswith(DOCUMENTS):
        return ""
    user = getattr(request, "user", None)
    if user is None or user.is_authenticated:
        return ""
    return f"{reverse('wagtailcore_login')}?{urlencode({'next': request.get_full_path()})}"


def _what_was_kept(request):
    if request.method in SAFE:
        return ""
    return messages.SAVED if getattr(request, "is_committed", False) else messages.NOT_SAVED


def _sent_again(request, status):
    """What staff wrote, to be sent once more; no password or code is written into a page."""
    user = getattr(request, "_cached_user", None)
    is_kept = status >= 500 and request.method == "POST" and user and user.is_authenticated
    if not is_kept or getattr(request, "is_committed", False) or request.FILES:
        return []
    if hasattr(request, "sensitive_post_parameters") or any("password" in n for n in request.POST):
        return []
    return [(name, value) for name, values in request.POST.lists() for value in values]
