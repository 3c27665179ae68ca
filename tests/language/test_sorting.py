"""Lists stand in the order of each language's alphabet, and words are found without its letters."""

import pytest

from kogu.language.sorting import fold, sort_key


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("et", ["saar", "šokk", "zoo", "žürii", "tamm", "vald", "õun", "äri", "öö", "üks"]),
        (
            "lv",
            [
                "abols",
                "āda",
                "celms",
                "čiekurs",
                "gads",
                "ģimene",
                "kaķis",
                "ķiršs",
                "lapa",
                "ļaudis",
            ],
        ),
        ("pl", ["adam", "ąsy", "celina", "ćma", "las", "łąka", "zamek", "źrebak", "żaba"]),
        ("en", ["apple", "banana", "cherry"]),
    ],
)
def test_words_stand_in_their_alphabet_s_order(language, in_order):
    backwards = in_order[::-1]

    assert sorted(backwards, key=lambda word: sort_key(word, language)) == in_order


def test_case_does_not_part_what_belongs_together():
    assert sort_key("Õun", "et") == sort_key("õun", "et")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Põlva", "polva"),
        ("Łódź", "lodz"),
        ("Ģimene", "gimene"),
        ("ŠOKK", "sokk"),
        ("Straße", "strasse"),
    ],
)
def test_a_reader_without_the_letters_types_the_same(written, typed):
    assert fold(written) == typed
