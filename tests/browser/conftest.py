"""The demo region, built and served as `make demo` does, and a browser to walk through it."""

import contextlib
import os
import socket
import subprocess
import sys
import time

import psycopg
import pytest
from playwright.sync_api import sync_playwright

from tests import databases
from tests.services import chromium

ROOT = databases.ROOT
PASSWORD = "koivamaa"
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.nodeid:
            item.add_marker(pytest.mark.browser)


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def _database():
    base = os.environ.get("DATABASE_URL", "")
    if not base.startswith("postgres"):
        clone = databases.sqlite_clone()
        yield f"sqlite:///{clone}"
        return
    server = base.rsplit("/", 1)[0]
    name = f"test_kogu_browser_{os.getpid()}"

    def connect():
        return psycopg.connect(base, autocommit=True)

    databases.postgres_clone(connect, server, name)
    yield f"{server}/{name}"
    with connect() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _manage(environment, *words):
    return subprocess.Popen(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """The address of a freshly built demo region with its worker; or of one that runs already."""
    if "KOGU_TEST_SITE" in os.environ:
        yield os.environ["KOGU_TEST_SITE"]
        return
    port = _free_port()
    with _database() as url:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DATA_DIR": str(tmp_path_factory.mktemp("demo")),
            "DJANGO_SETTINGS_MODULE": "kogu.settings.demo",
            "PORT": str(port),
            "LOG_LEVEL": "WARNING",
        }
        environment.pop("SITE_URL", None)
        collecting = _manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        building = _manage(environment, "demo_data")
        for process in (building, collecting):
            assert process.wait() == 0, process.args
        server = subprocess.Popen([sys.executable, "-m", "kogu.serving"], cwd=ROOT, env=environment)
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(120)  # the worker ends the job at hand


def _wait_for(port, server):
    for _attempt in range(240):
        if server.poll() is not None:
            raise RuntimeError("the demo's server ended")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.25)
    raise RuntimeError("the demo's server did not begin to listen")


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, without a window."""
    program = chromium()
    if program is None:
        message = "Chromium is not on this machine"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, demo_site):
    """Opens a page of the site in a fresh context: `visit("/et/", color_scheme="dark")`."""
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(base_url=demo_site, locale="en", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(visit):
    """Signs somebody of the demo in and returns their page, which shows nothing yet.

    Without opening the two screens that a browser would load; journeys about signing in do.
    """

    def signed_in(name):
        page = visit("about:blank", viewport={"width": 1400, "height": 1000})
        request = page.context.request
        request.get("/admin/login/")
        [token] = [c["value"] for c in page.context.cookies() if c["name"] == "kogu_csrf"]
        words = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
        answer = request.post("/admin/login/", form=words)
        assert answer.url.endswith("/admin/"), answer.url
        return page

    return signed_in
