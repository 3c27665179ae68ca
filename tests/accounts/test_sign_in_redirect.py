"""Whoever sends a form after the session has ended comes back to the page of the form."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse


def sign_in_after(client, address, **headers):
    """Where the sign-in leads that a form met, and what it says."""
    answer = client.post(address, headers=headers, follow=True)
    (sign_in,) = answer.redirect_chain
    said = [str(message) for message in answer.context["messages"]]
    return parse_qs(urlsplit(sign_in[0]).query)["next"], said


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["save", "submit"])
def test_a_form_without_a_session_leads_back_to_its_page(client, name):
    address = reverse("kogu_translation:save", args=[1])
    if name == "submit":
        address = reverse("kogu_submit:submit", args=[1])

    then, said = sign_in_after(
        client, address, referer="http://testserver/admin/pages/7/edit/?a=b", accept_language="en"
    )

    assert then == ["/admin/pages/7/edit/?a=b"]
    assert said == ["You are signed out, so nothing was changed. Sign in and try again."]


@pytest.mark.django_db
@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/admin/"])
def test_a_form_of_no_page_here_leads_to_the_start(client, referer):
    address = reverse("kogu_translation:save", args=[1])

    assert sign_in_after(client, address, referer=referer)[0] == ["/admin/"]


@pytest.mark.django_db
def test_signing_out_says_nothing_of_it(admin_client):
    answer = admin_client.post(reverse("wagtailadmin_logout"), follow=True)

    assert "nothing was changed" not in " ".join(map(str, answer.context["messages"]))
