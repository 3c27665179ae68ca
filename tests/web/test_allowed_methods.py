"""Public addresses are for reading: whatever else is asked of them is refused, and says why."""

READABLE = [
    *("/", "/et/", "/et/uudised/", "/et/uudised/tegijad-kohtusid/", "/et/uudised/feed/"),
    *("/sitemap.xml", "/sitemap-1.xml", "/robots.txt"),
]
METHODS = ["TRACE", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "QUERY"]


def test_nothing_but_reading_is_answered(client, news):
    client.handler.enforce_csrf_checks = True

    for address in [*READABLE, "/documents/1/report.pdf", "/media/a.jpg"]:
        for method in METHODS:
            response = client.generic(method, address)

            assert response.status_code == 405, (method, address)
            assert response["Allow"] == "GET, HEAD"
            assert response.content == b""


def test_reading_is_answered(client, news):
    for address in READABLE:
        whole, head = client.get(address), client.head(address)

        assert whole.status_code == head.status_code == (302 if address == "/" else 200)
        assert head.content == b""
