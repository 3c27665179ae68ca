"""Documents of events become drafts with their times and addresses."""

import datetime as dt
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.management import call_command

from events.models import EventPage
from tests.imports.import_command import run


def test_event_gets_its_time_and_address(sections):
    run("event-et.html")

    page = EventPage.objects.get()
    assert page.starts_at.astimezone(dt.UTC) == dt.datetime(2024, 6, 5, 15, 0, tzinfo=dt.UTC)
    assert page.address == "Merepera külakeskus"


@pytest.mark.parametrize(
    ("code", "text", "starts", "ends"),
    [
        ("en", "When: 31 December 2026, 22.00-02.00", "2026-12-31 22:00", "2027-01-01 02:00"),
        ("et", "Aeg: 14. august 2027 kell 18.00–24.00", "2027-08-14 18:00", "2027-08-15 00:00"),
        ("et", "Aeg: 14. august 2027 kell 21.00–01.00", "2027-08-14 21:00", "2027-08-15 01:00"),
        ("et", "Aeg: 14. august 2027 kl 24", "2027-08-15 00:00", None),
        ("et", "Aeg: 14. august 2027 kl 18 keskööni", "2027-08-14 18:00", "2027-08-15 00:00"),
        ("en", "When: 14 August 2027, 6 pm until midnight", "2027-08-14 18:00", "2027-08-15 00:00"),
        ("en", "When: 14-16 August 2027, 10.00-18.00", "2027-08-14 10:00", "2027-08-16 18:00"),
        ("en", "The fair is on 14 August 2027 from 22.00 to 02.00 in the mill.",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("en", "When: from 22.00 on 14 August 2027 until 02.00 on 15 August 2027",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("en", "The fair is on 14 August 2027 between 22.00 and 02.00 in the mill.",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("et", "Aeg: 14. augustil 2027 kell 10.00 kuni 16. augustil kell 12.00",
         "2027-08-14 10:00", "2027-08-16 12:00"),
        ("et", "Aeg: 14. augustil 2027 kella 22-st 2-ni", "2027-08-14 22:00", "2027-08-15 02:00"),
        ("et", "Aeg: 31. detsember 2026 kell 22.00 – 1. jaanuar kell 2.00",
         "2026-12-31 22:00", "2027-01-01 02:00"),
        ("lv", "Kad: 2027. gada 14. augustā no plkst. 22.00 līdz 02.00",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("lv", "Kad: 2027. gada 14. augustā starp plkst. 22.00 un 2.00",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("pl", "Kiedy: 14 sierpnia 2027, między 22.00 a 2.00",
         "2027-08-14 22:00", "2027-08-15 02:00"),
        ("pl", "Kiedy: 14 sierpnia 2027, 22h00-02h00", "2027-08-14 22:00", "2027-08-15 02:00"),
    ],
)  # fmt: skip
def test_an_evening_that_lasts_into_the_night_ends_on_the_next_day(
    sections, tmp_path, code, text, starts, ends
):
    document = tmp_path / "night.txt"
    document.write_text(f"Laternaöö\n\n{text}\n", encoding="utf-8")

    call_command("import_document", str(document), kind="event", language=code, stdout=StringIO())

    page = EventPage.objects.get()
    assert [local(moment) for moment in (page.starts_at, page.ends_at)] == [starts, ends]


def local(moment):
    zone = ZoneInfo(settings.TIME_ZONE)
    return moment and f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
