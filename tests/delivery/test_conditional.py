"""Who has the present answer gets 304 after one look at the clock, and never a stale one."""

import datetime as dt
import gzip

import pytest
import time_machine
from django.http import HttpResponse, HttpResponseNotFound
from django.template.response import TemplateResponse
from django.test import RequestFactory
from django.utils import timezone

from kogu.delivery import clock
from kogu.delivery.changes import public_change, touch_tag
from kogu.delivery.conditional import accepts_gzip, conditional, mark_public, public
from kogu.delivery.dependencies import depends_on, valid_until
from kogu.delivery.middleware import SecurityHeadersMiddleware

pytestmark = pytest.mark.django_db
get = RequestFactory().get


@pytest.fixture
def calls():
    return []


@pytest.fixture
def view(calls):
    @public
    def answer(request):
        calls.append(request.path)
        depends_on("menu:et")
        return HttpResponse("Tere")

    return SecurityHeadersMiddleware(answer)


def tick():
    with public_change():
        touch_tag("menu:et")


def test_a_public_answer_is_stamped(view):
    tick()

    response = view(get("/et/"))

    assert response["Cache-Control"] == "public, no-cache"
    assert f"-{clock.now_tick()}-0" in response["ETag"]
    assert response["Last-Modified"]
    assert "Cookie" not in response.get("Vary", "")
    assert response.dependencies.tags == {"menu:et"}


def test_unchanged_costs_one_query_and_no_work(view, calls, django_assert_num_queries):
    etag = view(get("/et/"))["ETag"]

    with django_assert_num_queries(1):
        response = view(get("/et/", headers={"If-None-Match": f'"other", {etag}'}))

    assert response.status_code == 304
    assert len(calls) == 1
    assert {"ETag", "Last-Modified", "Cache-Control"} <= set(response.headers)


def test_not_modified_is_small(view):
    etag = view(get("/et/"))["ETag"]

    response = view(get("/et/", headers={"If-None-Match": etag}))

    wire = b"HTTP/1.1 304 Not Modified\r\n" + response.serialize_headers()
    server = (
        b"\r\nServer: waitress\r\nDate: Sat, 21 Nov 2026 12:00:00 GMT\r\nConnection: close\r\n\r\n"
    )
    assert response.content == b""
    assert len(wire + b"\r\n" + server) <= 300


def test_a_publication_ends_the_answer(view, calls):
    etag = view(get("/et/"))["ETag"]
    tick()

    response = view(get("/et/", headers={"If-None-Match": etag}))

    assert response.status_code == 200
    assert len(calls) == 2


def test_the_tag_of_another_address_is_not_this_ones(view):
    etag = view(get("/et/"))["ETag"]

    assert view(get("/lv/", headers={"If-None-Match": etag})).status_code == 200
    assert view(get("/et/?page=2", headers={"If-None-Match": etag})).status_code == 200


def test_campaign_marks_make_no_other_answer(view):
    etag = view(get("/et/?b=2&a=1"))["ETag"]

    request = get("/et/?utm_source=x&a=1&fbclid=y&b=2", headers={"If-None-Match": etag})

    assert view(request).status_code == 304


def test_of_a_choice_made_twice_the_order_makes_another_answer(view):
    etag = view(get("/et/?ui=lv&ui=pl"))["ETag"]

    assert view(get("/et/?ui=pl&ui=lv", headers={"If-None-Match": etag})).status_code == 200


def test_a_front_server_may_make_the_tag_strong_or_weak(view):
    etag = view(get("/et/"))["ETag"]

    for brought in (etag, etag.removeprefix("W/")):
        assert view(get("/et/", headers={"If-None-Match": brought})).status_code == 304


def test_an_answer_ends_at_its_moment_though_the_clock_stands(calls):
    noon = timezone.now() + dt.timedelta(hours=1)

    @public
    def answer(request):
        calls.append(1)
        if timezone.now() < noon:
            valid_until(noon)
        return HttpResponse("Tere")

    etag = answer(get("/et/"))["ETag"]

    assert answer(get("/et/", headers={"If-None-Match": etag})).status_code == 304
    with time_machine.travel(noon + dt.timedelta(seconds=1)):
        assert answer(get("/et/", headers={"If-None-Match": etag})).status_code == 200


def test_a_date_alone_never_says_that_nothing_has_changed():
    end = timezone.now() + dt.timedelta(seconds=5)

    @public
    def answer(request):
        if timezone.now() < end:
            valid_until(end)
        return HttpResponse("Tere")

    tick()
    date = answer(get("/et/"))["Last-Modified"]

    with time_machine.travel(end + dt.timedelta(seconds=1)):
        later = answer(get("/et/", headers={"If-Modified-Since": date}))
        assert later.status_code == 200


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("", False),
        ("gzip", True),
        ("br;q=1.0, GZIP;q=0.8", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("*", True),
        ("*;q=0", False),
        ("identity", False),
        ("gzipped", False),
        ("gzip;q=0.001", True),
    ],
)
def test_gzip_is_sent_to_those_who_take_it(header, accepted):
    assert accepts_gzip(header) is accepted


def test_what_was_not_marked_may_be_stored_by_nobody():
    answer = SecurityHeadersMiddleware(conditional(lambda request: HttpResponse("Sina")))

    response = answer(get("/et/"))

    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_a_public_view_may_say_that_an_answer_is_private():
    @public
    def answer(request):
        response = HttpResponse("Sina")
        response.is_private = True
        return response

    response = SecurityHeadersMiddleware(answer)(get("/et/"))

    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_an_error_is_not_stored():
    answer = SecurityHeadersMiddleware(public(lambda request: HttpResponseNotFound()))

    response = answer(get("/et/"))

    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_an_answer_that_sets_a_cookie_is_stored_by_nobody(caplog):
    @public
    def answer(request):
        response = HttpResponse("Tere")
        response.set_cookie("a", "b")
        return response

    response = SecurityHeadersMiddleware(answer)(get("/et/"))

    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response
    assert "cookie" in caplog.text


def test_a_changing_request_is_left_alone(calls):
    @conditional
    def answer(request):
        calls.append(request.method)
        return HttpResponse("")

    response = answer(RequestFactory().post("/et/", headers={"If-None-Match": "*"}))

    assert calls == ["POST"]
    assert "ETag" not in response


def test_a_public_view_is_for_reading(view, calls):
    response = view(RequestFactory().post("/et/", headers={"If-None-Match": "*"}))

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert calls == []


def test_a_lazy_answer_is_rendered_while_collecting(settings):
    @public
    def answer(request):
        lazy = TemplateResponse(request, "unused.html")
        lazy.resolve_template = lambda _name: type(
            "Loud", (), {"render": lambda *_: depends_on("menu:et") or "Tere"}
        )()
        return lazy

    assert answer(get("/et/")).dependencies.tags == {"menu:et"}


def test_is_compressed_for_who_can_read_it():
    answer = public(lambda request: HttpResponse("Tere! " * 500))

    plain = answer(get("/et/"))
    packed = answer(get("/et/", headers={"Accept-Encoding": "gzip, br"}))

    assert plain["Vary"] == packed["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["Content-Length"] == str(len(packed.content))
    assert packed["ETag"] == plain["ETag"]


def test_mark_public_and_conditional_work_for_views_that_decide_themselves():
    answer = conditional(lambda request: mark_public(HttpResponse("[]")))

    assert "ETag" in answer(get("/api/v1/news"))
