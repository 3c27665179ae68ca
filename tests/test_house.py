"""The project keeps its own rules."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

from kogu.content.checks import page_models
from kogu.presenting.blocks import StoryBlock
from kogu.settings.environment import Environment

ROOT = Path(__file__).resolve().parent.parent
PAGE_MODELS = page_models()
BLOCKS = StoryBlock().child_blocks
SOURCES = [
    path
    for app in ("site/kogu", "home", "events", "directory", "search")
    for path in (ROOT / app).rglob("*.py")
    if "migrations" not in path.parts
]
TEST_MODULES = list((ROOT / "tests").rglob("*.py"))
# Of ruff a code and then the reason, of mypy a code and the reason in a comment of its own.
SUPPRESSION = re.compile(r"# *(?:ruff: *)?(noqa|type: ignore)(?![a-z])(.*)")
EXPLAINED = {
    "noqa": re.compile(r": [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* \w.+"),
    "type: ignore": re.compile(r"\[[a-z-]+(, [a-z-]+)*\]  # \w.+"),
}

TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "site", "home", "events", "directory", "search"),
    *("templates", "tests", "README.md", "Makefile", "docs", "Dockerfile", "compose.yaml"),
    *("CHANGELOG.md", "LICENSE", "requirements.in", "requirements.txt"),
    *("requirements-dev.in", "requirements-dev.txt"),
}


def comments_of(path):
    """The comments of a module that holds a suppression; of others none."""
    text = path.read_text()
    if "noqa" not in text and "type: ignore" not in text:
        return []
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


class TestTheLayout:
    def test_site_is_a_folder_and_never_a_package(self):
        assert (ROOT / "site").is_dir()
        assert not (ROOT / "site" / "__init__.py").exists()

    def test_pythons_own_site_module_is_untouched(self):
        code = "import site; print(site.__file__)"
        answer = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert str(ROOT) not in answer.stdout or ".venv" in answer.stdout

    def test_nothing_else_stands_at_the_top(self):
        tracked = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split("\n")
        tops = {name.split("/")[0] for name in tracked if name and not name.startswith(".")}
        assert tops <= TOP_LEVEL

    def test_no_lock_file_is_kept(self):
        assert not [n for n in ("uv.lock", "package-lock.json") if (ROOT / n).exists()]

    @pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
    def test_a_module_is_short_and_says_what_it_holds(self, path):
        text = path.read_text()
        assert text.count("\n") <= 300, "split it"
        assert path.name not in {"utils.py", "helpers.py", "common.py", "misc.py"}
        assert not text.strip() or text.lstrip().startswith('"""'), "it has no docstring"

    def test_a_test_module_is_short(self):
        long = [path for path in TEST_MODULES if path.read_text().count("\n") > 300]
        assert long == [], "split them by behaviour"

    def test_every_suppression_has_a_code_and_a_reason(self):
        bare = [
            f"{path}: {comment}"
            for path in [*SOURCES, *TEST_MODULES]
            for comment in comments_of(path)
            for kind, rest in SUPPRESSION.findall(comment)
            if not EXPLAINED[kind].fullmatch(rest)
        ]
        assert bare == []

    @pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
    def test_a_function_is_read_at_one_look(self, path):
        functions = [
            node
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        assert [f.name for f in functions if f.end_lineno - f.lineno >= 40] == [], "split it"


class TestTheReadme:
    def test_every_variable_stands_in_its_table(self):
        rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", (ROOT / "README.md").read_text(), re.M)
        known = {
            name.upper(): field.description for name, field in Environment.model_fields.items()
        }
        assert dict(rows) == known

    def test_every_link_leads_somewhere(self):
        for file in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
            for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text()):
                assert (file.parent / target).exists(), f"{file.name}: {target}"

    def test_every_verb_is_listed(self):
        listed = subprocess.run(
            ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for verb in (
            *("install", "demo", "demo-data", "demo-reset", "serve", "test", "lint"),
            *("check-full", "bench", "messages"),
        ):
            assert f"make {verb} " in listed


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda m: m.__name__)
def test_every_page_type_says_what_it_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize("name", BLOCKS)
class TestEveryBlock:
    def test_is_complete(self, name):
        meta = BLOCKS[name].meta
        assert meta.description
        assert meta.icon
        assert meta.preview_value is not None
        assert (ROOT / "templates" / meta.template).is_file()
