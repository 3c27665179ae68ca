"""No spreadsheet takes what somebody typed for a formula."""

import csv
import io

import openpyxl
import pytest
from django.urls import reverse

from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db
ADDRESS = "wagtailadmin_reports:site_history"
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "+372 555 1234 x", "-"]
WORDS = ["-5", "+372 555 1234", "12 = 12", "Anne-Mari"]


@pytest.fixture
def titled(client, news, django_user_model):
    """Gives a page a title, by somebody whose first name begins like a formula."""
    mari = django_user_model.objects.create_superuser("mari", "m@example.org", "x")
    mari.first_name = "=cmd"
    mari.save()
    client.force_login(mari)

    def give(title):
        news.title = title
        with public_change():
            news.save_revision(user=mari, log_action=True)

    return give


def cells(client):
    answer = client.get(reverse(ADDRESS), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


@pytest.mark.parametrize("title", FORMULAS)
def test_a_cell_that_begins_like_a_formula_is_made_a_text(client, titled, title):
    titled(title)

    found = cells(client)

    assert f"'{title}" in found
    assert title not in found
    assert not any(cell.startswith("=") for cell in found)


@pytest.mark.parametrize("title", WORDS)
def test_numbers_and_other_words_stay_as_they_are(client, titled, title):
    titled(title)

    assert title in cells(client)


def test_other_spreadsheets_know_what_is_text(client, titled):
    titled("=1+1")

    answer = client.get(reverse(ADDRESS), {"export": "xlsx"})

    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    titles = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert titles
    assert {cell.data_type for cell in titles} == {"s"}
