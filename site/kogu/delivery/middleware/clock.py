"""Reads the clock once per request."""

from kogu.delivery import clock


class ClockMiddleware:
    """All of an answer is made at one reading of the clock, taken before the first look."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with clock.one_reading():
            return self.get_response(request)
