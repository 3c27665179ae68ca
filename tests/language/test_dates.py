"""Dates are found however they are joined, numbered and spelled."""

import datetime as dt
import time

import pytest

from kogu.language.dates import find_dates, find_periods, impossible_dates
from kogu.language.lookalikes import unified


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("et", "30. juuli – 2. august 2027", "2027-07-30", "2027-08-02"),
        ("en", "28 February – 2 March 2028", "2028-02-28", "2028-03-02"),
        ("en", "29 February – 2 March 2028", "2028-02-29", "2028-03-02"),
        ("pl", "od 30 grudnia do 2 stycznia 2028 r.", "2027-12-30", "2028-01-02"),
        ("lv", "no 2027. gada 12. līdz 16. jūlijam", "2027-07-12", "2027-07-16"),
        ("et", "12. kuni 16. juuli 2027", "2027-07-12", "2027-07-16"),
        ("pl", "od 12 do 16 lipca 2027 r.", "2027-07-12", "2027-07-16"),
        ("en", "from 12 to 16 July 2027", "2027-07-12", "2027-07-16"),
        ("pl", "14–15.08.2027", "2027-08-14", "2027-08-15"),
        ("et", "09.2026–06.2027", "2026-09-01", "2027-06-01"),
    ],
)
def test_a_year_or_month_said_once_serves_both_ends(language, text, first, last):
    period = find_periods(text, language)[0]

    assert find_dates(text, language)[0].value == dt.date.fromisoformat(first)
    assert (period.first.value.isoformat(), period.last.value.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("et", "12., 13. ja 14. juunil 2027", "12., 13. ja 14. juunil 2027"),
        ("et", "Kell 18, 12. ja 13. juunil 2027", "12. ja 13. juunil 2027"),
        ("pl", "o 17, 3 i 4 czerwca 2027", "3 i 4 czerwca 2027"),
        ("en", "Rooms 5, 7 and 12 June 2027", "12 June 2027"),
        ("et", "nr 45, 12. ja 13. juuni 2027", "12. ja 13. juuni 2027"),
        ("et", "3., 5. ja 8. mai 2027", "3., 5. ja 8. mai 2027"),
    ],
)
def test_only_days_in_a_row_are_days_of_one_date(language, text, said):
    assert [one.text for one in find_dates(text, language)] == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 3 and 5 June 2027"),
        ("en", "Between June 3 and 5, 2027"),
        ("en", "between Thursday 3 June and Saturday 5 June 2027"),
        ("et", "3. ja 5. juuni 2027 vahel"),
        ("et", "3. juuni ja 5. juuni 2027 vahel"),
        ("lv", "starp 2027. gada 3. un 5. jūniju"),
        ("lv", "starp 2027. gada 3. jūniju un 5. jūniju"),
        ("pl", "pomiędzy 3 i 5 czerwca 2027 r."),
        ("pl", "między 3 czerwca a 5 czerwca 2027 r."),
    ],
)
def test_days_between_two_are_a_period(language, text):
    ends = [(str(one.first.value), str(one.last.value)) for one in find_periods(text, language)]

    assert ends == [("2027-06-03", "2027-06-05")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 June and 5 June 2027"),
        ("et", "3. ja 5. juuni 2027"),
        ("lv", "2027. gada 3. un 5. jūnijā"),
        ("pl", "3 czerwca i 5 czerwca 2027 r."),
    ],
)
def test_two_days_apart_are_no_period(language, text):
    assert find_periods(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "In 2026, 12 and 13 June 2027", "2027-06-12"),
        ("en", "In 2026, 12 June, 2027", "2027-06-12"),
        ("et", "Pärast aastat 2026, 12. ja 13. juunil 2027", "2027-06-12"),
        ("en", "In 2027, 12 and 13 June", "2027-06-12"),
        ("lv", "2027. gada 12. jūnijs, 2028. gada 3. jūlijs", "2027-06-12"),
    ],
)
def test_a_year_before_a_comma_gives_way_to_that_of_the_day(language, text, first):
    days = [one for one in find_dates(text, language) if one.day]

    assert str(days[0].value) == first


def test_a_day_that_the_year_of_the_other_end_lacks_stays_without_a_year():
    assert find_dates("29 February – 2 March 2027", "en")[0].missing == "year"
    assert find_periods("29 February – 2 March 2027", "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("et", "28.–29. veebruar"),
        ("et", "29. veebruar – 5. märts"),
        ("en", "27 February – 29 February"),
        ("pl", "28 i 29 lutego"),
        ("lv", "no 29. februāra līdz 5. martam"),
    ],
)
def test_days_that_the_given_year_lacks_make_no_period(language, text):
    assert find_periods(text, language, 2027) == []
    assert [str(one.last.value)[:4] for one in find_periods(text, language, 2028)] == ["2028"]


def test_a_given_year_does_not_outweigh_that_of_the_other_end():
    assert find_periods("29 February – 2 March 2027", "en", 2028) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "3.III.2027 r."),
        ("et", "3. III 2027"),
        ("pl", "3 III 2027"),
        ("lv", unified("３.０３.２０２７")),
        ("et", unified("２０２７. aasta 3. märts")),
    ],
)
def test_months_in_roman_and_digits_of_any_width(language, text):
    assert [one.value for one in find_dates(text, language)] == [dt.date(2027, 3, 3)]


@pytest.mark.parametrize("text", ["3 i 4 osoby w 2027", "od 3 do 15 lat"])
def test_what_is_no_date(text):
    assert [one for one in find_dates(text, "pl") if one.day] == []


@pytest.mark.parametrize(
    "text",
    ["31 December 2026 23:00 – 1 January 2027 01:30", "31.12.2026 at 20:00 – 1.01.2027 at 4:00"],
)
def test_a_clock_time_before_a_dash_opens_no_range_of_days(text):
    dates = find_dates(text, "en")

    assert [one.value for one in dates] == [dt.date(2026, 12, 31), dt.date(2027, 1, 1)]
    assert [one.last_day for one in dates] == [None, None]


def test_a_roman_month_may_be_impossible():
    assert impossible_dates("31.VI.2027", "pl") == ["31.VI.2027"]


def test_an_endless_row_of_numbers_is_read_in_time():
    started = time.process_time()

    assert find_dates("1, " * 3000, "en") == []
    assert time.process_time() - started < 5
