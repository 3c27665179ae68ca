"""A web process gives a thread to whole requests only, and finishes them when told to stop."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection  # noqa: TID251 to this machine

import pytest
from waitress.adjustments import Adjustments

from kogu import http_limits
from tests.databases import ROOT
from tests.slow_clients import slow_clients, still_open

# Two threads, and an application that says what came to it.
SERVER = """
import json, socket, sys, time
from kogu import http_limits, http_server

def application(environ, start_response):
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1.5)
    told = {name: environ.get(name) for name in (
        "REMOTE_ADDR", "CONTENT_LENGTH", "HTTP_X_FORWARDED_FOR", "HTTP_RANGE", "wsgi.url_scheme",
        "PATH_INFO", "HTTP_ACCEPT_LANGUAGE", "kogu.refused_status")}
    text = json.dumps({**told, "query": len(environ["QUERY_STRING"]), "body": len(body)}).encode()
    start_response("200 OK", [("Content-Length", str(len(text)))])
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else text]

http_server.application = application
exec(sys.argv[2])
http_server.serve(socket.socket(fileno=int(sys.argv[1])))
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), *sys.path]),
        "DJANGO_SETTINGS_MODULE": "kogu.settings.test",
        "DATA_DIR": str(tmp_path_factory.mktemp("web")),
        "WEB_THREADS": "2",
    }


def start(environment, before=""):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(listener.fileno()), before],
            env=environment,
            pass_fds=[listener.fileno()],
        )
        return process, listener.getsockname()[1]


@pytest.fixture(scope="module")
def port(environment):
    process, port = start(environment)
    yield port
    process.terminate()
    assert process.wait(20) == 0


def ask(port, method="GET", path="/", **options):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request(method, path, **options)
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers


def test_more_slow_clients_than_threads_hold_up_nobody(port):
    with slow_clients("127.0.0.1", port, half_open=60, slow_bodies=20) as connections:
        answers = [ask(port)[0] for _n in range(5)]
        held = still_open(connections)

    assert answers == [200] * 5
    assert held == 80


def test_a_body_in_pieces_arrives_whole(port):
    pieces = iter([b"a" * 70_000, b"b" * 70_000])

    _status, told, _headers = ask(port, "POST", body=pieces, encode_chunked=True)

    assert '"CONTENT_LENGTH": "140000"' in told
    assert '"body": 140000' in told


def test_a_long_address_reaches_django(port):
    assert '"query": 8000' in ask(port, path="/?" + "q" * 8000)[1]


def test_what_a_front_server_said_is_left_to_django(port):
    told = ask(port, headers={"X-Forwarded-For": "8.8.4.4", "Range": "bytes=0-1"})[1]

    assert '"REMOTE_ADDR": "127.0.0.1"' in told
    assert '"HTTP_X_FORWARDED_FOR": "8.8.4.4"' in told
    assert '"HTTP_RANGE": "bytes=0-1"' in told


def test_a_head_has_no_body_and_the_connection_is_kept(port):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("HEAD", "/")
        head = connection.getresponse()
        assert head.read() == b""
        first = connection.sock
        connection.request("GET", "/")
        answer = connection.getresponse()

        assert len(answer.read()) == int(head.headers["Content-Length"])
        assert connection.sock is first
        assert "Server" not in answer.headers


def refused(port, *arguments, **options):
    told = json.loads(ask(port, *arguments, **options)[1])
    return told["kogu.refused_status"], told["PATH_INFO"], told["HTTP_ACCEPT_LANGUAGE"]


POLISH = {"Accept-Language": "pl"}


def test_headers_without_end_are_refused_by_django(port):
    headers = {**POLISH, "X-Long": "x" * 70_000}

    assert refused(port, path="/pl/?q=1", headers=headers) == (431, "/pl/", "pl")


def test_an_address_without_end_is_refused_by_django(port):
    assert refused(port, path="/lv/?" + "q" * 70_000) == (414, "/lv/", None)


SIGNED_IN = {"Cookie": "other=1; kogu_session=abc"}
MEGABYTE = 1024**2


@pytest.mark.parametrize("waits", [True, False])
def test_an_upload_that_is_too_large_is_refused_by_django_and_not_stored(port, waits):
    size = 257 * MEGABYTE
    headers = {**POLISH, **SIGNED_IN, "Content-Length": str(size)} | (
        {"Expect": "100-continue"} if waits else {}
    )
    body = None if waits else (bytes(MEGABYTE) for _n in range(257))

    assert refused(port, "POST", "/admin/x/", body=body, headers=headers) == (
        413,
        "/admin/x/",
        "pl",
    )


@pytest.mark.parametrize(
    "path", ["/et/x/", "/admin/login/", "/admin", "/api/v1/news", "/et/admin/"]
)
@pytest.mark.parametrize("length", ["Content-Length: 2097152", "Transfer-Encoding: chunked"])
def test_a_large_body_of_a_visitor_is_refused_before_it_has_arrived(port, path, length):
    cookie = "" if path.startswith("/admin/") else "Cookie: kogu_session=abc\r\n"
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{cookie}{length}\r\n\r\n"
    begun = f"{2 * MEGABYTE:x}\r\n".encode() + bytes(MEGABYTE) if "chunked" in length else b"x"

    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(head.encode() + begun)
        answer = connection.makefile("rb").read().decode()

    assert "Connection: close" in answer
    assert '"kogu.refused_status": 413' in answer


@pytest.mark.parametrize("is_chunked", [False, True])
def test_an_upload_to_the_admin_arrives_whole(port, is_chunked):
    size = 20 * MEGABYTE
    body = iter([bytes(size)]) if is_chunked else bytes(size)

    told = ask(
        port,
        *("POST", "/admin/documents/multiple/add/"),
        body=body,
        headers=SIGNED_IN,
        encode_chunked=is_chunked,
    )[1]

    assert f'"body": {size}' in told
    assert '"kogu.refused_status": null' in told


def test_a_request_that_does_not_end_is_given_up(environment):
    process, port = start(environment, "http_limits.REQUEST_SECONDS = 0")
    head = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(head)
        assert connection.recv(100).startswith(b"HTTP/1.1 100")
        connection.sendall(b"x")
        assert connection.recv(100) == b""
    process.terminate()
    assert process.wait(20) == 0


def upload(size):
    """A parser that has got so many bytes of an upload that goes on."""
    parser = http_limits.Parser(Adjustments(max_request_body_size=http_limits.MAX_UPLOAD_BODY))
    head = "POST /admin/ HTTP/1.1\r\nCookie: kogu_session=a\r\nContent-Length: 200000\r\n\r\n"
    parser.received(head.encode())
    parser.received(bytes(size))
    return parser


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_STORED_BODIES", 2), ("MAX_STORED_BYTES", 250_000)]
)
def test_large_bodies_are_stored_within_one_limit_and_small_ones_always(monkeypatch, limit, value):
    monkeypatch.setattr(http_limits, limit, value)
    monkeypatch.setattr(http_limits, "stored_bodies", http_limits.StoredBodies())
    first, second = upload(100_000), upload(100_000)

    third, small = upload(100_000), upload(1_000)

    assert first.error is second.error is small.error is None
    assert third.error.code == 503
    first.close()
    del second
    assert (http_limits.stored_bodies.number, http_limits.stored_bodies.bytes) == (0, 0)
    assert upload(100_000).error is None


def test_who_has_asked_is_answered_before_the_process_ends(environment):
    process, port = start(environment)
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.request("GET", "/slow")
        with slow_clients("127.0.0.1", port, half_open=3, slow_bodies=0) as connections:
            process.send_signal(signal.SIGTERM)
            assert connection.getresponse().status == 200
            assert process.wait(20) == 0
            assert still_open(connections) == 0
