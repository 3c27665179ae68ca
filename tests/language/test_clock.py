"""Clock times are understood as people write them, around midnight too."""

import datetime as dt

import pytest

from kogu.language.clock import combined, find_clock_span

pytestmark = pytest.mark.pure


def hours(span):
    return tuple(end and end / dt.timedelta(hours=1) for end in (span.starts, span.ends))


@pytest.mark.parametrize(
    ("language", "text", "starts", "ends"),
    [
        ("en", "31 December 2026, 22.00-02.00", 22, 26),
        ("en", "6 pm to midnight", 18, 24),
        ("en", "from 10 pm until 2 am", 22, 26),
        ("en", "18:00 until midnight", 18, 24),
        ("en", "6–8 pm", 18, 20),
        ("en", "at 18.30", 18.5, None),
        ("en", "noon–14.00", 12, 14),
        ("et", "14. august 2027 kell 18.00–24.00", 18, 24),
        ("et", "kl 18–24", 18, 24),
        ("et", "14. augustil kell 21.00–01.00", 21, 25),
        ("et", "kell 18 kuni keskööni", 18, 24),
        ("et", "kell 18.00 keskööni", 18, 24),
        ("et", "14.08.2027 kl 24", 24, None),
        ("et", "kella 18.00-st kuni 24.00-ni", 18, 24),
        ("lv", "2027. gada 14. augustā plkst. 18.00–24.00", 18, 24),
        ("lv", "plkst. 18.00 līdz pusnaktij", 18, 24),
        ("lv", "no plkst. 22.00 līdz 2.00", 22, 26),
        ("lv", "14.08.2027. plkst. 18.00", 18, None),
        ("pl", "14 sierpnia 2027 r., godz. 18.00–00.00", 18, 24),
        ("pl", "od godz. 20.00 do północy", 20, 24),
        ("pl", "w godz. 18–24", 18, 24),
        ("pl", "od 22:00 do 4:00", 22, 28),
    ],
)
def test_times(language, text, starts, ends):
    assert hours(find_clock_span(text, language)) == (starts, ends)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "14 August 2027"),
        ("en", "3-5 June 2027"),
        ("et", "14.08.2027"),
        ("et", "1.–3. juunil 2024"),
        ("lv", "2027. gada 14. augustā"),
        ("pl", "cena 24,00 zł"),
        ("en", "24.30"),
        ("en", "price 18.00 EUR"),
    ],
)
def test_what_is_no_time(language, text):
    assert find_clock_span(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "until midnight"),
        ("et", "kuni keskööni"),
        ("lv", "līdz pusnaktij"),
        ("pl", "do północy"),
    ],
)
def test_an_end_alone_is_no_start(language, text):
    assert hours(find_clock_span(text, language)) == (None, 24)


def test_the_end_of_a_day_is_the_next_days_midnight():
    assert combined(dt.date(2026, 12, 31), dt.timedelta(hours=24)) == dt.datetime(2027, 1, 1)
