"""Dates, times, money and numbers stand as each language's readers write them."""

import datetime as dt
from decimal import Decimal

import pytest

from kogu.language.formats import (
    format_amounts,
    format_loose,
    format_money,
    format_number,
    format_share,
    format_span,
    format_weekday,
    season_of,
)

DAY = dt.date(2022, 3, 22)
TALLINN = "Europe/Tallinn"


def plain(text):
    """With ordinary blanks, which no reader can tell from the others."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("et", "22. märts 2022", "märts 2022", "2022"),
        ("lv", "2022. gada 22. marts", "2022. g. marts", "2022"),
        ("pl", "22 marca 2022", "marzec 2022", "2022"),
        ("en", "22 March 2022", "March 2022", "2022"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(language, day, month, year):
    said = [format_loose(DAY, known, language) for known in ("day", "month", "year")]

    assert said == [day, month, year]


def test_no_date_has_no_words():
    assert format_loose(None, "day", "et") == ""


@pytest.mark.parametrize(
    ("month", "season"), [(12, 0), (1, 0), (2, 0), (3, 1), (6, 2), (8, 2), (9, 3), (11, 3)]
)
def test_december_belongs_to_the_winter_that_follows(month, season):
    assert season_of(dt.date(2022, month, 1)) == season


@pytest.mark.parametrize(
    ("language", "whole", "broken"),
    [
        ("et", "24 000 €", "24 000,50 €"),
        ("lv", "24 000 €", "24 000,50 €"),
        ("pl", "24 000 €", "24 000,50 €"),
        ("en", "€24,000", "€24,000.50"),
    ],
)
def test_money_has_cents_only_where_there_are_any(language, whole, broken):
    said = [format_money(Decimal(amount), "EUR", language) for amount in ("24000.00", "24000.50")]

    assert [plain(each) for each in said] == [whole, broken]


def test_letters_of_a_currency_stand_apart_from_the_number():
    said = [format_money(Decimal("5000"), "PLN", language) for language in ("et", "pl", "en")]

    assert said == ["5\xa0000\xa0PLN", "5\xa0000\xa0zł", "PLN\xa05,000"]


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("et", "472 000 eurot", "472 000 €"),
        ("lv", "472 000 eiro", "472 000 €"),
        ("pl", "1.200,50 EUR, uczniowie 20 złotych", "1 200,50 €, uczniowie 20 zł"),
        ("en", "25 €, pupils 5 EUR", "€25, pupils €5"),
        ("en", "€10–15, in 2026", "€10–15, in 2026"),
        ("et", "tasuta 12 inimesele", "tasuta 12 inimesele"),
    ],
)
def test_typed_money_is_written_as_the_language_writes_it(language, typed, said):
    assert plain(format_amounts(typed, language)) == said


def test_numbers_and_shares_are_grouped_as_the_language_does():
    assert plain(format_number(Decimal("1234567.5"), "lv")) == "1 234 567,5"
    assert format_number(Decimal("1234567.5"), "en") == "1,234,567.5"
    assert plain(format_share(Decimal("0.855"), "et")).replace(" ", "") == "85,5%"


def moment(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_a_span_within_a_day_says_the_day_once():
    said = format_span(moment("2026-11-21 16:00"), moment("2026-11-21 18:30"), TALLINN, "en")

    assert said == "Saturday, 21 November 2026, 18:00–20:30"


def test_a_span_over_midnight_says_both_days():
    said = format_span(moment("2026-11-21 20:00"), moment("2026-11-22 00:00"), TALLINN, "en")

    assert said == "Saturday, 21 November 2026, 22:00 – Sunday, 22 November 2026, 02:00"


def test_the_last_of_whole_days_is_the_day_before_the_closing_midnight():
    said = format_span(
        moment("2026-11-20 22:00"), moment("2026-11-22 22:00"), TALLINN, "en", all_day=True
    )

    assert said == "Saturday, 21 November 2026 – Sunday, 22 November 2026"


@pytest.mark.parametrize(
    ("language", "until"), [("et", "24:00"), ("lv", "24:00"), ("pl", "24:00"), ("en", "midnight")]
)
def test_what_ends_at_midnight_ends_with_its_day(language, until):
    said = format_span(moment("2026-11-21 16:00"), moment("2026-11-21 22:00"), TALLINN, language)

    assert said.endswith(f"18:00–{until}")


def test_what_ends_at_a_later_midnight_names_the_day_that_ends():
    said = format_span(moment("2026-11-20 16:00"), moment("2026-11-21 22:00"), TALLINN, "et")

    assert plain(said) == "reede, 20. november 2026, 18:00 – laupäev, 21. november 2026, 24:00"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("et", "laupäev, 21. november 2026"),
        ("lv", "sestdiena, 2026. gada 21. novembris"),
        ("pl", "sobota, 21 listopada 2026"),
        ("en", "Saturday, 21 November 2026"),
    ],
)
def test_weekdays_are_spelled_out(language, said):
    assert format_weekday(dt.date(2026, 11, 21), language) == said
