"""A web process answers each error in the language that was asked for, and stores nothing."""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from html import unescape
from http.client import HTTPConnection  # noqa: TID251 to this machine
from urllib.parse import urlencode

import pytest
from django.utils import translation

from kogu.web.errors.messages import WORDS
from tests.databases import ROOT, sqlite_clone
from tests.delivery.failing import FAILURES, HALF

CODES = ("et", "lv", "pl", "en")
# What follows the address of the language or of the API, and the headers.
REQUESTS = {
    404: ("nowhere/", {}),
    414: ("?" + "q" * 9_000, {}),
    **{int(status): ("", {"X-Failure": status}) for status in FAILURES},
}


@pytest.fixture(scope="module")
def database():
    clone = sqlite_clone()
    yield clone
    shutil.rmtree(clone.parent)


@pytest.fixture(scope="module")
def port(database, tmp_path_factory):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), *sys.path]),
        "DJANGO_SETTINGS_MODULE": "tests.delivery.failing_settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "DATA_DIR": str(tmp_path_factory.mktemp("failing")),
        "WEB_THREADS": "2",
    }
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = subprocess.Popen(
            [sys.executable, "-m", "kogu.http_server", str(listener.fileno())],
            env=environment,
            pass_fds=[listener.fileno()],
        )
        yield listener.getsockname()[1]
    process.terminate()
    assert process.wait(20) == 0


def ask(port, path, code, method="GET", headers=None, body=None):
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        headers = {"Accept-Language": code, **(headers or {})}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()


def title_of(html):
    return unescape(re.search(r"<title>\s*(.*?)\s*</title>", html, re.DOTALL)[1])


@pytest.mark.parametrize("status", REQUESTS)
def test_readers_are_told_in_the_language_of_the_address(port, catalogues, status):
    path, sent = REQUESTS[status]
    for code in CODES:
        assert_page(ask(port, f"/{code}/{path}", "en", headers=sent), code, status)


def test_a_body_that_is_too_large_is_refused_in_four_languages(port, catalogues):
    sent = {"Content-Length": "2000000"}
    for code in CODES:
        assert_page(ask(port, f"/{code}/", "en", "POST", sent), code, 413)


@pytest.mark.parametrize("status", FAILURES)
def test_what_staff_sent_is_saved_whole_or_not_at_all(port, database, catalogues, status):
    for code in CODES:
        answer = ask(port, "/admin/", code, "POST", {"X-Failure": status})

        assert_page(answer, code, int(status))
        assert stored(database) == 0
    assert ask(port, "/admin/login/", "en")[0] == 200


@pytest.mark.parametrize("status", REQUESTS)
def test_programs_are_told_in_the_language_they_accept(port, status):
    path, sent = REQUESTS[status]
    if status == 404:
        path = "nowhere"
    answers = {code: ask(port, f"/api/v1/{path or 'news'}", code, headers=sent) for code in CODES}

    assert_problems(answers, status)


def assert_page(answer, code, status):
    found, headers, html = answer
    assert found == status
    assert headers["Content-Language"] == code
    assert f'<html lang="{code}"' in html
    with translation.override(code):
        assert title_of(html).startswith(str(WORDS[status].title))


def assert_problems(answers, status):
    """Each in its language, by different words."""
    titles = set()
    for code, (found, headers, text) in answers.items():
        problem = json.loads(text)
        titles.add(problem["title"])
        assert found == problem["status"] == status
        assert headers["Content-Type"] == "application/problem+json"
        assert headers["Content-Language"] == code
    assert len(titles) == len(CODES)


def stored(database):
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT count(*) FROM auth_group WHERE name = ?", [HALF])
        return rows.fetchone()[0]


def test_a_method_that_there_is_not_is_refused_in_four_languages(port):
    answers = {code: ask(port, "/api/v1/news", code, "DELETE") for code in CODES}

    assert_problems(answers, 405)


def test_who_asks_too_often_is_refused_in_four_languages(port):
    sent = {"X-Forwarded-For": "8.8.4.4"}
    assert ask(port, "/api/v1/news", "en", headers=sent)[0] == 200

    answers = {code: ask(port, "/api/v1/news", code, headers=sent) for code in CODES}

    assert_problems(answers, 429)
    assert int(answers["et"][1]["Retry-After"]) > 0


def test_who_guesses_passwords_is_refused_in_four_languages(port, catalogues):
    token = "a" * 32
    headers = {
        "X-Forwarded-For": "8.8.8.8",
        "Cookie": f"kogu_csrf={token}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    guess = urlencode({"username": "x", "password": "y", "csrfmiddlewaretoken": token})
    attempts = [ask(port, "/admin/login/", "en", "POST", headers, guess)[0] for _n in range(10)]

    assert attempts == [200] * 10
    for code in CODES:
        assert_page(ask(port, "/admin/login/", code, "POST", headers, guess), code, 429)
