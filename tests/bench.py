"""Queries and CPU time per request, on 100 and 3 000 news items, beside the goals.

Run by `make bench`. The corpus is inserted in bulk and kept for the next run. CPU
time is this process's own: the median of several requests, in rounds that take
turns between the two sizes. Cold means that nothing was remembered of the page
asked for; what all pages share is in memory, as it is after the first visitor.
"""

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.databases import CACHE, ROOT, sqlite_clone, state

SIZES = (100, 3000)
ROUNDS = 3
REQUESTS = 25
MOST_GROWTH = 1.3
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
    """A database with that many news items, made once for each state of what it is made of."""
    made_of = hashlib.sha256((ROOT / "tests" / "bench_corpus.py").read_bytes()).hexdigest()[:8]
    kept = CACHE / f"bench-{state()}-{made_of}-{size}.sqlite3"
    if not kept.exists():
        clone = sqlite_clone()
        _in_process("fill", clone, str(size))
        clone.rename(kept)
    return kept


def _in_process(verb, database, *arguments):
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DATA_DIR": str(database.parent),
        "DJANGO_SETTINGS_MODULE": "tests.bench_settings",
        "LOG_LEVEL": "WARNING",
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "tests.bench", verb, *arguments]
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return answer.stdout


def measure():
    """Median CPU milliseconds and queries for every measure, as JSON."""
    print(json.dumps({name: _measured(run) for name, run in measures().items()}))


def measures():
    """What is measured: a function of the number of the try for each name."""
    from django.test import Client

    from home.models import NewsPage

    client = Client()
    pages = list(NewsPage.objects.live().order_by("pk")[: REQUESTS + 1])
    section = pages[0].get_parent().specific.public_url()
    urls = [page.public_url() for page in pages]

    def get(path):
        response = client.get(path)
        assert response.status_code == 200, path
        return response

    return {
        "HTML detail": lambda n: get(urls[n]),
        "HTML list": lambda n: get(f"{section}?page={n % 3 + 1}"),
        "API list of 20": lambda n: get("/api/v1/news?limit=20&include=images"),
        "API detail": lambda n: get(f"/api/v1/news/{pages[n].translation_key}"),
        "publish": lambda n: _publish(pages[n]),
    }


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
        run(0)
    cost = len(queries)
    spent = []
    for number in range(1, REQUESTS + 1):
        began = time.process_time()
        run(number)
        spent.append((time.process_time() - began) * 1000)
    return {"queries": cost, "ms": statistics.median(spent)}


def table():
    """Print every measure on both sizes beside its goal."""
    databases = {size: corpus(size) for size in SIZES}
    rounds = {size: [] for size in SIZES}
    for _round in range(ROUNDS):
        for size, database in databases.items():
            rounds[size].append(_once(database))
    small, large = SIZES
    print(
        f"{'measure':<16} {'queries':>8} {f'ms at {small}':>11} {f'ms at {large}':>12} "
        f"{'spread':>13} {'growth':>7} {'goal ms':>8}"
    )
    for name, (plain, times) in GOALS.items():
        one, many = ([found[name]["ms"] for found in rounds[size]] for size in SIZES)
        usual, grown = statistics.median(one), statistics.median(many)
        goal, growth = plain / times, grown / usual
        missed = "" if grown <= goal and growth <= MOST_GROWTH else "  missed"
        print(
            f"{name:<16} {rounds[large][0][name]['queries']:>8} {usual:>11.1f} {grown:>12.1f} "
            f"{f'{min(many):.1f}–{max(many):.1f}':>13} {growth:>7.2f} {goal:>8.1f}{missed}"
        )


def _once(database):
    folder = Path(tempfile.mkdtemp(prefix="kogu-bench-"))
    try:
        shutil.copy(database, folder / "bench.sqlite3")
        return json.loads(_in_process("measure", folder / "bench.sqlite3"))
    finally:
        shutil.rmtree(folder)


def importer():
    """Field precision and recall of the importer on the documents it was not tuned on."""
    subprocess.run(
        [sys.executable, "-m", "tests.imports.score", "tests/imports/heldout"], cwd=ROOT, check=True
    )


if __name__ == "__main__":
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb:
        import django

        django.setup()
    if verb == "fill":
        from tests.bench_corpus import fill

        fill(int(sys.argv[2]))
    elif verb == "measure":
        measure()
    else:
        table()
        importer()
