"""Characters that look alike are one."""

import unicodedata

import pytest

from kogu.language.lookalikes import unified, without_note_marks
from kogu.language.money import find_amounts
from kogu.language.sorting import fold, sort_key


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3\u20115 June", "3-5 June"),
        ("24\u202f000\u00a0EUR", "24 000 EUR"),
        ("24\u2009000", "24 000"),
        ("küla\u00advanem", "külavanem"),
        (unicodedata.normalize("NFD", "Suwałki, Kaļķi, Võru"), "Suwałki, Kaļķi, Võru"),
        ("o\ufb03ce", "office"),
        ("\u2068Kaja\u2069\ufeff", "Kaja"),
        ("👩\u200d🌾 ma\u200dja", "👩\u200d🌾 maja"),
    ],
)
def test_text_is_unified(written, read):
    assert unified(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("24 000¹ EUR", "24 000 EUR"),
        ("12 May 2027²⁾", "12 May 2027⁾"),
        ("30 m²", "30 m²"),
        ("10⁻³", "10⁻³"),
    ],
)
def test_note_marks_are_no_part_of_a_number(written, read):
    assert without_note_marks(written) == read


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Suwałki", "suwalki"),
        ("O’Neill", "o'neill"),
        ("„Võru” «Łąka»", '"voru" "laka"'),
        ("Mari\u2011Liis", "mari-liis"),
        ("24 000¹", "24 000"),
    ],
)
def test_folded_text_is_what_a_reader_types(written, folded):
    assert fold(written) == folded


def test_composed_and_decomposed_letters_sort_alike():
    assert sort_key(unicodedata.normalize("NFD", "Õun"), "et") == sort_key("Õun", "et")


def test_the_mark_of_a_note_behind_a_currency_is_no_part_of_it():
    assert [one.currency for one in find_amounts("24 000.00 EUR¹ and 5 000 €²")] == ["EUR", "EUR"]
