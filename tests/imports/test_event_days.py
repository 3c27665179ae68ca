"""An event of several days fills its first and its last day, whole days where no hours are said."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from kogu.imports.drafts.filling import Filling
from kogu.imports.drafts.others import event
from kogu.imports.readers import read
from kogu.imports.understanding import understand


def days(page):
    zone = ZoneInfo(settings.TIME_ZONE)
    return [moment and f"{moment.astimezone(zone):%m-%d %H:%M}" for moment in (
        page.starts_at, page.ends_at
    )]  # fmt: skip


def drafted(homes, language, text, year=None):
    understood = understand(read(text.encode(), "a.txt"), "event", language).as_json()
    if year:
        understood["date"]["value"] = year
    return event(Filling(understood, homes[language].locale))


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("et", "Aeg: 12.–14. juuni 2027", "06-12", "06-14"),
        ("et", "Kogu küla tuleb kokku 12. juunist 14. juunini 2027.", "06-12", "06-14"),
        ("et", "Aeg: N 30. juuni – L 2. juuli 2027", "06-30", "07-02"),
        ("et", "Päevad on 12., 13. ja 14. juunil 2027 vallamajas.", "06-12", "06-14"),
        ("lv", "Kad: no 2027. gada 30. maija līdz 2. jūnijam", "05-30", "06-02"),
        ("lv", "Darbnīca notiks 2027. gada 3., 4. un 5. jūnijā muzejā.", "06-03", "06-05"),
        ("pl", "Termin: od czwartku 3 czerwca do soboty 5 czerwca 2027", "06-03", "06-05"),
        ("pl", "Kiedy: 03.06-05.06.2027", "06-03", "06-05"),
        ("pl", "Warsztaty odbędą się między 3 a 5 czerwca 2027 r. w młynie.", "06-03", "06-05"),
        ("en", "When: June 3–5, 2027", "06-03", "06-05"),
        ("en", "The fair is held between 3 and 5 June 2027 at the mill.", "06-03", "06-05"),
        ("et", "Laat toimub 3. ja 5. juuni 2027 vahel vallamajas.", "06-03", "06-05"),
        ("en", "After a year of rest in 2026, 12 and 13 June 2027 are the days.", "06-12", "06-13"),
        ("en", "The fair is held from Thursday 3 June to Saturday 5 June 2027.", "06-03", "06-05"),
        ("en", "When: Fri 3 – Sun 5 June 2027", "06-03", "06-05"),
    ],
)
def test_days_without_hours(homes, language, text, first, last):
    page = drafted(homes, language, f"Mihkli pidu\n\n{text}\n")

    assert (days(page), page.is_all_day) == ([f"{first} 00:00", f"{last} 00:00"], True)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Festival by the river, 12–14 June 2027.", "2027-06-12"),
        ("pl", "Zapraszamy do Suwałk 12–14 czerwca 2027.", "2027-06-12"),
        ("et", "Laat kuni 40 müüjaga 12.–14. juunil 2027.", "2027-06-12"),
        ("lv", "Seminārs līdz 40 dalībniekiem 12.–14. jūnijā 2027.", "2027-06-12"),
        ("en", "From 3 June 2027 until 5 June 2027 the mill is open.", "2027-06-03"),
        ("pl", "Od 3 do 5 czerwca 2027 młyn jest otwarty.", "2027-06-03"),
        ("et", "Alates 3. juunist kuni 5. juunini 2027 on veski avatud.", "2027-06-03"),
        ("lv", "No 3. līdz 5. jūnijam 2027 dzirnavas ir atvērtas.", "2027-06-03"),
        ("en", "Please do register from 3 to 5 June 2027 at the mill.", None),
        ("lv", "Muzeja darbnīcai pieteikšanās no 3. līdz 5. jūnijam 2027.", None),
        ("pl", "Na warsztaty rejestracja od 3 do 5 czerwca 2027.", None),
        ("en", "Please apply for a stall by 12–14 June 2027.", None),
        ("en", "Please do Register From 3 June 2027.", None),
    ],
)
def test_only_the_word_before_makes_a_deadline_of_days(language, text, value):
    source = read(f"Mihkli pidu\n\n{text}\n".encode(), "a.txt")
    date = understand(source, "event", language).as_json()["date"]

    assert (date and date["value"]) == value


def test_days_in_the_title(homes):
    page = drafted(homes, "en", "Wool fair, June 3–5, 2027\n\nEverybody is welcome at the mill.")

    assert (days(page), page.is_all_day) == (["06-03 00:00", "06-05 00:00"], True)


def test_days_of_a_year_that_an_editor_chose(homes):
    text = "Darbnīcas\n\nDarbnīcas notiks no 3. līdz 5. jūnijam muzejā."

    page = drafted(homes, "lv", text, year="2027-06-03")

    assert (days(page), page.is_all_day) == (["06-03 00:00", "06-05 00:00"], True)


def test_two_days_apart_are_no_stretch_of_days(homes):
    page = drafted(homes, "et", "Aeg: 12. ja 19. juunil 2027")

    assert (page.starts_at, page.period_from) == (None, dt.date(2027, 6, 12))


def test_months_are_a_loose_period(homes):
    page = drafted(homes, "en", "Wool talks\n\nWhen: from March to June 2027\n")

    said = [page.period_from, page.period_from_precision]
    said += [page.period_until, page.period_until_precision]
    assert said == [dt.date(2027, 3, 1), "month", dt.date(2027, 6, 1), "month"]
