"""Clock times are understood as people write them, around midnight too."""

import datetime as dt

import pytest

from kogu.language.clock import combined, find_clock_span, find_hours


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
        ("en", "between 22.00 and 02.00", 22, 26),
        ("en", "between 10 pm and 2 am", 22, 26),
        ("en", "starts at 22.00, ends at 02.00", 22, 26),
        ("en", "22h00-02h00", 22, 26),
        ("en", "10 to 2 pm", 10, 14),
        ("en", "10 to 2 am", 22, 26),
        ("en", "from 10 o'clock until 12 o'clock", 10, 12),
        ("en", "22.00…02.00", 22, 26),
        ("en", "22.00...02.00", 22, 26),
        ("en", "at 18.00 and the bus at 20.00", 18, None),
        ("en", "at 10.00 and 12.00", 10, None),
        ("et", "kella 22-st 2-ni", 22, 26),
        ("et", "22.00st 02.00ni", 22, 26),
        ("et", "kell 22.00-st 02.00-ni", 22, 26),
        ("et", "kella 22.00 ja 02.00 vahel", 22, 26),
        ("et", "kella 22st keskööni", 22, 24),
        ("et", "algus kell 22.00, lõpp kell 02.00", 22, 26),
        ("et", "22h–2h", 22, 26),
        ("et", "kell 10.00 ja 12.00", 10, None),
        ("lv", "no plkst. 22.00 līdz plkst. 02.00", 22, 26),
        ("lv", "starp 22.00 un 02.00", 22, 26),
        ("lv", "starp plkst. 22.00 un plkst. 2.00", 22, 26),
        ("lv", "plkst.22.00–02.00", 22, 26),
        ("lv", "sākums plkst. 22.00, beigas plkst. 2.00", 22, 26),
        ("lv", "no plkst. 22 līdz pusnaktij", 22, 24),
        ("pl", "między 22.00 a 2.00", 22, 26),
        ("pl", "pomiędzy godz. 22 a 2", 22, 26),
        ("pl", "22h00-02h00", 22, 26),
        ("pl", "początek o godz. 22.00, koniec o godz. 2.00", 22, 26),
        ("pl", "w godzinach od 22.00 do 2.00", 22, 26),
        ("en", "doors 18:00, concert 19:30–22:00", 19.5, 22),
        ("en", "Doors open at 6 pm, concert 7.30 pm", 19.5, None),
        ("en", "18:00 doors, 19:30–22:00 concert", 19.5, 22),
        ("en", "concert 19:30, doors 18:00", 19.5, None),
        ("en", "concert 19:30 doors at 18:00", 19.5, None),
        ("en", "doors at 18:00", 18, None),
        ("en", "Doors: 18:00–22:00", 18, 22),
        ("en", "outdoors 18:00, then 19:30", 18, None),
        ("et", "uksed avatakse kell 18.00, kontsert 19.30–22.00", 19.5, 22),
        ("et", "18.00 uksed lahti, 19.30–22.00 kontsert", 19.5, 22),
        ("lv", "durvis tiek atvērtas plkst. 18.00, koncerts plkst. 19.30–22.00", 19.5, 22),
        ("lv", "durvis no 18.00, koncerts 19.30", 19.5, None),
        ("pl", "otwarcie drzwi: godz. 18.00, koncert 19.30–22.00", 19.5, 22),
        ("pl", "drzwi otwarte od 18.00, koncert o 19.30", 19.5, None),
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
        ("en", "between 5 and 10 people"),
        ("en", "it takes 1-2h"),
        ("et", "5 ja 10 vahel"),
        ("pl", "dzieci od 5 do 12 lat"),
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


@pytest.mark.parametrize(
    ("language", "text", "starts", "ends"),
    [
        ("pl", "12 czerwca, od 9 do 15", 9, 15),
        ("lv", "no 10 līdz 16.", 10, 16),
        ("et", "9–15", 9, 15),
        ("en", "22 to 2", 22, 26),
    ],
)
def test_bare_hours_of_a_text_that_says_a_time(language, text, starts, ends):
    assert hours(find_hours(text, language)) == (starts, ends)


@pytest.mark.parametrize("text", ["od 9 do 15 lat", "od 20 do 45", "3.5–6", "sala 12", "1-3/2027"])
def test_other_numbers_are_no_hours(text):
    assert find_hours(text, "pl") is None
