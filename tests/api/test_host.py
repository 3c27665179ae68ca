"""Whole addresses are the site's, whatever host a request names."""

import pytest

PATHS = (
    *("/", "/en/", "/en/news/", "/en/feed/", "/en/news/feed/", "/sitemap.xml", "/robots.txt"),
    *("/api/v1/news", "/api/v1/events", "/api/v1/openapi.json", "/en/no-such-page/"),
)


@pytest.mark.parametrize("path", PATHS)
def test_an_invented_host_is_repeated_nowhere(client, scenario, path):
    response = client.get(path, headers={"host": "evil.example", "x-forwarded-host": "evil.test"})

    told = response.getvalue().decode() + str(response.headers)
    assert response.status_code in {200, 301, 302, 404}
    assert "evil" not in told
