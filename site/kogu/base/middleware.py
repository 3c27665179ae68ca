"""The language of an answer is the language of its address."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_from_path


class PathLanguageMiddleware:
    """Activates the language that the path begins with, else the site's own.

    Django's LocaleMiddleware would also look at the reader's browser, vary
    every answer by it, and turn an API's 404 into a redirect.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer in the language of the path."""
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
        response.headers.setdefault("Content-Language", language)
        return response
