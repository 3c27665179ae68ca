"""The tests' settings, for a web process whose requests fail as their header asks."""

from kogu.settings.base import LOCALE_PATHS as TRANSLATED
from kogu.settings.test import *
from kogu.settings.test import MIDDLEWARE

LOCALE_PATHS = TRANSLATED
KOGU_API_REQUESTS = 1
MIDDLEWARE = [*MIDDLEWARE, "tests.delivery.failing.FailingMiddleware"]
LOGGING = {}
