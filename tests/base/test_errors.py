"""An error says in the language of the address what happened, and leads on."""

import re

import pytest
from django.test import RequestFactory

from kogu.base import errors

pytestmark = pytest.mark.django_db


def test_a_missing_page_is_named_in_the_title_as_in_the_heading(client, homes):
    answer = client.get("/lv/nowhere/")

    html = answer.content.decode()
    assert answer.status_code == 404
    heading = re.search(r"<h1[^>]*>(.+?)</h1>", html)[1]
    assert re.search(r"<title>(.*?)</title>", html)[1].startswith(heading)


@pytest.mark.parametrize("handler", [errors.forbidden, errors.not_found, errors.broken])
@pytest.mark.parametrize("language", ["et", "pl"])
def test_an_error_leads_to_the_front_page_of_its_language(homes, handler, language):
    html = handler(RequestFactory().get(f"/{language}/somewhere/")).content.decode()

    assert f'<html lang="{language}"' in html
    assert f'class="button" href="/{language}/"' in html
    assert not re.search(r"<title>\s*(–|<)", html)
