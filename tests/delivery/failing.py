"""Requests that fail, those that may write after something was written."""

import errno

from django.contrib.auth.models import Group
from django.db import InterfaceError, transaction

HALF = "Half saved"


@transaction.atomic
def conflict():
    for _n in range(2):
        Group.objects.create(name="Taken")


def fault():
    raise ZeroDivisionError


def no_database():
    raise InterfaceError


def no_space():
    raise OSError(errno.ENOSPC, "No space left on device")


FAILURES = {"409": conflict, "500": fault, "503": no_database, "507": no_space}


class FailingMiddleware:
    """Stands in for a view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Write, and fail as the header asks."""
        if failure := FAILURES.get(request.headers.get("X-Failure")):
            if request.method == "POST":
                Group.objects.create(name=HALF)
            failure()
        return self.get_response(request)
