"""For the tests: fast, immediate, and never on the network."""

import ipaddress

from .base import *
from .base import DATABASES, LOGGING, STORAGES

SECRET_KEY = "tests"  # noqa: S105 protects nothing
ALLOWED_HOSTS = ["*"]
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
# The tests' client may stand for a front server.
TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.1")]
KOGU_DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MAILERS = {
    name: {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    for name in ("default", "delivery")
}
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "public": {
        "BACKEND": "django.core.files.storage.InMemoryStorage",
        "OPTIONS": {"base_url": "/media/"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests read the source words; what is translated is tested in tests/test_messages.py.
LOCALE_PATHS = []
LOGGING = {**LOGGING, "root": {**LOGGING["root"], "level": "WARNING"}}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # the file is replaced between tests
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
