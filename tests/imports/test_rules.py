"""Small rules of understanding, each on the smallest text that shows it."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.imports.understanding.cameras import without_camera_names

pytestmark = pytest.mark.pure
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
