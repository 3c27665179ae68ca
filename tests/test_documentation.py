"""What the documentation names exists."""

import re
import subprocess
import tomllib
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
CHECK = re.compile(r"\bkogu\.[EW]\d{3}\b")
DOTTED = re.compile(
    r"`((?!kogu\.[EW]\d)(?:kogu|home|events|directory|search|tests)(?:\.\w+)+)(?:\(\))?`"
)
PATH = re.compile(r"`((?:site/)?(?:kogu|home|events|directory|search|tests)/[\w/.-]+)`")
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
BANNED = TOOLS["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
LAYERS = [layer.split(" | ") for layer in TOOLS["importlinter"]["contracts"][0]["layers"]]
DEVELOPERS = (ROOT / "docs/developers.md").read_text()


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


def test_the_table_of_layers_is_the_import_contract():
    table = DEVELOPERS.split("\n## ")[1]
    rows = [re.findall(r"`([^`]+)`", row) for row in re.findall(r"^\| (`.+?) \|", table, re.M)]

    documented = [name for row in rows for name in row]

    assert sorted(documented) == sorted(name for layer in LAYERS for name in layer)
    for above, below in pairwise(LAYERS):
        assert max(map(documented.index, above)) < min(map(documented.index, below))


def test_every_module_stands_in_a_layer():
    modules = [path.stem for path in (ROOT / "site/kogu").iterdir() if "__" not in path.name]

    assert {f"kogu.{name}" for name in modules} <= {name for layer in LAYERS for name in layer}


def test_every_label_that_is_not_its_module_is_told():
    ours = [app for app in apps.get_app_configs() if Path(app.path).is_relative_to(ROOT / "site")]
    others = {app.name: app.label for app in ours if app.label != app.name.split(".")[-1]}

    assert others == dict(re.findall(r"`(kogu\.\w+)` is `(\w+)`", DEVELOPERS))


@pytest.mark.parametrize("folder", ["", "site/"])
def test_the_tree_shows_every_folder_that_is_imported_or_served(folder):
    tracked = subprocess.run(
        ["git", "ls-files", f"{folder}*"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    below = [name.removeprefix(folder) for name in tracked.stdout.split()]
    folders = {f"{folder}{name.split('/')[0]}/" for name in below if "/" in name}

    assert folders - {"site/", "docs/", ".ci/"} <= set(re.findall(r"^[\w/]+/", DEVELOPERS, re.M))


@pytest.mark.parametrize("text", DECISIONS, ids=lambda path: path.name)
def test_every_decision_says_how_one_would_leave_it(text):
    _before, way_out = text.read_text().split("**Way out.**")

    assert len(way_out.split()) > 3


@pytest.mark.parametrize("banned", BANNED)
def test_a_ban_of_the_linter_names_no_module_that_is_missing(banned):
    for name in re.findall(r"\bkogu(?:\.\w+)+", BANNED[banned]["msg"]):
        resolve(name)
