"""Addresses and days that a page says to machines, or hides from them, are understood."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand

SENTENCE = "The villagers of Vireda repaired the mill, and everybody came to see it."


def understood(body: str, head: str = "") -> dict:
    page = f'<html lang="en"><head>{head}</head><body><main>{body}</main></body></html>'
    return understand(read(page.encode(), "a.html")).as_json()


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ('<a href="mailto:mary@mill.example">write to her</a>', ""),
        ('<a href="mailto:mary%40mill.example?subject=x">e-mail</a>', ""),
        (
            '<a href="/cdn-cgi/l/email-protection#422f23303b022f2b2e2e6c273a232f322e27">write</a>',
            "",
        ),
        ('<span style="unicode-bidi: bidi-override; direction:rtl">elpmaxe.llim@yram</span>', ""),
        (
            '<i class="turned">elpmaxe.llim@yram</i>',
            "<style>.turned{direction:rtl; unicode-bidi:bidi-override}</style>",
        ),
    ],
)
def test_an_address_that_is_not_written_plainly(said, head):
    contact = f"Contact: Mary Oaktree, {said}, phone +372 5550 1234"

    found = understood(f"<h1>Mill</h1><p>{SENTENCE}</p><p>{contact}</p>", head)

    assert [(one["name"], one["role"], one["email"], one["phone"]) for one in found["people"]] == [
        ("Mary Oaktree", "", "mary@mill.example", "+372 5550 1234")
    ]


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    "head",
    [
        linked('{"@type": "NewsArticle", "datePublished": "2027-03-02T22:30:00Z"}'),
        linked('{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "datePublished":'
               ' "2027-03-03T09:00+02:00"}]}'),
        linked('[{"@type": "Event", "startDate": "2027-03-03", "datePublished": "2027-01-01"}]'),
        linked("{broken") + '<meta itemprop="datePublished" content="2027-03-03">',
        linked("[" * 5000) + '<meta itemprop="datePublished" content="2027-03-03">',
    ],
)  # fmt: skip
def test_the_day_that_a_page_says_to_machines(head, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Tallinn")

    found = understood(f"<h1>Mill opens</h1><p>{SENTENCE}</p>", head)

    assert found["date"]["value"] == "2027-03-03"
