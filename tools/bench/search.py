"""Measure what searches cost, on SQLite and PostgreSQL.

    python -m tools.bench.search [--guides 1000] [--rounds 25]

Milliseconds of the processor in this process, the middle of several rounds in which all
searches take turns, beside pages in the same rounds: a view that does nothing, and a
list of articles made anew, which is what an ordinary page costs. `anew` is the middle
of those where this process remembers no word. Of PostgreSQL, `server` is what its own
process took, on Linux.
"""

import argparse
import os
import tempfile
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import statistics
from tools.testbed.databases import databases
from tools.testbed.environment import for_a_trial

from .tables import prepare, visits

GUIDES = 1_000
EMPTY, LIST = "a view that does nothing", "a list of articles"
FLOOR = "the page of the search, with no word asked for"
SEARCHES = {
    "a word that many have": "pay",
    "a word of careers": "harbour",
    "a question": "how much does a harbour engineer earn",
    "a phrase": '"harbour engineer"',
    "a number": "120000",
    "two misspelt words": "harbor enginer",
    "nothing that there is": "zymurgy",
}
SUGGESTIONS = {
    "suggestions, three letters": "har",
    "suggestions, two words": "harbour eng",
}
ROUNDS, ROUNDS_ANEW, INDEXED = 25, 5, 400


def main():
    options = argparse.ArgumentParser(prog="python -m tools.bench.search")
    options.add_argument("--guides", type=int, default=GUIDES)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        with databases(state, [options.guides]) as found:
            for name, by_size in found.items():
                by_size[options.guides]()
                print(f"\n{name}, {options.guides:,} sample guides")
                tell_index()
                tell(options.rounds)


def tell_index():
    from careerguide.search import index
    from careerguide.search.documents import all_documents
    from careerguide.search.models import Document, Section

    started = time.process_time()
    documents = [*islice(all_documents(), INDEXED)]
    index.put(documents)
    took = (time.process_time() - started) / len(documents) * 1000
    items, sections = Document.objects.count(), Section.objects.count()
    print(f"{items:9,} items, {sections:,} sections")
    print(f"{took:9.2f} ms to index one again, {INDEXED} at once")
    for name, size in sizes():
        print(f"{size:9.2f} times the text: {name}")


def tell(rounds):
    tasks = {
        EMPTY: visits("/healthz"),
        LIST: visits("/articles/"),
        FLOOR: visits("/search/"),
    }
    for path, texts in (
        ("/search/", SEARCHES),
        ("/search/suggestions/", SUGGESTIONS),
    ):
        for name, text in texts.items():
            tasks[name] = visits(f"{path}?{urlencode({'q': text})}")
    queries = {name: queries_of(visit) for name, visit in tasks.items()}
    times, anew, server = measure(tasks, rounds)
    empty, listed = (statistics.median(times[name]) for name in (EMPTY, LIST))
    print(f"{'ms':>9} {'(least)':>9} {'times':>7} {'of a list':>10}", end=" ")
    print(f"{'anew':>7} {'server':>7} {'queries':>8}")
    for name in tasks:
        took = statistics.median(times[name])
        print(f"{took:9.2f} ({min(times[name]):7.2f}) {took / empty:7.1f}", end=" ")
        print(f"{took / listed:10.2f} {statistics.median(anew[name]):7.2f}", end=" ")
        print(f"{statistics.median(server[name]):7.2f} {queries[name]:8}  {name}")


def measure(tasks, rounds):
    """Milliseconds by task: of rounds, of those without a memory, of the server."""
    times, anew, server = (defaultdict(list) for _ in range(3))
    for _ in range(rounds):
        for name, visit in tasks.items():
            before = server_time()
            times[name].append(timed(visit))
            server[name].append(server_time() - before)
    for _ in range(ROUNDS_ANEW):
        for name, visit in tasks.items():
            forget()
            anew[name].append(timed(visit))
    return times, anew, server


def timed(visit):
    started = time.process_time()
    visit()
    return 1000 * (time.process_time() - started)


def forget():
    """Empty what this process keeps of words and of pages."""
    from careerguide.caching.memory import memory_cache
    from careerguide.search import initials, plain_text, stems, synonyms, tokens

    memory_cache.clear()
    for module in (initials, plain_text, stems, synonyms, tokens):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear") and thing.cache_info().maxsize > 1_000:
                thing.cache_clear()


def server_time():
    """Milliseconds that the process of PostgreSQL has worked for us; 0 of SQLite."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    file = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return int(file.read_text().split()[0]) / 1e6 if file.exists() else 0


def queries_of(visit):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    visit()  # what a process asks once
    with CaptureQueriesContext(connection) as captured:
        visit()
    return sum("SELECT" in query["sql"] for query in captured.captured_queries)


def sizes():
    """(what, its bytes with its indexes, beside those of the text that is indexed)."""
    from django.db import connection
    from django.db.models import Sum
    from django.db.models.functions import Length

    from careerguide.search.models import Section

    text = sum(
        Section.objects.aggregate(n=Sum(Length(name)))["n"] or 0
        for name in ("heading", "key", "text")
    )
    tables = ("the index, with what is shown of it", "search\\_%")
    words = ("of that, the words alone", "search\\_words\\_of\\_%")
    if connection.vendor == "sqlite":
        sql = (
            "SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM "
            "sqlite_master WHERE tbl_name LIKE %s ESCAPE '\\')"
        )
    else:
        sql = (
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND relname LIKE %s"
        )
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT 1 FROM pragma_compile_options WHERE "
                "compile_options = 'ENABLE_DBSTAT_VTAB'"
            )
            if not cursor.fetchone():
                return
        for name, like in (tables, words):
            cursor.execute(sql, [like])
            yield name, float(cursor.fetchone()[0]) / text


if __name__ == "__main__":
    main()
