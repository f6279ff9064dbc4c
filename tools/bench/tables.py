"""Measure what charts, cards and downloads cost.

    python -m tools.bench.tables        (in a trial folder of its own)

Milliseconds of the processor, the middle of several runs, so that a busy machine
changes little; `times` is beside a view that does nothing, asked in the same way, so
that figures of two machines compare.
"""

import gc
import os
import sys
import tempfile
import time

import statistics
from tools.testbed.environment import for_a_trial

ROWS = 2_000
CARDS = 50


def main():
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        empty = milliseconds(visits("/healthz"), 200)
        print(f"{'ms':>9} {'times':>8}")
        for name, task, runs in tasks():
            took = milliseconds(task, runs)
            print(f"{took:9.3f} {took / empty:8.2f}  {name}")
        print(f"{empty:9.3f} {1:8.2f}  a view that does nothing")
        print(f"{growth():9.1f}           MB of memory more after {CARDS} cards")


def prepare():
    import django

    django.setup()
    from django.core.management import call_command

    from careerguide.server.interpreter import freeze_gc

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("seed", verbosity=0)
    freeze_gc()  # as the server does


def visits(path):
    """A task that asks for a page of the site, all of Django's middleware included."""
    from django.conf import settings
    from django.test import Client

    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})

    def visit():
        response = client.get(path, secure=settings.HTTPS)
        assert response.status_code == 200, (path, response.status_code)

    return visit


def tasks():
    from statistics.downloads.as_xlsx import xlsx_bytes
    from statistics.downloads.links import download_links
    from statistics.downloads.pictures import png_bytes, svg_bytes
    from statistics.figures import chart_of
    from statistics.models import StatTable

    table = StatTable.objects.with_career().get(slug="machine-learning-engineer-ages")
    large = large_table(table.career)
    path = large.get_absolute_url()
    return [
        ("a chart", lambda: chart_of(table), 200),
        ("a card as SVG", lambda: svg_bytes(table), 50),
        ("a card as PNG", lambda: png_bytes(table), 10),
        ("the links to a table's downloads", lambda: download_links(table), 50),
        ("a table page", visits(table.get_absolute_url()), 20),
        (f"a table page of {ROWS:,} rows", visits(path), 5),
        ("the .csv of it", visits(f"{path[:-1]}.csv"), 10),
        ("the .json of it", visits(f"{path[:-1]}.json"), 10),
        ("the .xlsx of it, first time", lambda: xlsx_bytes(large), 3),
        ("the .xlsx of it, later", visits(f"{path[:-1]}.xlsx"), 10),
        ("the catalogue", visits("/statistics.json"), 10),
    ]


def large_table(career):
    from statistics.models import StatTable

    columns = [
        {"key": "town", "label": "Town", "type": "text"},
        {"key": "year", "label": "Year", "type": "year"},
        {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"},
        {"key": "share", "label": "Share", "type": "percent"},
    ]
    rows = [
        {"cells": [f"Town number {n}", "2024", f"{n * 17}.50", f"{n % 100}.25"]}
        for n in range(ROWS)
    ]
    table = StatTable(
        career=career,
        title="Every town has its own pay",
        slug="every-town",
        data={"columns": columns, "rows": rows},
    )
    table.mark_published()
    table.save()
    return table


def growth():
    """Return megabytes that making cards of 50 different tables adds to the process."""
    from statistics.downloads.formats import FORMATS
    from statistics.models import StatTable

    tables = list(StatTable.objects.published().with_career())
    before = memory()
    for number in range(CARDS):
        table = tables[number % 11]
        table.title = f"{table.title} {number}"[:200]
        FORMATS["png"].make(table)
    return memory() - before


def memory():
    gc.collect()
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def milliseconds(task, runs):
    times = []
    for _ in range(runs):
        started = time.process_time()
        task()
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
