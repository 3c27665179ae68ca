"""The demo region, served as in production but on this machine and without TLS."""

from .dev import *
from .dev import LOGGING

DEBUG = False
KOGU_DEMO = True
# Each task told twice would bury the sign-ins that were just printed; its failures are told.
LOGGING = {
    **LOGGING,
    "loggers": {**LOGGING["loggers"], "django.tasks": {"level": "WARNING"}},
}
