"""What a machine cannot run is said; where CI runs, nothing may be left out."""

import subprocess
import sys

import pytest

from tests import services

WANTED = {"chromium": "Chromium", "postgres_programs": "PostgreSQL"}


@pytest.mark.parametrize("program", WANTED)
def test_what_is_left_out_is_said(program, monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(services, program, lambda: None)

    services.report()

    assert f"for want of {WANTED[program]}" in capsys.readouterr().out


@pytest.mark.parametrize("program", WANTED)
def test_under_ci_nothing_may_be_left_out(program, monkeypatch):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(services, program, lambda: None)

    with pytest.raises(SystemExit, match="nothing may be left out"):
        services.report()


def test_under_ci_nothing_is_deselected_but_runs_in_another_phase():
    phases = (services.ROOT / ".ci/run").read_text()

    assert "--ignore" not in phases
    assert "--deselect" not in phases
    # What one phase leaves out by its mark, another runs.
    assert '-m "not browser" tests' in phases
    assert '-m "not browser and not pure" tests' in phases
    assert "-m browser tests" in phases


def test_journeys_come_after_everything_that_asks_a_database():
    files = ["tests/browser/test_writing.py", "tests/api/test_cost.py"]
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", *files],
        cwd=services.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    found = [line.split("::")[0] for line in listed.stdout.splitlines() if "::" in line]
    assert list(dict.fromkeys(found)) == files[::-1]


def test_what_asks_for_no_database_runs_once(request):
    assert request.node.get_closest_marker("pure")


@pytest.mark.django_db
def test_what_asks_for_a_database_runs_on_each(request):
    assert not request.node.get_closest_marker("pure")


def test_a_fixture_asks_for_a_database_too(request, locales):
    assert not request.node.get_closest_marker("pure")
