"""Requests beyond the web server's limits: answered by Django, in the reader's language."""

import copy
import re
import threading
import time
from functools import lru_cache

from django.conf import settings
from django.http import parse_cookie
from django.urls import reverse
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error, RequestEntityTooLarge, RequestHeaderFieldsTooLarge

MEGABYTE = 1024**2
MAX_UPLOAD_BODY = 256 * MEGABYTE  # of somebody who may have signed in, below the admin
MAX_BODY = MEGABYTE
# A body beyond this is stored in a file. Smaller ones are always accepted, so that readers can
# sign in while others fill the space for large ones.
SMALL_BODY = 16 * 1024
MAX_STORED_BODIES = 100
MAX_STORED_BYTES = 1024 * MEGABYTE
REQUEST_SECONDS = 300  # from its first byte to its last
# A browser shows no answer before it has sent all; of an upload beyond this it shows none.
DISCARDED = 2 * 1024**3
_FIRST_LINE = re.compile(rb"\w+ (/[^ ?#]{0,100})")
_LANGUAGES = re.compile(rb"\r\naccept-language:([^\r\n]{1,200})", re.IGNORECASE)


class StorageFull(Error):
    """Other requests take all the space that there is for bodies."""

    code = 503
    reason = "Service Unavailable"


class StoredBodies:
    """How many bodies are stored at once, and their bytes; released by any thread."""

    def __init__(self):
        # Reentrant: the collector may release one while another is stored.
        self._lock = threading.RLock()
        self.number = self.bytes = 0

    def store(self, before: int, now: int) -> bool:
        """Whether a body of so many bytes may have so many now."""
        with self._lock:
            number, size = self.number + (not before), self.bytes + now - before
            if number > MAX_STORED_BODIES or size > MAX_STORED_BYTES:
                return False
            self.number, self.bytes = number, size
            return True

    def release(self, size: int):
        """A body of so many bytes is no longer stored."""
        with self._lock:
            self.number -= 1
            self.bytes -= size


stored_bodies = StoredBodies()


class Parser(HTTPRequestParser):
    """Stores large bodies for the admin only; discards those that are too large even there."""

    _left = 0
    _stored = 0
    _may_upload = False

    def parse_header(self, header_plus):
        """Settles how large the body may be."""
        super().parse_header(header_plus)
        self._may_upload = _may_upload(self.path, self.headers)
        if not self._may_upload:
            self.adj = _limited(self.adj)

    def received(self, data):
        """How many of the bytes belong to this request."""
        if self._left:
            taken = min(len(data), self._left)
            self._left -= taken
            self.completed = not self._left
            return taken
        consumed = super().received(data)
        if self.completed and isinstance(self.error, RequestEntityTooLarge):
            self._refuse_too_large()
        elif self.body_bytes_received > SMALL_BODY and not self._store():
            self.error, self.completed = StorageFull("too many bodies"), True
        return consumed

    def close(self):
        """Its body is no longer stored."""
        super().close()
        self._release()

    def __del__(self):
        """Nothing closes a request whose connection ended in its middle."""
        self._release()

    def _refuse_too_large(self):
        is_coming = not self.expect_continue and self.content_length <= DISCARDED
        self._left = self.content_length if self._may_upload and is_coming else 0
        self.completed = not self._left
        self.expect_continue = False  # or the channel would ask for the body

    def _store(self):
        if not stored_bodies.store(self._stored, self.body_bytes_received):
            return False
        self._stored = self.body_bytes_received
        return True

    def _release(self):
        if self._stored:
            stored_bodies.release(self._stored)
            self._stored = 0


def _may_upload(path, headers):
    """Whether somebody who has signed in may have sent it to the admin."""
    is_of_admin = path.startswith(reverse("wagtailadmin_home"))
    return is_of_admin and settings.SESSION_COOKIE_NAME in parse_cookie(headers.get("COOKIE", ""))


@lru_cache(1)
def _limited(adjustments):
    limited = copy.copy(adjustments)
    limited.max_request_body_size = MAX_BODY
    return limited


class RefusedTask(WSGITask):
    """The request without its body, and the status with which it is refused."""

    def get_environment(self):
        """The WSGI environment of a refused request."""
        from kogu.web.middleware import REFUSED_STATUS

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
    codes = (RequestEntityTooLarge.code, RequestHeaderFieldsTooLarge.code, StorageFull.code)
    task = RefusedTask if request.error.code in codes else ErrorTask
    return task(channel, request)


class Channel(HTTPChannel):
    """A connection whose oversized requests are answered in words, and slow ones not at all."""

    parser_class = Parser
    error_task_class = staticmethod(_error_task)

    _began_at = None

    def received(self, data):
        """Gives up on a request that does not end."""
        if self.request is None:
            self._began_at = time.monotonic()
        elif time.monotonic() - self._began_at > REQUEST_SECONDS:
            self.will_close = True
            return False
        return super().received(data)
