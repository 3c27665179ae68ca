"""What tests stand on: languages, a site with a front door in each, and no network."""

import json
import os
import shutil
import socket

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.functional import empty
from wagtail import signal_handlers

from kogu.api_v1 import rate_limit
from kogu.delivery import tick_cache
from kogu.media.storage import NamedStorage
from kogu.settings.base import LOCALE_PATHS
from tests import databases, public_write_guard, shared_fixtures


@receiver(setting_changed)
def _storages_changed(setting, **_kwargs):
    """Fields hold their storage; as Django's `default_storage`, it is looked up again."""
    if setting == "STORAGES":
        for model in apps.get_models():
            for field in model._meta.concrete_fields:
                if isinstance(storage := getattr(field, "storage", None), NamedStorage):
                    storage._wrapped = empty


@pytest.fixture(autouse=True)
def _forget():
    """Ticks roll back with each test's transaction; what was remembered must go too."""
    tick_cache.clear()
    rate_limit.clear_counts()
    cache.clear()
    yield
    tick_cache.clear()
    cache.clear()


@pytest.fixture(autouse=True)
def _public_writes_are_changes(_django_db_marker):
    """Whatever readers may see is written inside a public change."""
    with public_write_guard.refusing():
        yield


@pytest.fixture
def catalogues(settings):
    """The translations, which other tests do without."""
    settings.LOCALE_PATHS = LOCALE_PATHS


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Only this machine may be reached."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {
            "127.0.0.1",
            "::1",
            "localhost",
        }:
            raise OSError(f"tests do not reach the network: {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session", autouse=True)
def _turns_of_its_own(tmp_path_factory):
    """Tests that run beside each other do not wait for each other's sandboxed children."""
    settings.SANDBOX_LOCK = tmp_path_factory.mktemp("sandbox") / "lock"


@pytest.fixture(scope="session", autouse=True)
def _references_are_not_looked_up():
    """Wagtail's own index of what uses what, a sixth of the time; the demo's tests build it."""
    signal_handlers.disconnect_reference_index_signal_handlers()


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """A database cloned from one that was migrated once."""
    from django.db import connection
    from django.test import TransactionTestCase

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with django_db_blocker.unblock():
        connection.close()
        values = connection.settings_dict
        if connection.vendor == "sqlite":
            clone = databases.sqlite_clone()
            name = str(clone)
            request.addfinalizer(lambda: shutil.rmtree(clone.parent, ignore_errors=True))

            def restore():
                databases.sqlite_restore(clone)
        else:
            name = f"test_kogu_{os.getpid()}_{worker}"
            parts = {"host": values["HOST"], "port": values["PORT"], "user": values["USER"]}
            base = databases.postgres_url(values).rstrip("/")

            def connect():
                return psycopg.connect(
                    **parts, password=values["PASSWORD"], dbname="postgres", autocommit=True
                )

            def restore():
                databases.postgres_clone(connect, base, name)

            restore()
        values["NAME"] = settings.DATABASES["default"]["NAME"] = name

    def cloned_again(self):
        """What migrations made (root page, locales, roles) is there for the next test."""
        connection.close()
        restore()

    # Django empties every table after a test that commits; ours start from a clone.
    commits = pytest.MonkeyPatch()
    commits.setattr(TransactionTestCase, "_fixture_teardown", cloned_again)
    yield
    commits.undo()
    with django_db_blocker.unblock():
        shared_fixtures.deactivate()
        connection.close()


@pytest.fixture
def _shared_fixture(request, django_db_setup, django_db_blocker):
    """The test's shared fixture is built before its own transaction begins."""
    with django_db_blocker.unblock(), public_write_guard.refusing():
        shared_fixtures.activate(shared_fixtures.used_by(request.node))


@pytest.fixture
def _django_db_helper(_shared_fixture, _django_db_helper):
    """pytest-django's own, after the shared fixture."""


def order(item):
    """Tests that use one shared fixture follow one another; journeys come last.

    While a browser is open an event loop runs, in which Django refuses to ask a database.
    """
    shared = [f"{make.__module__}.{make.__name__}" for make in shared_fixtures.used_by(item)]
    return "tests/browser/" in item.nodeid, shared


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what touches no database as pure, before `-m` is heeded."""
    for item in items:
        database = {"db", "transactional_db", "live_server", "django_db_setup"}
        if (
            not database.intersection(item.fixturenames)
            and item.get_closest_marker("django_db") is None
        ):
            item.add_marker("pure")
    items.sort(key=order)


def every_locale():
    """Every language of the site, by code."""
    from wagtail.models import Locale

    return {
        code: Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.LANGUAGES
    }


@shared_fixtures.fixture
def locales():
    """Every language of the site, by code."""
    return every_locale()


def make_home_pages():
    """A live home page in every language, each a translation of the first; by code."""
    from wagtail.models import Page, Site

    from home.models import HomePage
    from kogu.delivery.changes import public_change

    root = Page.objects.get(depth=1)
    homes = {}
    with public_change():
        for code, locale in every_locale().items():
            home = HomePage(title=f"Kogu {code}", slug=f"home-{code}", locale=locale)
            if homes:
                home.translation_key = next(iter(homes.values())).translation_key
            homes[code] = root.add_child(instance=home)
            home.save_revision().publish()
        first = homes[settings.LANGUAGE_CODE]
        Site.objects.all().delete()
        Site.objects.create(
            hostname="testserver", root_page=first, is_default_site=True, site_name="Kogu"
        )
        Page.objects.filter(depth=2).exclude(pk__in=[h.pk for h in homes.values()]).delete()
    return homes


@shared_fixtures.fixture
def homes():
    """A live home page in every language, each a translation of the first; by code."""
    return make_home_pages()


STORY = [
    {"type": "rich_text", "value": {"text": "<p>Forty makers met in the old <b>dairy</b>.</p>"}},
    {"type": "heading", "value": {"text": "What comes next", "level": "3"}},
    {"type": "quote", "value": {"text": "Now I know nine.", "attribution": "Liis", "role": ""}},
]


@shared_fixtures.fixture
def section(homes):
    """A live news section in Estonian."""
    from home.models import NewsIndexPage
    from kogu.delivery.changes import public_change

    with public_change():
        section = homes["et"].add_child(
            instance=NewsIndexPage(title="Uudised", slug="uudised", locale=homes["et"].locale)
        )
        section.save_revision().publish()
    return section


@shared_fixtures.fixture
def news(section):
    """A live news item in Estonian."""
    from home.models import NewsPage
    from kogu.delivery.changes import public_change

    with public_change():
        news = section.add_child(
            instance=NewsPage(
                title="Tegijad kohtusid",
                slug="tegijad-kohtusid",
                locale=section.locale,
                story=json.dumps(STORY),
                live=False,
            )
        )
        news.save_revision().publish()
    return news
