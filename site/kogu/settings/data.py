"""Where data are kept: database, cache, files, jobs and mail."""

import dj_database_url

from .environment import IN_REPOSITORY, PACKAGE_DIR, env
from .mail import mailers

KOGU_WEB_PROCESSES = env.web_processes
DATABASES = {
    "default": dj_database_url.parse(
        env.database_url or f"sqlite:///{env.data_dir / 'kogu.sqlite3'}", conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # One writer at a time, who says so from the start and waits in a fair queue;
    # readers never wait.
    DATABASES["default"]["ENGINE"] = "kogu.delivery.sqlite3"
    # To open the file anew costs a request 3 ms, a quarter of it. A file that was
    # put in its place is noticed within the minute.
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,  # seconds; a web process waits less (kogu.wsgi)
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A thread that asks a database that is away is free again, for its 503, after the timeout.
    pool = {"min_size": 1, "max_size": env.web_threads + 4, "timeout": 5}
    DATABASES["default"]["OPTIONS"] = {"pool": pool}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.redis_url,
    }
    if env.redis_url
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

_MEDIA = env.data_dir / "media"
MEDIA_ROOT = _MEDIA / "private"
MEDIA_URL = "/media/"
PUBLIC_MEDIA_ROOT = _MEDIA / "public"
STATIC_URL = "/static/"
STATIC_ROOT = env.data_dir / "static"
# Every address of a file carries its fingerprint; without it a file would be compressed twice.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Maps to sources are read by nobody but a debugger, and are as large as all the rest.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (
    *("jpg", "jpeg", "png", "gif", "webp", "avif"),
    *("zip", "gz", "br", "woff", "woff2", "map"),
)
STATICFILES_DIRS = [PACKAGE_DIR.parent / "static" if IN_REPOSITORY else PACKAGE_DIR / "static"]


def _files(location, base_url):
    return {
        "BACKEND": "kogu.media.storage.AtomicFileSystemStorage",
        "OPTIONS": {"location": location, "base_url": base_url},
    }


def _bucket(prefix, signed):
    from urllib.parse import urlsplit

    url = urlsplit(env.media_url)
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": url.username,
            "secret_key": url.password,
            "endpoint_url": f"https://{url.hostname}" + (f":{url.port}" if url.port else ""),
            "bucket_name": url.path.strip("/"),
            "location": prefix,
            "querystring_auth": signed,
            "file_overwrite": False,
        },
    }


# Originals, documents and imports are private; renditions are public.
STORAGES = {
    "default": _bucket("private", True) if env.media_url else _files(MEDIA_ROOT, None),
    "public": _bucket("public", False) if env.media_url else _files(PUBLIC_MEDIA_ROOT, MEDIA_URL),
    "staticfiles": {"BACKEND": "kogu.web.staticfiles.OneStylesheetStorage"},
}

# Held while a foreign file is read: one child at a time on a machine (kogu.sandbox).
SANDBOX_LOCK = env.data_dir / "sandbox.lock"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAILERS = mailers(env.email_url)
DEFAULT_FROM_EMAIL = env.email_from
SERVER_EMAIL = env.email_from
