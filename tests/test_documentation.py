"""What the documentation names exists."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
CHECK = re.compile(r"\bkogu\.[EW]\d{3}\b")
DOTTED = re.compile(
    r"`((?!kogu\.[EW]\d)(?:kogu|home|events|directory|search|tests)(?:\.\w+)+)(?:\(\))?`"
)
PATH = re.compile(r"`((?:site/)?(?:kogu|home|events|directory|search|tests)/[\w/.-]+)`")
BANNED = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"][
    "flake8-tidy-imports"
]["banned-api"]


def resolve(name):
    """The module or the attribute of one; raises where there is none."""
    module, attributes = name, []
    while True:
        try:
            found = import_module(module)
            break
        except ModuleNotFoundError:
            module, _, attribute = module.rpartition(".")
            if not module:
                raise
            attributes.insert(0, attribute)
    for attribute in attributes:
        found = getattr(found, attribute)
    return found


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_name_of_code_in_the_documentation_exists(text):
    missing = []
    for name in DOTTED.findall(text.read_text()):
        try:
            resolve(name)
        except (ModuleNotFoundError, AttributeError) as error:
            missing.append(f"{name}: {error}")
    assert not missing


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_file_that_the_documentation_names_exists(text):
    named = PATH.findall(text.read_text())

    assert not [path for path in named if not any((ROOT / d / path).exists() for d in ("", "site"))]


def test_every_system_check_stands_in_a_table():
    code = "".join(path.read_text() for path in (ROOT / "site/kogu").rglob("checks.py"))
    rows = "".join(path.read_text() for path in (ROOT / "docs").glob("*.md"))

    assert set(CHECK.findall(code)) == set(re.findall(rf"^\| `({CHECK.pattern})` \|", rows, re.M))


@pytest.mark.parametrize("text", DECISIONS, ids=lambda path: path.name)
def test_every_decision_says_how_one_would_leave_it(text):
    _before, way_out = text.read_text().split("**Way out.**")

    assert len(way_out.split()) > 3


@pytest.mark.parametrize("banned", BANNED)
def test_a_ban_of_the_linter_names_no_module_that_is_missing(banned):
    for name in re.findall(r"\bkogu(?:\.\w+)+", BANNED[banned]["msg"]):
        resolve(name)
