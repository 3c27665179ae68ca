"""Requests beyond the web server's limits: answered by Django, in the reader's language."""

import re

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import RequestEntityTooLarge, RequestHeaderFieldsTooLarge

# A browser shows no answer before it has sent all; of a body beyond this it shows none.
DISCARDED = 2 * 1024**3
_FIRST_LINE = re.compile(rb"\w+ (/[^ ?#]{0,100})")
_LANGUAGES = re.compile(rb"\r\naccept-language:([^\r\n]{1,200})", re.IGNORECASE)


class Parser(HTTPRequestParser):
    """Takes in a body that is too large without storing it."""

    _left = 0

    def received(self, data):
        """How many of the bytes belong to this request."""
        if self._left:
            taken = min(len(data), self._left)
            self._left -= taken
            self.completed = not self._left
            return taken
        consumed = super().received(data)
        if self.completed and isinstance(self.error, RequestEntityTooLarge):
            is_coming = not self.expect_continue and self.content_length <= DISCARDED
            self._left = self.content_length if is_coming else 0
            self.completed = not self._left
            self.expect_continue = False  # or the channel would ask for the body
        return consumed


class RefusedTask(WSGITask):
    """The request without its body, and the status with which it is refused."""

    def get_environment(self):
        """What Django is told of it."""
        from kogu.base.middleware import REFUSED_STATUS

        status = self.request.error.code
        if status == RequestHeaderFieldsTooLarge.code:
            status = self._read_beginning()
        self.set_close_on_finish()
        return {**super().get_environment(), REFUSED_STATUS: status}

    def _read_beginning(self):
        """The parser has dropped headers that were too long; which part of them was?"""
        beginning = self.request.header_plus
        if path := _FIRST_LINE.match(beginning):
            self.request.path = path[1].decode("latin-1")
        if languages := _LANGUAGES.search(beginning):
            self.request.headers["ACCEPT_LANGUAGE"] = languages[1].decode("latin-1").strip()
        return 431 if b"\r\n" in beginning else 414


def _error_task(channel, request):
    codes = (RequestEntityTooLarge.code, RequestHeaderFieldsTooLarge.code)
    task = RefusedTask if request.error.code in codes else ErrorTask
    return task(channel, request)


class Channel(HTTPChannel):
    """A connection whose oversized requests are answered in words."""

    parser_class = Parser
    error_task_class = staticmethod(_error_task)
