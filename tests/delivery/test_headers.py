"""Every answer carries its protection, and only public ones may be stored."""

import re

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from kogu.delivery import csp
from kogu.delivery.middleware import SecurityHeadersMiddleware

get = RequestFactory().get


@pytest.fixture
def headers():
    return SecurityHeadersMiddleware(lambda request: HttpResponse("Tere"))


def test_a_public_page_loads_nothing_foreign_and_nothing_inline(headers):
    policy = headers(get("/et/"))["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "nonce" not in policy


def test_the_admin_runs_no_inline_script_without_the_nonce(headers):
    policy = headers(get(reverse("wagtailadmin_home")))["Content-Security-Policy"]

    (scripts,) = re.findall(r"script-src ([^;]+)", policy)
    assert re.fullmatch(r"'self' 'nonce-[\w-]{20,}'", scripts)


def test_only_the_admin_may_be_framed_and_only_by_itself(client, db):
    assert client.get("/et/x/")["X-Frame-Options"] == "DENY"
    admin = client.get(reverse("wagtailadmin_login"))
    assert admin["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in admin["Content-Security-Policy"]


def test_the_nonce_stays_for_a_session_and_differs_between_sessions(headers, settings):
    def policy(session):
        request = get(reverse("wagtailadmin_home"))
        if session:
            request.COOKIES[settings.SESSION_COOKIE_NAME] = session
        return headers(request)["Content-Security-Policy"]

    assert policy("a") == policy("a")
    assert policy("a") != policy("b")
    assert policy(None) != policy(None)
    assert "'nonce-a" not in policy("a")


def test_wagtails_inline_scripts_carry_the_nonce(db):
    request = get("/admin/", headers={"Cookie": "kogu_session=x"})
    with csp.nonce_for(request):
        nonce = csp.nonce()
        date = AdminDateInput().render("day", None, {"id": "id_day"})
        chooser = AdminPageChooser().render("page", None, {"id": "id_page"})

    for html in (date, chooser):
        assert re.findall(r"<script[^>]*>", html) == [f'<script nonce="{nonce}">']


def test_a_choosers_title_cannot_end_its_script(db, monkeypatch):
    monkeypatch.setattr(
        AdminPageChooser,
        "get_value_data",
        lambda self, value: {"id": 1, "title": "</script><script>alert(1)</script>"},
    )
    monkeypatch.setattr(AdminPageChooser, "render_html", lambda self, name, value, attrs: "")
    monkeypatch.setattr(
        AdminPageChooser,
        "get_js_init_options",
        lambda self, id_, name, value_data: {"title": value_data["title"]},
    )

    html = AdminPageChooser().render("page", 1, {"id": "id_page"})

    assert html.count("<script") == 1
    assert html.count("</script>") == 1


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin/panels/inline_panel.html",
        "wagtailadmin/panels/multiple_chooser_panel.html",
        "wagtail_localize/admin/edit_translation.html",
        "wagtail_localize/admin/submit_translation.html",
    ],
)
def test_templates_of_libraries_are_extended_not_copied(name):
    template = get_template(name).template

    assert template.nodelist.get_nodes_by_type(ExtendsNode)
    assert not re.search(r"<script(?![^>]* src=)", template.source)


def test_a_librarys_inline_script_gets_the_nonce_and_no_other():
    with csp.nonce_for(get("/admin/")):
        html = Template(
            "{% load csp %}{% autoescape off %}{{ html|with_nonce }}{% endautoescape %}"
        ).render(Context({"html": '<script type="x">1</script><script src="a.js"></script>'}))
        nonce = csp.nonce()

    assert html == f'<script nonce="{nonce}" type="x">1</script><script src="a.js"></script>'


def test_other_protection(headers):
    response = headers(get("/et/"))

    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/api/v1/news", "/media/a.webp", "/static/site.css"])
def test_other_sites_may_use_the_api_and_public_files(headers, path):
    assert headers(get(path))["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_pictures_in_a_bucket_may_be_shown_and_nothing_else_of_it(headers, monkeypatch):
    class Bucket:
        def url(self, name):
            return f"https://bucket.example/public/{name}"

    monkeypatch.setattr(csp, "storages", {"public": Bucket()})
    csp.media_origin.cache_clear()
    csp.public_policy.cache_clear()
    try:
        response = headers(get("/et/"))
    finally:
        csp.media_origin.cache_clear()
        csp.public_policy.cache_clear()

    assert "img-src 'self' https://bucket.example;" in response["Content-Security-Policy"]
    assert "script-src 'self';" in response["Content-Security-Policy"]
    assert response["Cross-Origin-Embedder-Policy"] == "credentialless"


def test_what_a_view_says_itself_stands():
    def view(request):
        return HttpResponse(headers={"Content-Security-Policy": "sandbox", "Cache-Control": "x"})

    response = SecurityHeadersMiddleware(view)(get("/media/a.svg"))

    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Cache-Control"] == "x"


def test_the_head_of_an_answer_has_no_body(headers):
    response = headers(RequestFactory().head("/et/"))

    assert response.content == b""


def test_browsers_are_told_to_keep_to_tls(headers):
    age = re.search(r"max-age=(\d+)", headers(get("/"))["Strict-Transport-Security"])

    assert int(age.group(1)) >= 15_552_000
    assert "Strict-Transport-Security" not in headers(get("/", secure=True))
