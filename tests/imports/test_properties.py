"""Whatever the text, reading it does not fail and does not invent."""

import html
import re
import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from kogu.imports.understanding import KINDS, LANGUAGES, understand

PIECES = st.sampled_from(
    [
        "Projekti nimi: „Rohelised rajad“", "Projekta numurs: LV-12/2023", "Kontakt:", "Contact",
        "Mari Maasikas, projektijuht", "anna@example.org", "15. veebruaril", "2024. gada 5. martā",
        "od 1 marca 2023 r. do 31 sierpnia 2025 r.", "24 000 eurot, s.h. omaosalus 4 000 eurot",
        "- punkt", "• teine ● kolmas", "1. esimene", "2. teine", "IMG_2041.JPG", "© 2024 Kõik",
        "Goals", "Cele i działania", "Alignment with the Coast Strategy 2030:", "Living coast",
        "Founded by Fjord Centre and Kelp Ltd.", "Toetab Kultuuriministeerium.", "MEIST", "",
        "The network was supported by the Ministry of Culture under the Crafts programme.",
        "> quoted words", "# Heading", "=====", "Kuna ilm oli ilus, tuli rahvast palju kokku.",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=60)), min_size=1, max_size=14).map("\n".join)


# Soft hyphens, joiners and marks of direction, which reading takes out.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    return re.sub(r"[\W_]+", " ", plain).strip()


def read_aloud(value: str) -> str:
    """What a reader sees of markup."""
    return html.unescape(re.sub(r"<[^>]+>", "", value))


def strings(value, key=""):
    if isinstance(value, dict):
        for name, one in value.items():
            yield from strings(one, name)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one, key)
    elif isinstance(value, str):
        yield key, value


SAID_BY_US = {
    "kind", "language", "precision", "missing", "role", "rest", "currency", "amount", "value",
    "type", "code",
}  # fmt: skip


def understood(data: bytes, name: str):
    try:
        return understand(read(data, name)).as_json()
    except Refusal:
        return None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
@example(text="0²:0")
def test_every_string_occurs_in_the_source(text):
    found = understood(text.encode(), "a.txt")

    if found is None:
        return
    # The mark of a note beside a number is no part of the number.
    sources = folded(text), folded(re.sub(r"(?<=\d)[⁰¹²³⁴-⁹]+", "", text))
    found["warnings"] = [one for one in found["warnings"] if "doubtful" not in one["code"]]
    for key, value in strings(found):
        if key not in SAID_BY_US:
            # Stories are markup, names are not.
            forms = folded(value), folded(read_aloud(value))
            assert any(form in source for form in forms for source in sources), (key, value)
    for person in found["people"]:
        assert any(folded(person["role"]) in source for source in sources)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, tags=st.lists(st.sampled_from(["p", "li", "h2", "b", "td", "blockquote"])))
def test_markup_never_breaks_reading(text, tags):
    opened = "".join(f"<{tag}>" for tag in tags)

    found = understood(f"<html><body>{opened}{text}</body></html>".encode(), "a.html")

    assert found is None or (found["kind"] in KINDS and found["language"] in LANGUAGES)
    assert found is None or "<script" not in str(found["body"])


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=300))
def test_bytes_never_break_reading(data):
    for name in ("a.txt", "a.html", "a.docx"):
        understood(data, name)
        understood(b"PK\x03\x04" + data, name)
