"""Templates are short, compile, and let through only HTML that a presenter has sanitised."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PUBLIC = [
    path.relative_to(TEMPLATES)
    for path in sorted(TEMPLATES.rglob("*.html"))
    if path.relative_to(TEMPLATES).parts[0] in ("pages", "blocks", "components")
    or path.stem in ("base", "bare", "detail", "403", "404", "500", "login", "password_required")
]


@pytest.mark.parametrize("name", PUBLIC, ids=str)
class TestEveryPublicTemplate:
    def test_compiles(self, name):
        assert get_template(str(name))

    def test_is_short(self, name):
        assert len((TEMPLATES / name).read_text().splitlines()) <= 80

    def test_says_why_it_trusts_html(self, name):
        markup = (TEMPLATES / name).read_text()

        assert "|safe" not in markup or re.search(r"{#.*sanitised.*#}", markup, re.IGNORECASE)

    def test_asks_nothing_of_models(self, name):
        markup = (TEMPLATES / name).read_text()

        assert not re.search(r"\.(localized|objects|specific|get_children|all)\b", markup)

    def test_lets_no_title_turn_the_words_beside_it(self, name):
        markup = (TEMPLATES / name).read_text()
        shown = re.findall(r"^.*>{{ \w+(?:\.\w+)*(?:title|name) }}.*$", markup, re.MULTILINE)

        assert [line for line in shown if not re.search('dir="auto"|<bdi|<code|<title', line)] == []
