"""Production settings refuse to start without what they need, and then are silent."""

import os
import subprocess
import sys

import pytest

from tests.databases import ROOT

COMPLETE = {
    "SECRET_KEY": "a-long-and-random-value-of-letters-4711-and-digits-0815",
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8",
}


def check(tmp_path, **variables):
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "kogu.settings.production",
        "DATA_DIR": str(tmp_path),
        **variables,
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", COMPLETE)
def test_what_is_missing_is_named(tmp_path, missing):
    given = {name: value for name, value in COMPLETE.items() if name != missing}

    answer = check(tmp_path, **given)

    assert answer.returncode != 0
    assert f"Set {missing} in the environment" in answer.stderr


def test_a_complete_production_has_nothing_to_warn_of(tmp_path):
    answer = check(tmp_path, **COMPLETE)

    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


def test_several_processes_on_sqlite_are_refused(tmp_path):
    answer = check(tmp_path, **COMPLETE, WEB_PROCESSES="2")

    assert answer.returncode != 0
    assert "WEB_PROCESSES above 1 needs PostgreSQL" in answer.stderr


def test_several_processes_on_postgresql_are_served(tmp_path):
    url = "postgres://kogu@127.0.0.1:1/kogu"

    answer = check(tmp_path, **COMPLETE, WEB_PROCESSES="2", DATABASE_URL=url)

    assert answer.returncode == 0, answer.stderr


def test_an_insecure_address_is_refused(tmp_path):
    answer = check(tmp_path, **{**COMPLETE, "SITE_URL": "http://example.org"})

    assert "https://" in answer.stderr
    assert answer.returncode != 0


def test_a_trusted_proxy_that_is_no_network_is_named(tmp_path):
    answer = check(tmp_path, **{**COMPLETE, "TRUSTED_PROXIES": "front"})

    assert answer.returncode != 0
    assert "TRUSTED_PROXIES: 'front'" in answer.stderr
