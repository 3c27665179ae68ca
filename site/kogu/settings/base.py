"""Settings that hold everywhere, safe by default."""

from django.utils.translation import gettext_lazy as _

from .data import *
from .environment import IN_REPOSITORY, PACKAGE_DIR, REPOSITORY_DIR, env
from .security import *
from .wagtail import *

DEBUG = False
SECRET_KEY = env.secret_key
ALLOWED_HOSTS = [host.strip() for host in env.allowed_hosts.split(",") if host.strip()]
SITE_URL = env.site_url.rstrip("/")

INSTALLED_APPS = [
    "kogu.api_v1",
    "kogu.demo",
    "kogu.imports",
    "kogu.editorial",
    "kogu.translation",
    "search",
    "home",
    "events",
    "directory",
    "kogu.web",
    "kogu.presenting",
    "kogu.content",
    "kogu.media",
    "kogu.accounts",
    "kogu.delivery",
    "wagtail_localize",
    "wagtail.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "kogu.accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "kogu.delivery.middleware.ForwardedMiddleware",
    "kogu.delivery.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kogu.delivery.middleware.ClockMiddleware",
    "kogu.api_v1.middleware.ApiMiddleware",
    "kogu.web.middleware.RequestLimitsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kogu.web.middleware.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kogu.accounts.sign_in_redirect.SignInRedirectMiddleware",
    "kogu.accounts.second_factor_middleware.SecondFactorMiddleware",
    "kogu.accounts.middleware.LoginThrottleMiddleware",
    "kogu.media.middleware.UploadMiddleware",
    "kogu.translation.snippet_permissions.LanguageGuardMiddleware",
    "kogu.delivery.middleware.PublicChangeMiddleware",
    "kogu.web.malformed_requests.MalformedRequestMiddleware",
    "kogu.editorial.publication_errors.RefusalMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kogu.web.middleware.FormerAddressMiddleware",
]

ROOT_URLCONF = "kogu.urls"
WSGI_APPLICATION = "kogu.wsgi.application"

TEMPLATES_DIR = REPOSITORY_DIR / "templates" if IN_REPOSITORY else PACKAGE_DIR / "templates"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [TEMPLATES_DIR],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Languages. The names are what a reader of that language calls it.
ALL_LANGUAGES = {"et": _("Estonian"), "lv": _("Latvian"), "pl": _("Polish"), "en": _("English")}
LANGUAGES = [
    (code, ALL_LANGUAGES.get(code, code))
    for code in (part.strip() for part in env.languages.split(","))
    if code
]
LANGUAGE_CODE = LANGUAGES[0][0]
# Without it Wagtail knows the default language only, and routes every address to that tree.
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Wagtail offers only what it is mostly translated into, and so no Latvian.
WAGTAILADMIN_PERMITTED_LANGUAGES = list({**ALL_LANGUAGES, **dict(LANGUAGES)}.items())
LOCALES_DIR = PACKAGE_DIR.parent if IN_REPOSITORY else PACKAGE_DIR
# The first wins: our messages, then those that libraries lack in a language or translate badly.
LOCALE_PATHS = [LOCALES_DIR / "locale", LOCALES_DIR / "locale_libraries"]
USE_I18N = True
FORMAT_MODULE_PATH = "kogu.language.locales"
FIRST_DAY_OF_WEEK = 1
USE_TZ = True
TIME_ZONE = env.time_zone

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.log_level},
    # It would warn of every request that waits for a thread.
    "loggers": {"waitress.queue": {"level": "ERROR"}},
}
