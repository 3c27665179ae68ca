"""Readers fetch one stylesheet, small, made of files that each belong to a template."""

import gzip
import re
from pathlib import Path

import pytest

from kogu.web.staticfiles import imported, joined

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "site" / "static" / "kogu" / "css"
TEMPLATES = ROOT / "templates"
IMPORTS = imported((CSS / "kogu.css").read_text())


def test_every_file_is_imported_once():
    written = {str(f.relative_to(CSS)) for f in CSS.rglob("*.css")} - {"kogu.css"}

    names = [name for name, _layer in IMPORTS]

    assert sorted(names) == sorted(written)


@pytest.mark.parametrize("name", [n for n, _ in IMPORTS if "/" in n])
def test_every_part_belongs_to_a_template_of_its_name(name):
    assert (TEMPLATES / name).with_suffix(".html").is_file()


def test_joined_stylesheet_keeps_the_order_of_layers():
    whole = joined((CSS / "kogu.css").read_text(), lambda name: (CSS / name).read_text())

    layers = list(dict.fromkeys(layer for _name, layer in IMPORTS if layer))

    assert "@import" not in whole
    assert layers == ["reset", "tokens", "base", "layout", "components", "utilities"]
    assert whole.index("@layer reset") < whole.index("@layer tokens") < whole.index("@layer base")


def test_stylesheet_scripts_and_fonts_stay_light():
    whole = joined((CSS / "kogu.css").read_text(), lambda name: (CSS / name).read_text())
    scripts = b"".join(f.read_bytes() for f in (CSS.parent / "js").glob("*.js"))
    fonts = sum(f.stat().st_size for f in (CSS.parent / "fonts").glob("*.woff2"))

    assert len(gzip.compress(whole.encode())) <= 15 * 1024
    assert len(gzip.compress(scripts)) <= 10 * 1024
    assert fonts <= 60 * 1024


def test_nothing_is_styled_or_scripted_inline():
    for template in TEMPLATES.rglob("*.html"):
        if "emails" in template.parts:
            continue
        markup = template.read_text()

        assert not re.search(r"<[^%>]*\sstyle=", markup), template
        assert "<style" not in markup, template
        assert " onclick=" not in markup, template
