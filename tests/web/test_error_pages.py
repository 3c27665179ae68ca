"""An error says in the reader's language what happened and what was kept, and leads on."""

import json
import re

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from wagtail.users.models import UserProfile

from kogu.demo.factories import AdministratorFactory
from kogu.web import errors
from kogu.web.errors.messages import EXPIRED, WORDS
from kogu.web.middleware import REFUSED_STATUS

CODES = ("et", "lv", "pl", "en")
STATUSES = (404, 409, 413, 414, 429, 500, 503, 507)
WITHOUT_DATABASE = (400, 413, 431, 500, 503, 507)


def page_of(path, status):
    response = errors.error_response(RequestFactory().get(path), status)
    assert response.status_code == status
    return response.content.decode()


def said(path, status, method="get", **more):
    request = getattr(RequestFactory(), method)(path, **more)
    response = errors.error_response(request, status)
    assert response.status_code == status
    return response, json.loads(response.content)


@pytest.fixture
def staff(client, homes):
    user = AdministratorFactory()
    client.force_login(user)
    client.raise_request_exception = False
    return user


@pytest.mark.django_db
def test_a_missing_page_is_named_in_the_title_as_in_the_heading(client, homes):
    answer = client.get("/lv/nowhere/")

    html = answer.content.decode()
    assert answer.status_code == 404
    heading = re.search(r"<h1[^>]*>(.+?)</h1>", html)[1]
    assert re.search(r"<title>(.*?)</title>", html)[1].startswith(heading)


@pytest.mark.django_db
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("language", ["et", "pl"])
def test_an_error_leads_to_the_front_page_of_its_language(homes, status, language):
    html = page_of(f"/{language}/somewhere/", status)

    assert f'<html lang="{language}"' in html
    assert f'class="button" href="/{language}/"' in html
    assert f"<title>{WORDS[status].title}" in re.sub(r"<title>\s+", "<title>", html)


@pytest.mark.django_db
@pytest.mark.parametrize("status", STATUSES)
def test_an_error_is_worded_in_four_languages(homes, catalogues, status):
    pages = {code: page_of(f"/{code}/somewhere/", status) for code in CODES}
    problems = {
        code: said("/api/v1/events", status, headers={"Accept-Language": code})[1] for code in CODES
    }
    for code in CODES:
        with translation.override(code):
            wanted = escape(str(WORDS[status].title)), escape(str(WORDS[status].lead))
        assert [words for words in wanted if words not in pages[code]] == []
    assert len({problem["title"] for problem in problems.values()}) == 4


@pytest.mark.parametrize("status", WITHOUT_DATABASE)
def test_what_may_come_of_a_broken_database_asks_none(status):
    assert '<html lang="lv"' in page_of("/lv/", status)


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/pl/x/", "lv", "pl"),
        ("/", "lv,en;q=0.5", "lv"),
        ("/", "fi", "et"),
        ("/admin/", "pl", "pl"),
    ],
)
def test_the_language_is_that_of_the_address_else_of_the_browser(path, accepted, language):
    request = RequestFactory().get(path, headers={"Accept-Language": accepted})

    answer = errors.error_response(request, 503)

    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer["Content-Language"] == language


@pytest.mark.django_db
@pytest.mark.parametrize("status", [404, 507])
def test_staff_read_in_the_language_they_have_chosen(client, staff, status):
    UserProfile.objects.create(user=staff, preferred_language="pl")
    request = RequestFactory().get("/admin/nowhere/", headers={"Accept-Language": "lv"})
    request.user = staff

    html = errors.error_response(request, status).content.decode()

    assert '<html lang="pl"' in html
    assert 'href="/admin/"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/nowhere/", "/admin/pages/987654/edit/"])
def test_what_the_admin_has_not_is_said_in_the_language_its_reader_has_chosen(client, staff, path):
    UserProfile.objects.update_or_create(user=staff, defaults={"preferred_language": "pl"})

    answer = client.get(path, headers={"Accept-Language": "en"})

    assert answer.status_code == 404
    assert '<html lang="pl"' in answer.content.decode()


@pytest.mark.parametrize(("accepted", "language"), [(None, "en"), ("pl", "pl"), ("fi", "en")])
def test_the_api_answers_with_a_problem_in_the_language_asked_for(accepted, language):
    headers = {"Accept-Language": accepted} if accepted else {}

    response, problem = said("/api/v1/events", 503, headers=headers)

    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == language
    assert int(response["Retry-After"]) > 0
    assert (problem["status"], problem["title"]) == (503, WORDS[503].title)


@pytest.mark.parametrize(
    ("status", "code"), [(413, "validation_error"), (503, "server_error"), (507, "server_error")]
)
def test_the_editor_is_told_in_json_what_was_kept(status, code):
    answer = said("/admin/x/", status, "post", headers={"Accept": "application/json"})[1]

    assert answer["success"] is False
    assert answer["error_code"] == code
    assert "Nothing of what you sent was saved" in answer["error_message"]
    assert "stays in the form" in answer["error_message"]


def post(client, path, **values):
    return client.post(path, values).content.decode()


@pytest.mark.django_db
def test_what_staff_wrote_can_be_sent_once_more(client, staff, monkeypatch):
    def fail(*arguments, **more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kogu.imports.upload_views.UploadView.post", fail)
    path = reverse("kogu_imports_upload")

    html = post(client, path, title='Long "words"', tag=["a", "b"])

    assert 'name="title" value="Long &quot;words&quot;"' in html
    assert html.count('name="tag"') == 2
    assert "Nothing of what you sent was saved" in html
    assert "name=" not in post(client, path, password1="secret").replace('<meta name="', "")


@pytest.mark.django_db
def test_nothing_of_a_visitor_is_repeated(client, homes, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("wagtail.admin.views.account.LoginView.form_invalid", lambda *args: 1 / 0)

    html = post(client, reverse("wagtailadmin_login"), username="liis")

    assert "went wrong" in html
    assert "liis" not in html


@pytest.mark.django_db
def test_it_is_not_said_that_nothing_was_saved_when_it_was(client, staff, monkeypatch):
    request = RequestFactory().post("/admin/", {"title": "words"})
    request._cached_user, request.is_committed = staff, True

    html = errors.error_response(request, 503).content.decode()

    assert "What you sent was saved" in html
    assert "words" not in html


@pytest.mark.django_db
def test_too_many_fields_and_too_many_words_are_too_much(client, staff, settings):
    path = reverse("kogu_imports_upload")
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    many = client.post(path, {f"field{n}": "x" for n in range(5)})
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert many.status_code == 413
    assert "too much at once" in many.content.decode()
    assert client.post(path, {"words": "x" * 200}).status_code == 413


def test_other_bad_requests_are_not_called_too_large():
    request = RequestFactory().get("/en/")

    assert errors.bad_request(request, ValueError()).status_code == 400
    assert errors.bad_request(request, RequestDataTooBig()).status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/", "/admin/", "/api/v1/nowhere"])
def test_an_address_that_is_too_long_is_said(client, homes, path):
    answer = client.get(f"{path}{'x' * 9000}")

    assert answer.status_code == 414
    assert "too long" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("status", [413, 414, 431])
def test_what_the_web_server_refused_is_said_in_words(client, homes, status):
    answer = client.post("/pl/", **{REFUSED_STATUS: status})

    assert answer.status_code == status
    assert str(WORDS[status].title) in answer.content.decode()
    assert "Content-Security-Policy" in answer


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_a_sign_in_form_that_expired_is_explained_and_offered_again(homes, code):
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": code})
    address = "http://testserver/admin/login/?next=/admin/pages/"

    answer = client.post("/admin/login/", {"username": "mari"}, headers={"Referer": address})

    html = answer.content.decode()
    with translation.override(code):
        assert escape(str(EXPIRED.title)) in html
    assert f'<html lang="{code}"' in html
    assert f'href="{escape(address)}"' in html
    assert answer.status_code == 403


@pytest.mark.django_db
def test_an_expired_form_leads_to_no_other_site(homes):
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/admin/login/", headers={"Referer": "https://elsewhere.example/"})

    assert "elsewhere.example" not in answer.content.decode()
    assert 'href="/admin/login/"' in answer.content.decode()
