"""What staff do takes effect whole or not at all."""

import pytest
import wagtail.admin.auth
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from kogu.delivery import changes, clock
from kogu.delivery.changes import touch_tag
from kogu.delivery.middleware import PublicChangeMiddleware

pytestmark = pytest.mark.django_db


def run(view, *, method="POST", path=None):
    request = RequestFactory().generic(method, path or reverse("wagtailadmin_home") + "x/")
    return PublicChangeMiddleware(view)(request)


def touching(response):
    def view(request):
        touch_tag("menu:et")
        return response

    return view


def test_a_success_is_one_tick():
    before = clock.now_tick()

    run(touching(HttpResponse("ok")))

    assert clock.now_tick() == before + 1


@pytest.mark.parametrize("status", [400, 403, 404, 422, 500])
def test_an_error_takes_everything_back(status):
    before = clock.now_tick()

    run(touching(HttpResponse(status=status)))

    assert clock.now_tick() == before
    assert not connection.needs_rollback


def test_wagtails_refusal_takes_everything_back_though_it_redirects(monkeypatch):
    monkeypatch.setattr(wagtail.admin.auth.messages, "error", lambda *_: None, raising=False)
    before = clock.now_tick()

    def view(request):
        touch_tag("menu:et")
        request.session = {}
        request._messages = type("Silent", (), {"add": lambda *_a, **_k: None})()
        return wagtail.admin.auth.permission_denied(request)

    response = run(view)

    assert response.status_code == 302
    assert clock.now_tick() == before


def test_a_refusal_of_a_scripted_request_is_still_an_error():
    request = RequestFactory().post("/admin/x/", headers={"X-Requested-With": "XMLHttpRequest"})

    with pytest.raises(PermissionDenied):
        wagtail.admin.auth.permission_denied(request)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", None), ("HEAD", None), ("OPTIONS", None), ("POST", "/et/form/")]
)
def test_reading_and_the_publics_requests_open_no_change(method, path):
    seen = []

    run(lambda request: seen.append(changes.is_open()) or HttpResponse(), method=method, path=path)

    assert seen == [False]


def test_an_upload_is_received_before_the_database_is_held():
    from django.core.files.uploadedfile import SimpleUploadedFile

    request = RequestFactory().post("/admin/x/", {"file": SimpleUploadedFile("a.txt", b"tere")})
    seen = []

    def view(request):
        seen.append(request.FILES["file"].read())
        return HttpResponse()

    PublicChangeMiddleware(view)(request)

    assert seen == [b"tere"]


def test_a_json_body_is_still_readable_inside():
    request = RequestFactory().put("/admin/x/", b'{"a": 1}', content_type="application/json")
    seen = []

    PublicChangeMiddleware(lambda r: seen.append(r.body) or HttpResponse())(request)

    assert seen == [b'{"a": 1}']
