"""Each person chooses the language of the admin."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from kogu.demo.factories import AdministratorFactory


@pytest.mark.parametrize("code", ["et", "lv", "pl", "en"])
def test_every_language_kogu_speaks_may_be_chosen(client, homes, code):
    user = AdministratorFactory()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": code})
    client.force_login(user)

    html = client.get(reverse("wagtailadmin_account")).content.decode()

    assert f'<option value="{code}" selected>' in html


def shown(client, code):
    """The account's settings in a browser of a language."""
    answer = client.get(reverse("wagtailadmin_account"), headers={"accept-language": code})
    return BeautifulSoup(answer.content, "html.parser")


def filled_in(page):
    """What the form sends as it stands."""
    form = page.select_one("main form")
    sent = {
        field["name"]: field.get("value", "on")
        for field in form.select("input[name]")
        if field.get("type") != "checkbox" or field.has_attr("checked")
    }
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]") or field.select_one("option")
        sent[field["name"]] = chosen["value"]
    return {name: value for name, value in sent.items() if not name.startswith("password")}


@pytest.mark.parametrize("browser", ["et", "lv", "pl", "en"])
def test_every_language_is_listed_in_every_language(client, homes, browser):
    client.force_login(AdministratorFactory())

    options = shown(client, browser).select("select[name=locale-preferred_language] option")

    assert {option["value"] for option in options} == {"", "et", "lv", "pl", "en"}


@pytest.mark.parametrize("chosen", ["", "et", "lv", "pl", "en"])
@pytest.mark.parametrize("browser", ["et", "lv", "pl", "en"])
def test_saving_the_settings_changes_no_language(client, homes, browser, chosen):
    user = AdministratorFactory()
    if chosen:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": chosen})
    client.force_login(user)
    before = shown(client, browser)

    client.post(
        reverse("wagtailadmin_account"),
        filled_in(before),
        headers={"accept-language": browser},
    )

    after = shown(client, browser)
    assert "success" in str(after.select_one(".messages"))
    assert before.html["lang"] == after.html["lang"] == (chosen or browser)
    assert UserProfile.objects.get(user=user).preferred_language == chosen


def test_no_language_chosen_is_the_browsers(client, homes, catalogues):
    client.force_login(AdministratorFactory())

    option = shown(client, "lv").select_one("select[name=locale-preferred_language] option")

    assert option.text.strip() == "Kā pārlūkā"
