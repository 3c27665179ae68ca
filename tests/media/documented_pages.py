"""Pages of every kind that name one document, and all that the public is answered about them."""

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from directory import models as directory
from events import models as events
from kogu.delivery.changes import public_change
from kogu.demo import factories as make
from tests import shared_fixtures

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


@shared_fixtures.fixture
def documented(homes):
    """A page of each kind that names a document in every way, in every language."""
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
