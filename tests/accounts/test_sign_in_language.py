"""Who signs in reads their browser's language: no profile says yet which is theirs."""

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "language"), [("lv,en;q=0.5", "lv"), ("pl-PL", "pl"), ("fi", "et"), ("", "et")]
)
def test_the_sign_in_speaks_the_language_of_the_browser(client, accepted, language):
    response = client.get("/admin/login/", headers={"Accept-Language": accepted})

    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "label"), [("et", "Parool"), ("lv", "Parole"), ("pl", "Hasło"), ("en", "Password")]
)
def test_the_sign_in_names_its_fields_in_that_language(client, language, label):
    page = client.get("/admin/login/", headers={"Accept-Language": language}).content.decode()

    assert f">{label}<" in "".join(page.split())


@pytest.mark.django_db
def test_elsewhere_the_address_alone_decides(client):
    response = client.get("/lv/nowhere/", headers={"Accept-Language": "pl"})

    assert response.headers["Content-Language"] == "lv"
    assert "Accept-Language" not in response.headers.get("Vary", "")
