"""Dates and amounts are understood as people write them in four languages."""

from decimal import Decimal

import pytest

from kogu.language.dates import find_date, find_dates, find_periods, impossible_dates, weekdays
from kogu.language.lookalikes import unified, without_note_marks
from kogu.language.money import find_amounts


@pytest.mark.parametrize(
    ("language", "text", "value", "precision"),
    [
        ("et", "22.03.2022", "2022-03-22", "day"),
        ("et", "kolmapäeval, 15. veebruaril 2023", "2023-02-15", "day"),
        ("et", "2024. aasta 5. mail", "2024-05-05", "day"),
        ("et", "2021. aasta sügisel asutatud", "2021-09-01", "season"),
        ("et", "märtsis 2024", "2024-03-01", "month"),
        ("et", "2022. aastal, kui", "2022-01-01", "year"),
        ("lv", "2024. gada 15. februārī", "2024-02-15", "day"),
        ("lv", "15.02.2024. plkst. 12.00", "2024-02-15", "day"),
        ("lv", "2023. gada rudenī", "2023-09-01", "season"),
        ("lv", "2023. gada martā", "2023-03-01", "month"),
        ("pl", "15 lutego 2023 r.", "2023-02-15", "day"),
        ("pl", "jesienią 2021 roku", "2021-09-01", "season"),
        ("pl", "w marcu 2024", "2024-03-01", "month"),
        ("en", "15th of February 2023", "2023-02-15", "day"),
        ("en", "February 15, 2023", "2023-02-15", "day"),
        ("en", "in the spring of 2022", "2022-03-01", "season"),
        ("en", "2023-02-15", "2023-02-15", "day"),
    ],
)
def test_dates(language, text, value, precision):
    date = find_date(text, language)

    assert (str(date.value), date.precision) == (value, precision)


@pytest.mark.parametrize(
    ("language", "text"),
    [("et", "15. veebruaril toimus"), ("lv", "12. jūnijā"), ("pl", "3 maja"), ("en", "16 May")],
)
def test_a_missing_year_stays_missing(language, text):
    date = find_date(text, language)

    assert date.value is None
    assert date.missing == "year"


@pytest.mark.parametrize("text", ["31.02.2023", "kell 10.30", "2035+", "sel sügisel", "May I"])
def test_what_is_no_date(text):
    assert find_dates(text, "et") == []


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("et", "01.08.2022 – 31.12.2023", "2022-08-01", "2023-12-31"),
        ("et", "august 2022 – detsember 2023", "2022-08-01", "2023-12-01"),
        ("et", "1.–3. juunil 2024", "2024-06-01", "2024-06-03"),
        (
            "lv",
            "no 2022. gada 1. augusta līdz 2023. gada 31. decembrim",
            "2022-08-01",
            "2023-12-31",
        ),
        ("pl", "od 1 sierpnia do 31 grudnia 2023", "2023-08-01", "2023-12-31"),
        ("pl", "01.08.2022 r. – 31.12.2023 r.", "2022-08-01", "2023-12-31"),
        ("en", "from March to June 2024", "2024-03-01", "2024-06-01"),
        ("en", "2023-2028", "2023-01-01", "2028-01-01"),
    ],
)
def test_periods(language, text, first, last):
    period = find_periods(text, language)[0]

    assert (str(period.first.value), str(period.last.value)) == (first, last)


def test_weekdays():
    assert weekdays("Kolmapäeval korraldatud ürituse", "et") == [(2, "Kolmapäeval")]
    assert weekdays("ceturtdien, 16. maijā", "lv") == [(3, "ceturtdien")]
    assert weekdays("w czwartek", "pl") == [(3, "czwartek")]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("24 000 eurot", "24000.00", "EUR"),
        ("€24,000", "24000.00", "EUR"),
        ("24.000,00 €", "24000.00", "EUR"),
        ("1,2 miljonit eurot", "1200000.00", "EUR"),
        ("150 tūkst. eiro", "150000.00", "EUR"),
        ("120 tys. zł", "120000.00", "PLN"),
        ("1 234 567,89 zł", "1234567.89", "PLN"),
        ("PLN 120,000.00", "120000.00", "PLN"),
        ("1.5 million euros", "1500000.00", "EUR"),
        ("EUR 1.2 million", "1200000.00", "EUR"),
        ("1 milion złotych", "1000000.00", "PLN"),
        ("£2bn", "2000000000.00", "GBP"),
        ("2 mld zł", "2000000000.00", "PLN"),
        ("1 miljon 200 tuhat eurot", "1200000.00", "EUR"),
        ("12 tuhat 500 eurot", "12500.00", "EUR"),
        ("1 mln 200 tys. zł", "1200000.00", "PLN"),
        ("3 m 40 EUR", "40.00", "EUR"),
        ("10 m 20 eur", "20.00", "EUR"),
        ("5 m 200 EUR", "200.00", "EUR"),
        ("30 K 20 EUR", "20.00", "EUR"),
        ("Omaosalus: 2027-5000 EUR", "5000.00", "EUR"),
        ("Nr 2021-15 000 EUR", "15000.00", "EUR"),
        ("Nr 12345-500 EUR", "500.00", "EUR"),
    ],
)
def test_amounts(text, amount, currency):
    found = find_amounts(text)

    assert [(one.amount, one.currency) for one in found] == [(Decimal(amount), currency)]


def test_numbers_without_a_currency_are_no_money():
    assert find_amounts("85% 20 inimest 2021. aastal 24 000") == []
    assert find_amounts("9" * 40 + " €") == []


@pytest.mark.parametrize(
    "text",
    [
        "200–250 tuhat eurot",
        "EUR 200-250",
        "5 000 €–10 000 €",
        "2000–2500 EUR",
        "2 027–5 000 EUR",
        "€2027–5000",
        "1,50–2 €",
        "900 tuhat–1 miljon eurot",
    ],
)
def test_ranges_are_no_amounts(text):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("et", "Laat toimub 31. juunil 2027 kell 10.00", "31. juunil 2027"),
        ("et", "29. veebruaril 2027", "29. veebruaril 2027"),
        ("et", "31.02.2023", "31.02.2023"),
        ("lv", "2027. gada 31. jūnijā", "2027. gada 31. jūnijā"),
        ("pl", "31 czerwca 2027 r.", "31 czerwca 2027 r."),
        ("en", "30 February", "30 February"),
        ("en", "June 31, 2027", "June 31, 2027"),
    ],
)
def test_impossible_dates_are_said_and_no_part_of_them_is_a_date(language, text, said):
    assert impossible_dates(text, language) == [said]
    assert find_dates(text, language) == []


@pytest.mark.parametrize("text", ["29. veebruaril 2028", "30. juuni 2027", "31.12.2027", "99 mai"])
def test_possible_dates_are_not_said(text):
    assert impossible_dates(text, "et") == []


@pytest.mark.parametrize("text", ["24 000¹ EUR", "24 000 EUR"])
def test_spaces_and_note_marks_do_not_change_amounts(text):
    assert find_amounts(without_note_marks(unified(text)))[0].amount == Decimal("24000.00")
