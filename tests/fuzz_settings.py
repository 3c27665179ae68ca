"""The demo's settings for the fuzzer: nobody asks too often, no fingerprints are needed."""

from kogu.settings.demo import *
from kogu.settings.demo import STORAGES

KOGU_API_REQUESTS = 1_000_000_000
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
