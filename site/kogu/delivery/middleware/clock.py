"""Reads the clock once per request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kogu.delivery import clock


class ClockMiddleware:
    """All of an answer is made at one reading of the clock, taken before the first look."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with clock.shared_reading():
            return self.get_response(request)
