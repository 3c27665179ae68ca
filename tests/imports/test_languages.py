"""Short sheets are of the language of their labels, whatever names stand in them."""

import pytest

from kogu.imports.understanding.languages import tell_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Project title: Green trails\nProject number: ABC-1\nTotal budget: EUR 1.2 million"),
        ("en", "Acronym: TIDE\nLead partner: Tartu Ülikool\nPartners: Rīgas Tehniskā universitāte"),
        ("en", "Project sheet\nTitle: Zielona Łódź\nProgramme: Interreg"),
        ("en", "Contact\nJānis Bērziņš\nProject manager"),
        ("en", "Workshop\n5 May 2027\nVenue: Rēzekne"),
        ("en", "Minutes\n\nPresent: Jüri Õunapuu, Külli Mägi, Õnne Pärn\nPlace: Põltsamaa"),
        ("et", "Projekt: Õunaaed\nKestus: 2024\nPartnerid: Rīgas Tehniskā universitāte"),
        ("lv", "Projekta numurs: 123\nPartneri: Tartu Ülikool, SA Võru Kannel"),
        ("pl", "Projekt: Vaba Lava\nKoszt: 500 EUR"),
    ],
)
def test_labels_dates_and_roles_tell_the_language(language, text):
    assert tell_language(text) == (language, True)
