"""What the documentation names exists."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
DOTTED = re.compile(r"`((?:kogu|home|events|directory|search|tests)(?:\.\w+)+)(?:\(\))?`")


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


@pytest.mark.pure
@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_name_of_code_in_the_documentation_exists(text):
    missing = []
    for name in DOTTED.findall(text.read_text()):
        try:
            resolve(name)
        except (ModuleNotFoundError, AttributeError) as error:
            missing.append(f"{name}: {error}")
    assert not missing
