"""For a public server: requires what it needs and names what is missing."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .environment import env

_REQUIRED = ("secret_key", "allowed_hosts", "site_url", "email_url", "trusted_proxies")
_missing = [name.upper() for name in _REQUIRED if not getattr(env, name)]
if _missing:
    raise ImproperlyConfigured(
        f"Set {', '.join(_missing)} in the environment: Kogu does not start in production "
        "without. README's table says what each means."
    )
if len(env.secret_key) < 50:
    raise ImproperlyConfigured("SECRET_KEY must hold at least 50 characters.")
if not env.site_url.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must begin with https:// in production.")

SECURE_SSL_REDIRECT = True
SECURE_SSL_HOST = urlsplit(env.site_url).netloc
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-kogu_session"
CSRF_COOKIE_NAME = "__Host-kogu_csrf"
KOGU_DEVICE_COOKIE_NAME = "__Secure-kogu_device"  # sent to the admin only
