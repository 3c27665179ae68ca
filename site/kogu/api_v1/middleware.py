"""What holds for every answer of the API: readable from anywhere, HEAD, OPTIONS, problems."""

from django.http import HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kogu.api.problems import ApiProblem, problem_response

from .rate_limit import allowance

PREFIX = "/api/v1/"
METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Last-Modified, Retry-After, RateLimit, RateLimit-Policy, Content-Language"
LONGEST_QUERY = 4000  # characters


class ApiMiddleware:
    """Reads only, without cookies: any origin may read, nobody may send credentials."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer for the API; everything else passes on."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        # A browser asks beforehand by OPTIONS, which would halve what its reader may ask.
        allowed = allowance(request, is_counted=request.method != "OPTIONS")
        response = self._answer(request, allowed)
        allowed.label(response)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    def _answer(self, request, allowed):
        if request.method == "OPTIONS":
            return _of_options()
        if allowed.is_spent:
            return _too_many(request, allowed.seconds)
        if request.method not in {"GET", "HEAD"}:
            return _not_allowed(request)
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return _too_long(request)
        return self._read(request)

    def _read(self, request):
        """HEAD is GET without its body."""
        asked = request.method
        request.method = "GET"
        response = self.get_response(request)
        request.method = asked
        if asked == "HEAD":
            length = len(response.content)
            response.content = b""
            response["Content-Length"] = str(length)
        return response


def _of_options():
    response = HttpResponse(status=204)
    response["Allow"] = METHODS
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
    response["Access-Control-Max-Age"] = "86400"
    return response


def _not_allowed(request):
    words = format_lazy(_("Use {methods}."), methods=METHODS)
    response = problem_response(ApiProblem(405, _("Method not allowed"), words), request)
    response["Allow"] = METHODS
    return response


def _too_many(request, seconds):
    words = format_lazy(
        ngettext_lazy("Wait {seconds} second.", "Wait {seconds} seconds.", seconds),
        seconds=seconds,
    )
    response = problem_response(ApiProblem(429, _("Too many requests"), words), request)
    response["Retry-After"] = str(seconds)
    return response


def _too_long(request):
    words = format_lazy(
        _("Ask for less: at most {number} characters after the question mark."),
        number=LONGEST_QUERY,
    )
    return problem_response(ApiProblem(414, _("Address too long"), words), request)
