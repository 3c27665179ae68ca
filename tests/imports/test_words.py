"""What languages say stands in data files, one for each, and in no module."""

import re
from pathlib import Path

import pytest

from kogu import imports
from kogu.imports.words import LANGUAGES, in_any, words_of

pytestmark = pytest.mark.pure
MODULES = sorted(Path(imports.__file__).parent.rglob("*.py"))
LETTERS = "".join(words_of(language)["writing"]["letters"] for language in LANGUAGES)


def test_no_module_holds_letters_of_a_language():
    letter = re.compile(f"[{LETTERS}]", re.IGNORECASE)

    assert len(MODULES) > 60
    assert [path.name for path in MODULES if letter.search(path.read_text("utf-8"))] == []


def test_an_expression_that_no_language_has_is_refused():
    with pytest.raises(KeyError):
        in_any("mail", "senders")
