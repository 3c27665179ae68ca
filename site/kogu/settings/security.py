"""Who signs in and how, cookies, headers, trusted proxies and rate limits."""

import ipaddress
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .environment import env

try:
    TRUSTED_PROXIES = [
        ipaddress.ip_network(network.strip())
        for network in env.trusted_proxies.split(",")
        if network.strip()
    ]
except ValueError as error:
    raise ImproperlyConfigured(f"TRUSTED_PROXIES: {error}.") from error

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# Guesses are counted by kogu.accounts.login_throttle, which locks nobody out.
OTP_TOTP_THROTTLE_FACTOR = 0
OTP_TOTP_SYNC = False
OTP_TOTP_ISSUER = urlsplit(env.site_url).hostname or "Kogu"
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

SESSION_COOKIE_NAME = "kogu_session"
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "kogu.web.errors.csrf_failure"
CSRF_COOKIE_NAME = "kogu_csrf"
KOGU_DEVICE_COOKIE_NAME = "kogu_device"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"  # but in the admin, which frames its previews
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

# So many requests to the API from one address within so many seconds.
KOGU_API_REQUESTS = 600
KOGU_API_SECONDS = 300
