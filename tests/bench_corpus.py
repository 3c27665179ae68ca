"""The corpus of `make bench`: news in bulk, copied from one complete item."""

import copy
import uuid

from django.db import connection
from wagtail.models import Page

from home.models import NewsPage
from kogu.content.card_sync import rebuild
from kogu.delivery.changes import public_change, touch_tag
from kogu.demo.factories import (
    ImageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    TopicFactory,
)
from kogu.demo.factories.stories import story
from kogu.media.renditions import make_now

PARAGRAPH = (
    "Avapäeval käis majas üle kuuesaja inimese. Kohal olid käsitöölised kolmest maakonnast, "
    "naaberküla kool ja <b>peaaegu kogu</b> valla volikogu. Meierei seisis tühjana kakskümmend "
    "aastat; nüüd on seal kolmkümmend neli töökohta, kolm töökoda ja saal, mida saab rentida "
    'tunni kaupa. <a href="https://example.org/hinnad?kuu=11">Hinnad</a> on majas väljas.'
)
STORY = (
    PARAGRAPH,
    ("heading", {"text": "Mis saab edasi", "level": "2"}),
    PARAGRAPH,
    ("quote", {"text": "Otsisin kudujat kaks aastat.", "attribution": "Liis Kask", "role": ""}),
    PARAGRAPH,
)


def fill(size):
    """So many news items, one made by its factory and the rest copied from its rows."""
    first = _first()
    with public_change():
        pages = _pages_like(Page.objects.get(pk=first.pk), size)
        _copy_news_rows(first.pk, pages)
        for relation in ("page_topics", "page_projects"):
            _copy_rows(getattr(NewsPage, relation).rel.related_model, first.pk, pages)
        rebuild()
        touch_tag("bench")


def _first():
    with public_change():
        image = ImageFactory()
    make_now(image.pk)
    return NewsPageFactory(
        hero_image=image,
        hero_alt="Mets",
        story=story(*STORY),
        topics=[TopicFactory()],
        projects=[(ProjectPageFactory(), "funded_by")],
    )


def _pages_like(base, size):
    parent = base.get_parent()
    pages = []
    for number in range(1, size):
        page = _as_new(base)
        page.path = Page._get_path(parent.path, base.depth, number + 1)
        page.title = page.draft_title = f"{base.title} {number}"
        page.slug = f"{base.slug}-{number}"
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.translation_key = uuid.uuid4()
        page.latest_revision = page.live_revision = None
        pages.append(page)
    made = Page.objects.bulk_create(pages, batch_size=200)
    Page.objects.filter(pk=parent.pk).update(numchild=size)
    return made


def _copy_news_rows(source, pages):
    own = [f for f in NewsPage._meta.local_concrete_fields if f.name != "page_ptr"]
    columns = ", ".join(f'"{f.column}"' for f in own)
    table = NewsPage._meta.db_table
    with connection.cursor() as cursor:
        for page in pages:
            cursor.execute(
                f'INSERT INTO "{table}" (page_ptr_id, {columns}) '
                f'SELECT %s, {columns} FROM "{table}" WHERE page_ptr_id = %s',
                [page.pk, source],
            )


def _copy_rows(model, source, pages):
    made = []
    for row in model.objects.filter(page_id=source):
        for page in pages:
            copied = _as_new(row)
            copied.page_id = page.pk
            made.append(copied)
    model.objects.bulk_create(made, batch_size=500)


def _as_new(row):
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made._state.adding = True
    made.pk = None
    if hasattr(made, "id"):
        made.id = None
    return made
