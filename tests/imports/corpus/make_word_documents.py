"""Writes the Word documents of the corpus; run by hand when one of them changes."""

import datetime as dt
from pathlib import Path

import docx

HERE = Path(__file__).parent
FIXED = dt.datetime(2024, 1, 1)


def _save(document, name: str) -> None:
    document.core_properties.created = document.core_properties.modified = FIXED
    document.save(HERE / name)


def project_lv() -> None:
    """A Latvian project summary: a title style, a table of facts, headings and lists."""
    document = docx.Document()
    document.add_heading("Projekta kopsavilkums", 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Projekta nosaukums", "Upes krasti visiem"),
        ("Projekta numurs", "LV-LE-2022/045"),
        ("Programma", "LEADER"),
        ("Īstenošanas periods", "2022. gada 1. maijs – 2023. gada 30. septembris"),
        ("Kopējās izmaksas", "48 300,50 EUR"),
        ("Pašu ieguldījums", "4 830,05 EUR"),
        ("Sadarbības partneri", "Upeskrastu pagasta pārvalde; biedrība “Upes ļaudis”"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_heading("Par ko ir projekts", 1)
    document.add_paragraph(
        "Upes krasti gadiem bija aizauguši un grūti pieejami. Projekta mērķis ir izveidot "
        "taku un atpūtas vietas, kuras var izmantot arī cilvēki ratiņkrēslā."
    )
    document.add_heading("Projekta aktivitātes", 1)
    for item in ("Takas izbūve", "Divas atpūtas vietas", "Talkas kopā ar skolēniem"):
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph("Sagatavoja: Andris Kalniņš, projektu vadītājs")
    document.add_paragraph("2022. gada 11. aprīlī")
    _save(document, "project-lv.docx")


def cluster_pl() -> None:
    """A Polish cluster that never says its kind in a label, only in sentences."""
    document = docx.Document()
    document.add_heading("Klaster Drewna Północ", 0)
    document.add_paragraph(
        "Klaster Drewna Północ to sieć firm, szkół i gmin, która działa od 2016 roku. "
        "Celem klastra jest wspólna sprzedaż i szkolenie młodych stolarzy."
    )
    document.add_paragraph(
        "Założycielami klastra są Fundacja Leśny Krąg oraz Tartak Brzoza Sp. z o.o. "
        "Koordynatorem klastra jest Fundacja Leśny Krąg."
    )
    document.add_heading("Cele i działania", 1)
    for item in ("Wspólne targi", "Szkolenia dla stolarzy", "Bank narzędzi"):
        document.add_paragraph(item, style="List Bullet")
    document.add_heading("Kontakt", 1)
    document.add_paragraph("Piotr Dąb, koordynator klastra")
    document.add_paragraph("piotr.dab@drewnopolnoc.example.pl")
    document.add_paragraph("tel. 600 700 800")
    _save(document, "cluster-pl.docx")


def news_en() -> None:
    """English news without a title of its own, with a date that lacks its year."""
    document = docx.Document()
    document.add_paragraph(
        "On Thursday 16 May more than eighty people came to the first repair evening at the "
        "Saltholm harbour. Neighbours mended bicycles, radios and one accordion. The evening was "
        "organised by Saltholm Development Centre."
    )
    document.add_paragraph(
        "Repair evenings began in 2023, when two were tried out. This was the first of the year, "
        "and the next one will follow next month."
    )
    paragraph = document.add_paragraph("Read the ")
    paragraph.add_run("story of the accordion").bold = True
    paragraph.add_run(" on our notice board. WhatsApp Image 2024-05-17 at 09.12.44.jpeg")
    document.add_paragraph("Contact: Tom Berg, community officer, tom.berg@saltholm.example.org")
    _save(document, "news-en.docx")


def organisation_et() -> None:
    """An Estonian organisation's page: what it does, where it is, whom to ask."""
    document = docx.Document()
    document.add_heading("Kaljuranna Arenduskeskus", 1)
    document.add_paragraph(
        "Kaljuranna Arenduskeskus on sihtasutus, mis nõustab ettevõtjaid, vabaühendusi ja "
        "omavalitsusi. Meie juurde võib tulla nii esimese äriidee kui ka suure projektiga."
    )
    document.add_heading("Teenused", 2)
    for item in ("Ettevõtja nõustamine", "Projektide ettevalmistamine"):
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph("Registrikood: 90001234")
    document.add_paragraph("Aadress: Sadama 3, Merepera")
    document.add_paragraph("Lahtiolekuajad: E–R 9.00–17.00")
    document.add_paragraph("Juhataja: Rein Põld, rein.pold@kaljurand.example.ee, 555 1234")
    _save(document, "organisation-et.docx")


if __name__ == "__main__":
    project_lv()
    cluster_pl()
    news_en()
    organisation_et()
