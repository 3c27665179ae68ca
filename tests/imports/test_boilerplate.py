"""What stands around the content of a page goes and is said, and never the content."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand

STORY = "The mill opened again after two years of repairs, and bread is baked every Friday. " * 2


def page(inside: str, head: str = ""):
    document = f"<html><head>{head}</head><body><h1>Mill</h1>{inside}<p>{STORY}</p></body></html>"
    return read(document.encode(), "a.html")


def words(source) -> list[str]:
    return [line.text for line in source.lines]


def left_out(source) -> dict[str, str]:
    return {notice.code: notice.text for notice in source.notices}


@pytest.mark.parametrize(
    "attributes",
    [
        'class="post category-menu tag-cookies"',
        'class="with-sidebar has-navigation"',
        'id="cookie-policy-of-the-bakery"',
        'class="consent-form-explained"',
        'class="elementor-widget elementor-widget-text-editor"',
        'class="menu-of-the-day"',
        'class="tags"',
        'class="search-results-text"',
    ],
)
def test_words_in_a_name_do_not_take_content_away(attributes):
    source = page(f"<div {attributes}><p>Rye bread and soup for 4 EUR.</p></div>")

    assert "Rye bread and soup for 4 EUR." in words(source)
    assert "navigation_removed" not in left_out(source)


@pytest.mark.parametrize(
    "markup",
    [
        '<nav><a href="/">Front page</a></nav>',
        '<div role="navigation">Front page</div>',
        '<div class="main-menu"><a href="/">Front page</a></div>',
        '<ul class="breadcrumbs"><li>Front page</li></ul>',
        '<div class="share-links"><a href="/f">Front</a> <a href="/x">page</a></div>',
        '<div id="cookie-banner"><p>Front page</p><button>OK</button></div>',
        "<header>Front page</header>",
        "<aside>Front page</aside>",
    ],
)
def test_what_stands_around_is_left_out_and_said(markup):
    source = page(markup)

    assert "Front page" not in " ".join(words(source))
    assert "Front page" in left_out(source)["navigation_removed"]


def test_an_element_that_holds_most_of_the_page_is_its_content():
    source = read(f"<body><aside><p>{STORY}</p></aside><p>Short.</p></body>".encode(), "a.html")

    assert STORY.strip() in words(source)


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="display: none">Secret</p>',
        '<p style="VISIBILITY:hidden">Secret</p>',
        '<p style="font-size:0">Secret</p>',
        '<span style="mso-hide:all">Secret</span>',
        "<p hidden>Secret</p>",
        '<span aria-hidden="true">Secret</span>',
        '<p class="gone">Secret</p>',
        "<noscript>Secret</noscript>",
    ],
)
def test_hidden_text_is_left_out_and_said(markup):
    source = page(
        markup, "<style>h9, .gone { display: none } @media print { p {display:none} }</style>"
    )

    assert "Secret" not in " ".join(words(source))
    assert left_out(source)["hidden_left_out"] == "Secret"


@pytest.mark.parametrize(
    "markup",
    [
        "<del>8 EUR</del>",
        "<s>8 EUR</s>",
        "<strike>8 EUR</strike>",
        '<span style="text-decoration: line-through red">8 EUR</span>',
        '<span class="old">8 EUR</span>',
    ],
)
def test_struck_text_is_left_out_and_said(markup):
    source = page(
        f"<p>Entry: {markup} 5 EUR</p>", "<style>.old{text-decoration:line-through}</style>"
    )

    assert "Entry: 5 EUR" in words(source)
    assert left_out(source)["struck_left_out"] == "8 EUR"


def test_raised_digits_do_not_join_the_number_before_them():
    source = page("<p>It costs 24 000<sup>1</sup> EUR and has 30 m<sup>2</sup>.</p>")

    assert "It costs 24 000¹ EUR and has 30 m²." in words(source)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/cdn-cgi/l/email-protection" data-cfemail="{code}">[email&#160;protected]</a>',
        '<a href="/cdn-cgi/l/email-protection#{code}"><span data-cfemail="{code}">[…]</span></a>',
        '<a href="/cdn-cgi/l/email-protection#{code}">[email protected]</a>',
        '<span class="__cf_email__" data-cfemail="{code}">[email protected]</span>',
    ],
)
def test_addresses_that_cloudflare_encoded_are_revealed(markup):
    source = page(f"<p>Write to {markup.format(code='422f23303b022f2b2e2e6c273a232f322e27')}.</p>")

    assert "Write to mary@mill.example." in words(source)


def test_a_broken_encoded_address_stays_as_it_was():
    source = page('<p>Write to <span data-cfemail="42zz">[email protected]</span>.</p>')

    assert "Write to [email protected]." in words(source)


def test_lists_that_word_saved_lose_their_marks():
    number = "<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span>"
    rows = [("1", "1.", "roof"), ("2", "o", "tiles"), ("1", "2.", "floor")]
    source = page(
        "".join(
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
            f"<![if !supportLists]>{number.format(mark=mark)}<![endif]>{text}</p>\n"
            for level, mark, text in rows
        )
    )

    items = [(line.text, line.ordered, line.level) for line in source.lines if line.kind == "item"]
    assert items == [("roof", True, 0), ("tiles", False, 1), ("floor", True, 0)]


CONTACT = "Contact: Mari Kask, mari@a.example"


@pytest.mark.parametrize(
    "markup",
    [
        "<footer><p>{}</p><p>All rights of the mill reserved</p></footer>",
        "<footer>{}<br>All rights of the mill reserved</footer>",
        '<div role="contentinfo"><p>{}</p><p>All rights of the mill reserved</p></div>',
        '<div class="site-footer"><p>{}</p><p>All rights of the mill reserved</p></div>',
        "<aside><p>{}</p><p>All rights of the mill reserved</p></aside>",
    ],
)
def test_a_contact_in_a_footer_is_offered_and_stays_in_the_text(markup):
    page = f"<body><main><h1>Day</h1><p>{STORY}</p></main>{markup.format(CONTACT)}</body>"

    found = understand(read(page.encode(), "a.html")).as_json()

    assert [(one["name"], one["email"]) for one in found["people"]] == [
        ("Mari Kask", "mari@a.example")
    ]
    assert CONTACT in [one.get("html") for one in found["body"]]
    assert "All rights" not in str(found["body"])
    assert "All rights of the mill reserved" in [one["text"] for one in found["warnings"]]


def test_what_is_said_of_pictures_elsewhere_is_told():
    page = (
        f'<body><header><img src="l.png" alt="Arms of Vireda"></header><h1>Day</h1><p>{STORY}</p>'
        '<p><img src="a.jpg" alt="The miller"></p><p><img src="b.jpg"></p></body>'
    )

    found = left_out(read(page.encode(), "a.html"))

    assert found["pictures_left_out"] == "2: The miller"
    assert found["navigation_removed"] == "Arms of Vireda"


def test_a_table_keeps_its_caption():
    rows = "<tr><th>Day</th><th>From</th><th>Who</th></tr>" + 2 * "<tr><td>a<td>b<td>c</tr>"
    page = f"<h1>Day</h1><p>{STORY}</p><table><caption>Open hours</caption>{rows}</table>"

    found = understand(read(page.encode(), "a.html")).as_json()

    assert [one["caption"] for one in found["body"] if one["type"] == "table"] == ["Open hours"]
    assert "left_out" not in [one["code"] for one in found["warnings"]]


def test_a_caption_that_is_too_long_stands_above_its_table():
    rows = "<tr><th>Day</th><th>From</th><th>Who</th></tr>" + 2 * "<tr><td>a<td>b<td>c</tr>"
    caption = "Long " * 50
    page = f"<h1>Day</h1><p>{STORY}</p><table><caption>{caption}</caption>{rows}</table>"

    *_rest, above, table = understand(read(page.encode(), "a.html")).as_json()["body"]

    assert (above["html"], table["type"]) == (caption.strip(), "table")
    assert "caption" not in table
