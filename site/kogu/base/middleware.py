"""What holds for every request: how long it may be, and which language its answer has."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import get_language_from_path, get_language_from_request

from kogu.base.errors import error_response

LONGEST_ADDRESS = 8190  # characters
# Set by the web server for a request that it has refused, of which nothing more is read.
REFUSED_STATUS = "kogu.refused_status"


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
