"""A document in a private collection is named nowhere in public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection

from kogu.content.completeness import problems
from kogu.demo import factories as make
from kogu.presenting.resolver import Needs, Reader
from kogu.presenting.rich_text import collect, render
from tests.media.documented_pages import KINDS, TITLE, body, everything, restrict, told


def test_an_open_document_is_named_on_every_page(client, documented):
    _outer, _document, pages = documented

    found = told(everything(client, pages))

    assert {page.public_url() for page in pages.values()} <= found
    assert len([path for path in found if path.startswith("/api/")]) >= len(pages)


@pytest.mark.parametrize(
    "how", [{}, {"kind": "password", "password": "koiv"}, {"kind": "groups"}], ids=str
)
def test_a_document_below_a_private_collection_is_named_nowhere(client, documented, how):
    outer, _document, pages = documented

    restrict(outer, **how)

    texts = everything(client, pages)
    assert told(texts) == set()
    news = texts[pages["news", "et"].public_url()]
    assert "ametlik tekst" in news
    assert "koopia" in news


def test_who_may_have_it_gets_the_same_public_page(client, admin_user, documented):
    outer, _document, pages = documented
    restrict(outer)
    page = pages["event", "et"].public_url()
    before = body(client, page)

    client.force_login(admin_user)

    assert body(client, page) == before


def test_a_draft_is_previewed_as_readers_will_see_it(client, admin_user, documented):
    outer, _document, pages = documented
    restrict(outer)
    client.force_login(admin_user)

    for kind in KINDS:
        draft = make.save_draft(make.fresh(pages[kind, "et"]))
        html = body(client, reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
        assert told({kind: html}) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_many_documents_cost_as_much_as_one(client, documented, kind):
    _outer, document, pages = documented
    page = pages[kind, "en"]

    few = cost(client, page)
    files = [document, *make.DocumentFactory.create_batch(20)]
    with_many(page, kind, files)

    assert cost(client, page) == few


def cost(client, page):
    client.get(page.public_url())
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.public_url()).status_code == 200
    return len(queries)


def with_many(page, kind, files):
    page = make.fresh(page)
    names = {
        "organisation": "documents",
        "cluster": "strategy_documents",
        "project": "deliverables",
        "event": "materials",
    }
    if name := names.get(kind):
        rows = getattr(page, name)
        rows.set([rows.model(document=file, locale=page.locale, title="Fail") for file in files])
    if kind != "project":
        pks = make.items([file.pk for file in files])
        text = ("rich_text", {"text": "<p>Loe.</p>"})
        page.story = make.story(text, ("document_list", {"title": "", "documents": pks}))
    make.publish(page)


@pytest.mark.parametrize("kind", KINDS)
def test_the_editor_is_warned_and_not_held_up(documented, kind):
    outer, _document, pages = documented
    page = make.fresh(pages[kind, "et"])
    before = problems(page)
    restrict(outer)

    warned = [problem for problem in problems(page) if problem not in before]

    assert all(problem.is_warning and TITLE in problem.message for problem in warned)
    fields = {
        "organisation": {"documents", "story"},
        "cluster": {"strategy_documents", "story"},
        "project": {"deliverables"},
        "event": {"materials", "story"},
        "news": {"story"},
    }
    assert {problem.field for problem in warned} == fields[kind]


def test_the_editor_is_warned_of_a_private_picture(documented):
    outer, _document, pages = documented
    page = make.fresh(pages["news", "et"])
    page.hero_image = make.ImageFactory(collection=Collection.objects.get(pk=outer.pk))
    before = problems(page)
    restrict(outer)

    warned = [problem for problem in problems(page) if problem not in before]

    assert ("hero_image", True) in {(problem.field, problem.is_warning) for problem in warned}


@pytest.mark.parametrize("pk", ["0", "9" * 30, "x", "-1", "\u0661"])
def test_a_link_to_no_document_keeps_its_words(db, pk):
    html = f'<p><a linktype="document" id="{pk}">sõnad</a></p>'
    needs = Needs(Reader("et"))

    collect(html, needs)

    assert "href" not in render(html, needs.resolve())
