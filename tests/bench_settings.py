"""For `make bench`: words, files and jobs as in production, fingerprints of static files apart."""

from kogu.settings.base import *
from kogu.settings.base import STORAGES as _STORAGES

SECRET_KEY = "bench"
ALLOWED_HOSTS = ["*"]
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
STORAGES = {
    **_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
