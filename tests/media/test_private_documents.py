"""A document in a private collection is named nowhere in public, and its pages change with it."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from directory import models as directory
from events import models as events
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change
from kogu.delivery.models import Change, Tag
from kogu.demo import factories as make
from kogu.media.models import KoguDocument
from kogu.presenting.resolver import Needs, Reader
from kogu.presenting.rich_text import collect, render
from tests import shared_fixtures
from tests.conftest import front_doors

TITLE, FILE, SIZE = "Salajane leping", "salajane-fail", 98765
# As a title, a file name, a size for readers and a size for programs.
SECRETS = (TITLE, FILE, "96.5", "96,5", str(SIZE))
LANGUAGES = [code for code, _name in settings.LANGUAGES]
KINDS = ("organisation", "cluster", "project", "event", "news")


def story(document):
    """Names it as a file, as a link that was chosen, and as a link that was copied."""
    chosen = f'<a linktype="document" id="{document.pk}">ametlik tekst</a>'
    copied = f'<a href="{settings.SITE_URL}{document.url}">koopia</a>'
    text = f"<p>Loe: {chosen}, {copied}.</p>"
    step = {"when": "2021", "title": "Algus", "text": text}
    return make.story(
        ("rich_text", {"text": text}),
        ("document_list", {"title": "", "documents": make.items([document.pk])}),
        ("accordion", {"title": "", "items": make.items([{"title": "Kas?", "text": text}])}),
        ("timeline", {"title": "", "steps": make.items([step, step])}),
    )


def page_of(kind, code, document):
    row = {"document": document, "locale": make.locale_of(code)}
    rows = {
        "organisation": {"documents": [directory.OrganisationDocument(**row)]},
        "cluster": {"strategy_documents": [directory.StrategyDocument(**row)]},
        "project": {"deliverables": [directory.ProjectDeliverable(title="Juhend", **row)]},
        "event": {"materials": [events.EventMaterial(**row)]},
        "news": {},
    }[kind]
    factory = getattr(make, f"{kind.capitalize()}PageFactory")
    body = {} if kind == "project" else {"story": story(document)}
    return factory(locale=code, title=f"{kind} {code}", **rows, **body)


@shared_fixtures.register("documented")
def pages_with_documents():
    """A page of each kind that names a document in every way, in every language."""
    homes = front_doors()
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    outer = root.add_child(name="Office")
    inner = outer.add_child(name="Contracts")
    with public_change():
        document = make.DocumentFactory(
            title=TITLE,
            collection=inner,
            file=ContentFile(b"%PDF-" + b"\0" * (SIZE - 5), f"{FILE}.pdf"),
        )
        pages = {(kind, code): page_of(kind, code, document) for kind in KINDS for code in homes}
    for page in pages.values():
        ReferenceIndex.create_or_update_for_object(page)
    return outer, document, pages


@pytest.fixture
def documented(db):
    """The collection above, the document, and pages by kind and language."""
    return shared_fixtures.copy_of("documented")


def restrict(collection, kind="login", **fields):
    with public_change():
        return CollectionViewRestriction.objects.create(
            collection=Collection.objects.get(pk=collection.pk), restriction_type=kind, **fields
        )


def pages_and_feeds(client, pages):
    """What readers get: pages, lists, feeds and sitemaps."""
    paths = ["/sitemap.xml"]
    for (kind, code), page in pages.items():
        section = page.get_parent().specific.public_url()
        paths += [page.public_url(), section, f"/{code}/", f"/{code}/feed/"]
        if kind in {"news", "event"}:
            paths.append(f"{section}feed/")
        if kind == "event":
            paths.append(f"{section}calendar.ics")
    return {path: body(client, path) for path in dict.fromkeys(paths)}


def answers_of_the_api(client, pages):
    """What programs get: items, lists and search by address."""
    paths = []
    for (kind, code), page in pages.items():
        name = kind if kind == "news" else f"{kind}s"
        paths += [
            f"/api/v1/{name}/{page.translation_key}?locale={code}",
            f"/api/v1/{name}?locale={code}&limit=100",
            f"/api/v1/resolve?path={page.public_url()}",
        ]
    return {path: body(client, path) for path in dict.fromkeys(paths)}


def body(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"]
    return answer.content.decode()


def told(texts):
    return {path for path, text in texts.items() if any(secret in text for secret in SECRETS)}


def everything(client, pages):
    return pages_and_feeds(client, pages) | answers_of_the_api(client, pages)


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


def moved(outer, document):
    closed = outer.get_parent().add_child(name="Closed")
    restrict(closed)
    return closed


def close(outer, document):
    restrict(outer)


def move_in_bulk(outer, document):
    closed = moved(outer, document)
    with public_change():
        KoguDocument.objects.filter(pk=document.pk).update(collection=closed)


def move_alone(outer, document):
    document.collection = moved(outer, document)
    with public_change():
        document.save()


def move_collection(outer, document):
    closed = moved(outer, document)
    with public_change():
        collection = Collection.objects.get(pk=outer.pk)
        collection.save()
        collection.move(Collection.objects.get(pk=closed.pk), "sorted-child")


def delete(outer, document):
    with public_change():
        document.delete()


@pytest.mark.parametrize("way", [close, move_in_bulk, move_alone, move_collection, delete])
def test_pages_change_when_a_document_is_withdrawn(
    client, documented, way, django_capture_on_commit_callbacks
):
    outer, document, pages = documented
    page = pages["event", "lv"]
    seen = client.get(page.public_url())
    tick, tag = Change.objects.latest("tick").tick, f"document:{document.pk}"

    with django_capture_on_commit_callbacks(execute=True):
        way(outer, document)

    again = client.get(page.public_url(), headers={"if-none-match": seen["ETag"]})
    assert again.status_code == 200
    assert told({"page": again.content.decode()}) == set()
    assert tag in seen.shown.tags
    assert Tag.objects.get(name=tag).tick > tick
    changed = Change.objects.filter(tick__gt=tick, action="updated")
    keys = set(changed.values_list("key", flat=True))
    assert {page.translation_key for page in pages.values()} <= keys


def test_pages_name_a_document_again_that_is_opened(client, documented):
    outer, _document, pages = documented
    restriction = restrict(outer)
    page = pages["cluster", "pl"]
    etag = client.get(page.public_url())["ETag"]

    with public_change():
        restriction.delete()

    again = client.get(page.public_url(), headers={"if-none-match": etag})
    assert TITLE in again.content.decode()


def test_a_document_that_is_replaced_is_told_with_its_pages(client, documented):
    _outer, document, pages = documented
    page = pages["organisation", "en"]
    etag = client.get(page.public_url())["ETag"]

    with public_change():
        document.title = "Uus leping"
        document.save()

    again = client.get(page.public_url(), headers={"if-none-match": etag})
    assert "Uus leping" in again.content.decode()
    assert Change.objects.filter(key=page.translation_key).latest("tick").action == "updated"


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
