"""Measure what searches cost.

    python -m tools.bench.search [--guides 1000]        (in a trial folder of its own)

Milliseconds of the processor in this process, the middle of several runs; `times` is
beside a view that does nothing, asked in the same way. DATABASE_URL names another
database than a SQLite file, which has to be empty.
"""

import argparse
import os
import tempfile
import time

from tools.testbed.environment import for_a_trial

from .tables import milliseconds, prepare, visits

GUIDES = 1_000
SEARCHES = {
    "a word": "pay",
    "a word of a career": "harbour",
    "a question": "how much does a harbour engineer earn",
    "a phrase": '"harbour engineer"',
    "a number": "120000",
    "two misspelt words": "harbor enginer",
    "nothing that there is": "zymurgy",
}
SUGGESTIONS = {"three letters": "har", "two words": "harbour eng"}
RUNS = 25


def main():
    options = argparse.ArgumentParser(prog="python -m tools.bench.search")
    options.add_argument("--guides", type=int, default=GUIDES)
    guides = options.parse_args().guides
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        database = os.environ.get("DATABASE_URL")
        os.environ |= for_a_trial(state, DEBUG="false")
        if database:
            os.environ["DATABASE_URL"] = database
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        tell(guides)


def tell(guides):
    from careerguide.exchange import samples
    from careerguide.search.models import Document, Section
    from careerguide.search.updates import rebuild

    samples.make(guides)
    started = time.process_time()
    count = rebuild()
    took = (time.process_time() - started) / max(1, count) * 1000
    print(
        f"{count:9,} items, {Section.objects.count():,} sections of {guides:,} guides"
    )
    print(f"{took:9.2f} ms to index one of {Document.objects.count():,}")
    for name, size in sizes():
        print(f"{size:9.2f} times the text: {name}")
    empty = milliseconds(visits("/healthz"), 200)
    print(f"{'ms':>9} {'times':>8} {'queries':>8}")
    for kind, path, texts in (
        ("search", "/search/", SEARCHES),
        ("suggestion", "/search/suggestions/", SUGGESTIONS),
    ):
        for name, text in texts.items():
            visit = visits(f"{path}?q={text.replace(' ', '+')}")
            visit()
            took, queries = milliseconds(visit, RUNS), queries_of(visit)
            print(f"{took:9.2f} {took / empty:8.2f} {queries:8}  {kind}: {name}")
    print(f"{empty:9.3f} {1:8.2f} {0:8}  a view that does nothing")


def queries_of(visit):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        visit()
    return len(captured)


def sizes():
    """(what, its bytes beside those of the text that is indexed)."""
    from django.db import connection
    from django.db.models import Sum
    from django.db.models.functions import Length

    from careerguide.search.backends import sqlite
    from careerguide.search.models import Section

    text = sum(
        Section.objects.aggregate(n=Sum(Length(name)))["n"] or 0
        for name in ("heading", "key", "text")
    )
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            tables = f"{sqlite.TABLE}%", "search_%"
            sql = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE %s OR name LIKE %s"
            cursor.execute(
                "SELECT 1 FROM pragma_compile_options WHERE "
                "compile_options = 'ENABLE_DBSTAT_VTAB'"
            )
            if not cursor.fetchone():
                return
            cursor.execute(sql, tables)
            yield "the index, with what is shown of it", cursor.fetchone()[0] / text
            cursor.execute(sql, (f"{sqlite.TABLE}%", ""))
            yield "of that, the words alone", cursor.fetchone()[0] / text
        else:
            sql = (
                "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
                "WHERE relkind = 'r' AND relname LIKE %s"
            )
            for name, like in (
                ("the index, with what is shown of it", "search\\_%"),
                ("of that, the words alone", "search\\_words\\_of\\_%"),
            ):
                cursor.execute(sql, [like])
                yield name, float(cursor.fetchone()[0]) / text


if __name__ == "__main__":
    main()
