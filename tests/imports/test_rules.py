"""Small rules of understanding, each on the smallest text that shows it."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.imports.understanding.cameras import without_camera_names

LONG = "Kohtumisel räägiti sellest, kuidas väikesed külad saavad ühiselt rohkem ära teha. " * 3


def told(text: str, name: str = "a.txt", **choices) -> dict:
    return understand(read(text.encode(), name), **choices).as_json()


def codes(found: dict) -> list[str]:
    return [one["code"] for one in found["warnings"]]


@pytest.mark.parametrize(
    ("text", "left", "name"),
    [
        ("kohtumineIMG_2041.JPG jätkus", "kohtumine jätkus", "IMG_2041.JPG"),
        ("IMG_2041.JPGKohtumine algas", "Kohtumine algas", "IMG_2041.JPG"),
        ("Tere 20230215_101522.jpg siit", "Tere siit", "20230215_101522.jpg"),
        ("Siin DSC01234.jpg.", "Siin.", "DSC01234.jpg"),
        ("PXL_20230215_101522123.MP.jpg", "", "PXL_20230215_101522123.MP.jpg"),
        (
            "Foto: WhatsApp Image 2023-02-15 at 10.15.22 (1).jpeg",
            "Foto:",
            "WhatsApp Image 2023-02-15 at 10.15.22 (1).jpeg",
        ),
    ],
)
def test_camera_names_go_and_the_word_beside_them_stays(text, left, name):
    assert without_camera_names(text) == (left, [name])


@pytest.mark.parametrize("text", ["Projekt ER227", "plaan2024.pdf", "15.02.2023 kell 10.15"])
def test_other_names_and_numbers_are_no_camera_names(text):
    assert without_camera_names(text) == (text, [])


def test_email_that_ran_into_the_next_text_is_cut_free():
    found = told(
        f"Kontakt:\nPiret Mänd, koordinaator\npiret.mand@loo.ee15. veebruaril algab\n\n{LONG}"
    )

    assert found["people"][0]["email"] == "piret.mand@loo.ee"
    assert "email_glued" in codes(found)


def test_copyright_years_and_relative_dates_are_no_dates():
    found = told(
        f"Küla sai uue laululava\n\nJärgmisel nädalal avatakse lava. {LONG}\n\n© 2024 Küla"
    )

    assert found["date"] is None
    assert "relative_date" in codes(found)
    assert "2024" not in str(found["body"])


def test_menu_label_is_no_title():
    found = told(f"UUDISED\n\nKüla sai uue laululava\n\n{LONG}\n\n{LONG}")

    assert found["title"] == "Küla sai uue laululava"
    assert "menu_label_removed" in codes(found)


def test_title_without_a_heading_is_provisional():
    found = told(f"{LONG}\n\n{LONG}")

    assert found["title_provisional"]
    assert "title_provisional" in codes(found)
    assert found["title"] in LONG


def test_scripts_handlers_and_frames_are_removed_and_reported():
    found = told(
        f'<html><body onload="steal()"><h1>Title here</h1><script>alert(1)</script>'
        f'<p onclick="x()">{LONG}<a href="javascript:alert(1)">link</a></p>'
        f'<iframe src="https://evil.example"></iframe></body></html>',
        "a.html",
    )

    assert set(codes(found)) >= {
        "script_removed",
        "event_handler_removed",
        "frame_removed",
        "link_removed",
    }
    assert "alert" not in str(found["body"])


def test_kind_and_language_given_by_a_person_are_believed():
    found = told(f"Küla sai uue laululava\n\n{LONG}", kind="page", language="lv")

    assert (found["kind"], found["language"]) == ("page", "lv")


def test_a_table_of_labels_is_read_like_labels():
    found = told(
        "<table><tr><td>Project title</td><td>Green Paths</td></tr>"
        "<tr><td>Total budget</td><td>€12,500</td></tr>"
        "<tr><td>Project number</td><td>GP-7/2021</td></tr></table><p>The project mends paths.</p>",
        "a.html",
    )

    assert found["kind"] == "project"
    assert found["project"]["total"] == {"amount": "12500.00", "currency": "EUR"}
    assert found["project"]["numbers"] == ["GP-7/2021"]


def test_lines_broken_at_a_fixed_width_are_joined():
    found = told(
        "Village gets a new stage\n\n"
        "The village of Westray opened its new stage on a rainy evening, and\n"
        "nobody minded the rain, because the roof that the neighbours had built\n"
        "together over the winter turned out to be entirely waterproof.\n"
    )

    assert len(found["body"]) == 1
    assert "evening, and nobody minded" in found["body"][0]["html"]


def test_mail_loses_its_head_and_keeps_its_day():
    found = told(
        "From: Anna Kask <anna@kyla.example.ee>\nSent: Monday, January 15, 2024 9:12 AM\n"
        f"Subject: Fwd: Küla sai laululava\n\nTere!\n\n{LONG}\n\nParimat\nAnna Kask\nprojektijuht\n"
        "tel +372 512 3344\n"
    )

    assert found["title"] == "Küla sai laululava"
    assert found["date"]["value"] == "2024-01-15"
    assert found["people"] == [
        {
            "name": "Anna Kask",
            "role": "projektijuht",
            "organisation": "",
            "email": "anna@kyla.example.ee",
            "phone": "+372 512 3344",
        }
    ]
    assert "mail_head_removed" in codes(found)
    kept = [one["html"] for one in found["body"][1:]]
    assert kept == ["Anna Kask", "projektijuht", "tel +372 512 3344"]


def test_rows_of_two_pairs_are_read_as_labels():
    found = told(
        "<h1>Projekt</h1><table><tr><td>Projekti nimi</td><td colspan=3>Kala koju</td></tr>"
        "<tr><td>Algus</td><td>15.04.2022</td><td>Lõpp</td><td>30.11.2023</td></tr></table>"
        f"<p>{LONG}</p>",
        "a.html",
        kind="project",
    )

    assert found["project"]["start"]["value"] == "2022-04-15"
    assert found["project"]["end"]["value"] == "2023-11-30"


def test_heading_with_nothing_below_it_is_reported():
    found = told(f"<h1>Küla sai laululava</h1><p>{LONG}</p><h2>Vaata lisaks</h2>", "a.html")

    assert "heading_removed" in codes(found)


def test_endless_word_costs_little_and_stays_in_the_text():
    found = told(f"Küla sai laululava\n\n{LONG}\n\nKontakt: {'Aa-' * 20_000}")

    assert "Aa-" * 20_000 in found["body"][-1]["html"]
    assert found["people"] == []


def test_register_numbers_and_streets_are_no_contacts():
    found = told(
        f"Makers' Hall\n\n{LONG}\n\nContact: Joan Ferris, manager, joan@hall.example.org\n\n"
        "Registered charity 1133557. Address: 4 Mill Lane, Kettleby.",
        language="en",
    )

    assert [(one["name"], one["phone"]) for one in found["people"]] == [("Joan Ferris", "")]
