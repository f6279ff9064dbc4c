"""Measure what a page costs that no cache holds, as guides grow in number.

    python -m tools.bench.cold        (in a trial folder of its own)

Milliseconds of the processor, the middle of several rounds in which the databases take
turns, through all of Django but the page cache, and the least of them: what else a
machine does only adds. PostgreSQL works in a process of its own, so beside them stand
the least milliseconds on the clock. `times` is the processor's least beside that of the
fewest guides; one guide nearly fills a page of a list, three do.
What is made from content is in memory, and so is how many items each career has, which
the first list after a change counts; `anew` are the processor's least without both, as
after a start.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import defaultdict

import statistics
from tools.testbed.databases import databases
from tools.testbed.environment import for_a_trial

from .tables import prepare, visits

SIZES = (1, 3, 100, 1_000)
OF_GUIDE = (".md", "/feed.xml", "/data.zip")
OF_TABLE = (".csv", ".json", ".xlsx", ".svg", ".png", ".card.png", ".md", "/embed/")
OF_TABLE += ("/@1/", "/@1.csv")
PER_GUIDE = {"articles": 10, "statistics": 10, "faq": 20}


def main():
    options = argparse.ArgumentParser(prog="python -m tools.bench.cold")
    options.add_argument("--rounds", type=int, default=25)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        with databases(state, options.sizes) as found:
            for name, by_size in found.items():
                tell(name, measure(by_size, options.rounds))


def measure(by_size, rounds):
    """Return times and queries of each round, by kind of page and number of guides."""
    times, queries = defaultdict(lambda: defaultdict(list)), {}
    tasks = {
        (kind, size): visits(path)
        for size in by_size
        for kind, path in pages(size).items()
    }
    for (kind, size), visit in tasks.items():
        by_size[size]()
        queries[kind, size] = count_queries(visit)
    for _ in range(rounds):
        for (kind, size), visit in sorted(tasks.items(), key=lambda task: task[0][0]):
            by_size[size]()
            visit()  # its connection may be new
            times[kind][size].append(timed(visit))
    return times, queries


def pages(size):
    """The pages of a career in the middle of the order, and the middle of each list."""
    from urllib.parse import quote

    from django.conf import settings
    from django.urls import resolve, reverse

    from careerguide.exchange.samples.guide import SampleGuide

    guide = SampleGuide((size + 1) // 2)
    career, slug = guide.career.get_absolute_url(), guide.career.slug
    found = {"(a view that does nothing)": "/healthz", "/": "/"}
    found |= {"/careers/…/": career, "/careers/…/all/": f"{career}all/"}
    for form in (".epub", ".html"):
        found[f"/careers/…{form}"] = f"{career[:-1]}{form}"
    found |= {f"/careers/…{form}": f"{career[:-1]}{form}" for form in OF_GUIDE}
    found |= {path: path for path in ("/feed.xml", "/llms.txt")}
    for item, *_ in guide.by_kind():
        path = item.get_absolute_url()
        name = path.split("/")[1]
        per_page = resolve(f"/{name}/").func.view_class.paginate_by
        middle = -(-size * PER_GUIDE[name] // per_page) // 2 + 1
        found[f"/{name}/"] = f"/{name}/"
        found[f"/{name}/?page=middle"] = f"/{name}/?page={middle}"
        found[f"/{name}/?career=…"] = f"/{name}/?career={slug}"
        found[f"/{name}/…/"] = path
        if name == "statistics":
            for form in OF_TABLE:
                found[f"/{name}/…{form}"] = f"{path[:-1]}{form}"
            url = quote(f"{settings.SITE_URL}{path}", safe="")
            found["/oembed?url=…"] = f"{reverse('oembed')}?url={url}"
    sitemap = "/sitemap.xml"
    return found | {sitemap: sitemap, f"{sitemap}?p=1": f"{sitemap}?p=1"}


def timed(visit):
    """Return milliseconds of the processor, on the clock, and of the processor anew."""
    from careerguide.caching.memory import memory_cache

    clock, processor = time.perf_counter(), time.process_time()
    visit()
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    memory_cache.clear()
    started = time.process_time()
    visit()
    return 1000 * processor, 1000 * clock, 1000 * (time.process_time() - started)


def count_queries(visit):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    visit()  # what a process asks once
    with CaptureQueriesContext(connection) as queries:
        visit()
    return sum("SELECT" in query["sql"] for query in queries)


def tell(name, measured):
    times, queries = measured
    print(f"\n{name}: queries, ms of the processor, least (on the clock), times, anew")
    sizes = sorted({size for _, size in queries})
    print("".join(f"{f'guides: {size:,}':>39}" for size in sizes))
    for kind, by_size in times.items():
        fewest = None
        for size in sizes:
            middle = statistics.median(processor for processor, *_ in by_size[size])
            least, clock, anew = map(min, zip(*by_size[size], strict=True))
            fewest = fewest or least
            print(f"{queries[kind, size]:3} {middle:6.1f} {least:5.1f}", end=" ")
            print(f"({clock:5.1f}) {least / fewest:5.2f} {anew:6.1f}", end=" |")
        print(f" {kind}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
