"""What holds for every request: its length, its language, and addresses that once were public."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import get_language_from_path, get_language_from_request
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from kogu.content.site_urls import with_query_of
from kogu.delivery import addresses
from kogu.media.documents import document_id_in
from kogu.media.models import KoguDocument
from kogu.web.errors import error_response
from kogu.web.legacy_redirects import redirect_legacy_url

LONGEST_ADDRESS = 8190  # characters
# Set by the web server for a request that it has refused, of which nothing more is read.
REFUSED_STATUS = "kogu.refused_status"
# What other programs follow of a page, below its address; it moves with the page.
SUFFIXES = {"feed": "feed/", "calendar.ics": "calendar.ics"}


class RequestLimitsMiddleware:
    """Says in words that a request is too long or too large, also when the web server found so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass on what is within the limits."""
        if status := request.META.get(REFUSED_STATUS):
            return error_response(request, status)
        if len(request.get_full_path()) > LONGEST_ADDRESS:
            return error_response(request, 414)
        return self.get_response(request)


class PathLanguageMiddleware:
    """Activates the language that the path begins with, else the site's own.

    Django's LocaleMiddleware would also look at the reader's browser, vary
    every answer by it, and turn an API's 404 into a redirect. Only the admin
    looks there: who signs in has no profile yet that says their language.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer in the language of the path."""
        language = self._language(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
        response.headers.setdefault("Content-Language", language)
        return response

    def _language(self, request):
        if request.path_info.startswith(self._admin):
            return get_language_from_request(request)
        return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE

    @cached_property
    def _admin(self):
        return reverse("wagtailadmin_home")


class FormerAddressMiddleware:
    """Redirects from former addresses and legacy URLs; 410 where something was and is no more.

    No redirect reveals the address of a page or document that the visitor may not read.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Looks only where the answer would be 404."""
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        if link := _redirect_of(request) or redirect_legacy_url(request):
            return link
        if addresses.is_gone(request.path):
            response.status_code = 410
        return response


def _redirect_of(request):
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    if redirect := get_redirect(request, whole):
        return _answer(request, redirect, redirect.link)
    # What leads on from the path alone takes along what was asked of it.
    path, suffix = urlsplit(whole).path, ""
    redirect = get_redirect(request, path) if path != whole else None
    page, _slash, name = path.rpartition("/")
    if redirect is None and name in SUFFIXES:
        redirect, suffix = get_redirect(request, page), SUFFIXES[name]
    if redirect is None or not redirect.link:
        return None
    return _answer(request, redirect, with_query_of(request, f"{redirect.link}{suffix}"))


def _answer(request, redirect, link):
    if not link or not _may_follow(request, redirect):
        return None
    answer = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
    return answer(link)


def _may_follow(request, redirect):
    restrictions = []
    if page := redirect.redirect_page:
        if not page.live:
            return False
        restrictions = page.get_view_restrictions()
    elif pk := document_id_in(redirect.link):
        document = KoguDocument.objects.select_related("collection").filter(pk=pk).first()
        if document is None:
            return False
        restrictions = document.collection.get_view_restrictions()
    return all(each.accept_request(request) for each in restrictions)
