"""Queries and CPU time per request, on 100 and 3 000 news items, beside the goals.

Run by `make bench`. The corpus is inserted in bulk and kept for the next run. CPU
time is this process's own, the median of several rounds; cold means that nothing
was remembered of the page asked for.
"""

import copy
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

from tests.databases import CACHE, ROOT, sqlite_clone, state

SIZES = (100, 3000)
ROUNDS = 15
# What a plain Wagtail site of the same content needs, in CPU milliseconds, and how many times
# less is asked of us when nothing is cached.
GOALS = {
    "HTML detail": (21.2, 2.5),
    "HTML list": (33.0, 2.0),
    "API list of 20": (92.4, 4.0),
    "API detail": (16.4, 3.0),
    "publish": (82.0, 1.0),
}


def corpus(size):
    """A database with that many news items, made once for each state of the migrations."""
    kept = CACHE / f"bench-{state()}-{size}.sqlite3"
    if not kept.exists():
        clone = sqlite_clone()
        _in_process("fill", clone, str(size))
        clone.rename(kept)
    return kept


def _in_process(verb, database, *arguments):
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "kogu.settings.test",
    }
    command = [sys.executable, "-m", "tests.bench", verb, *arguments]
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return answer.stdout


def fill(size):
    """One complete item by its factory, the rest copied from its rows."""
    from django.db import connection
    from wagtail.models import Page

    from home.models import NewsPage
    from kogu.base.settling import rebuild
    from kogu.delivery.changes import public_change, touch_tag
    from kogu.demo.factories import (
        ImageFactory,
        NewsPageFactory,
        ProjectPageFactory,
        TopicFactory,
    )
    from kogu.media.renditions import make_now

    with public_change():
        image = ImageFactory()
    make_now(image.pk)
    first = NewsPageFactory(
        hero_image=image,
        hero_alt="Mets",
        topics=[TopicFactory()],
        projects=[(ProjectPageFactory(), "funded_by")],
    )
    row = NewsPage.objects.get(pk=first.pk)
    base = Page.objects.get(pk=first.pk)
    parent = base.get_parent()
    pages = []
    for number in range(1, size):
        page = copy.copy(base)
        page.pk = page.id = None
        page._state = copy.copy(base._state)
        page._state.adding = True
        page.path = Page._get_path(parent.path, base.depth, number + 1)
        page.title = page.draft_title = f"{base.title} {number}"
        page.slug = f"{base.slug}-{number}"
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.translation_key = uuid.uuid4()
        page.latest_revision = page.live_revision = None
        pages.append(page)
    own = [f for f in NewsPage._meta.local_concrete_fields if f.name != "page_ptr"]
    columns = ", ".join(f'"{f.column}"' for f in own)
    table = NewsPage._meta.db_table
    with public_change():
        Page.objects.bulk_create(pages, batch_size=200)
        Page.objects.filter(pk=parent.pk).update(numchild=size)
        with connection.cursor() as cursor:
            for page in pages:
                cursor.execute(
                    f'INSERT INTO "{table}" (page_ptr_id, {columns}) '
                    f'SELECT %s, {columns} FROM "{table}" WHERE page_ptr_id = %s',
                    [page.pk, row.pk],
                )
        for relation in ("page_topics", "page_projects"):
            model = getattr(NewsPage, relation).rel.related_model
            held = model.objects.filter(page_id=row.pk)
            model.objects.bulk_create(
                [_row_for(one, page) for page in pages for one in held], batch_size=500
            )
        rebuild()
        touch_tag("bench")


def _row_for(row, page):
    made = copy.copy(row)
    made.pk = None
    made._state = copy.copy(row._state)
    made._state.adding = True
    made.page_id = page.pk
    return made


def measure():
    """Median CPU milliseconds and queries for every measure, as JSON."""
    from django.test import Client

    from home.models import NewsPage

    client = Client()
    pages = list(NewsPage.objects.live().order_by("pk")[: ROUNDS + 1])
    section = pages[0].get_parent().specific
    measures = {
        "HTML detail": lambda n: client.get(pages[n].public_url()),
        "HTML list": lambda n: client.get(f"{section.public_url()}?page={n % 3 + 1}"),
        "API list of 20": lambda n: client.get("/api/v1/news?limit=20&include=images"),
        "API detail": lambda n: client.get(f"/api/v1/news/{pages[n].translation_key}"),
        "publish": lambda n: _publish(pages[n]),
    }
    print(json.dumps({name: _measured(run) for name, run in measures.items()}))


def _publish(page):
    from kogu.delivery.changes import public_change

    with public_change():
        page.title += "!"
        page.save_revision().publish()


def _measured(run):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    run(0)
    with CaptureQueriesContext(connection) as queries:
        run(1)
    cost = len(queries)
    spent = []
    for number in range(1, ROUNDS + 1):
        began = time.process_time()
        run(number)
        spent.append((time.process_time() - began) * 1000)
    return {"queries": cost, "ms": round(statistics.median(spent), 1)}


def table():
    """Print every measure on both sizes beside its goal."""
    found = {size: json.loads(_in_process("measure", _copy(corpus(size)))) for size in SIZES}
    small, large = SIZES
    print(
        f"{'measure':<16} {'queries':>8} {f'ms at {small}':>11} {f'ms at {large}':>12} "
        f"{'growth':>7} {'goal ms':>8}"
    )
    for name, (plain, times) in GOALS.items():
        one, many = found[small][name], found[large][name]
        print(
            f"{name:<16} {many['queries']:>8} {one['ms']:>11} {many['ms']:>12} "
            f"{many['ms'] / one['ms']:>7.2f} {plain / times:>8.1f}"
        )


def _copy(database):
    folder = Path(tempfile.mkdtemp(prefix="kogu-bench-"))
    target = folder / "bench.sqlite3"
    target.write_bytes(database.read_bytes())
    return target


def importer():
    """Field precision and recall of the importer on the documents it was not tuned on."""
    subprocess.run(
        [sys.executable, "-m", "kogu.imports.score", "tests/imports/heldout"], cwd=ROOT, check=True
    )


if __name__ == "__main__":
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb:
        import django

        django.setup()
    if verb == "fill":
        fill(int(sys.argv[2]))
    elif verb == "measure":
        measure()
    else:
        table()
        importer()
