"""For a developer's machine and the demo: visible loosenings of `base`."""

from .base import *
from .base import SECRET_KEY as _KEY
from .environment import env

DEBUG = True
SECRET_KEY = _KEY or "only-for-this-machine"
ALLOWED_HOSTS = ["*"]
SITE_URL = env.site_url.rstrip("/") or f"http://127.0.0.1:{env.port}"
