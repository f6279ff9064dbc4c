"""Measure pages from memory, beside constant bytes and an empty Django view.

    python -m tools.bench.warm [--rounds 5] [--seconds 1]

All three are served by the same Granian with the same settings. They take turns, and
the middle of the rounds is told, so that a busy moment of the machine falls on all
alike. The bytes are as many as those of the article.
"""

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

import statistics
from tools.make.venv import ROOT
from tools.testbed.servers import fetch, free_port, running, site

SERVER = "careerguide.management.server"
CONSTANT, EMPTY = "constant bytes", "an empty Django view"
UNCHANGED = "304 of the article"
# Seconds of being read, after which pages say when they were last modified and are
# packed as well as can be: from then on each answer has the same bytes.
SETTLED = 100


def main():
    options = argparse.ArgumentParser(prog="python -m tools.bench.warm")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=float, default=1, help="for each figure")
    options = options.parse_args()
    for processes in (1, 2):
        with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
            results = measured(state, processes, options)
        print(f"\nFrom memory, {told(processes)}, {options.rounds} rounds:")
        tell(results)


def told(processes):
    return "1 process" if processes == 1 else f"{processes} processes"


def measured(state, processes, options):
    os.environ["PROCESSES"] = str(processes)
    port, constant, empty = free_port(), free_port(), free_port()
    with site(state, port):
        pages = site_pages(port)
        print(f"Reading pages for {SETTLED} seconds ...", flush=True)
        keep_reading(port, pages.values(), SETTLED)
        size, etag = look_at(port, pages["article"])
        os.environ["CONSTANT_BYTES"] = str(size)
        with (
            application("tools.testbed.constant_app:application", constant),
            application("tools.testbed.empty_app:application", empty),
        ):
            targets = {CONSTANT: (constant, "/"), EMPTY: (empty, "/")}
            targets |= {name: (port, path) for name, path in pages.items()}
            targets[UNCHANGED] = (port, pages["article"], etag)
            results = {name: [] for name in targets}
            for turn in range(1, options.rounds + 1):
                print(f"Round {turn} of {options.rounds} ...", flush=True)
                for name, target in targets.items():
                    results[name].append(measure(target, options.seconds))
    return results


def measure(target, seconds):
    port, path, *etag = target
    found = {}
    for kind in ("rate", "wait"):
        command = [sys.executable, "-m", "tools.bench.client", kind]
        command += [str(port), path, str(seconds), *etag]
        found |= json.loads(subprocess.check_output(command, cwd=ROOT))
    return found


def tell(results):
    middle = {
        name: {k: statistics.median(r[k] for r in rounds) for k in rounds[0]}
        for name, rounds in results.items()
    }
    constant, empty = middle[CONSTANT]["rate"], middle[EMPTY]["rate"]
    print(
        f"{'a second':>9} {'of bytes':>8} {'of empty':>8} {'p50 ms':>7} {'p99 ms':>7}"
    )
    for name, found in middle.items():
        print(f"{found['rate']:9.0f} {found['rate'] / constant:8.2f}", end=" ")
        print(f"{found['rate'] / empty:8.2f} {found['p50']:7.2f}", end=" ")
        print(f"{found['p99']:7.2f}  {name}")


@contextmanager
def application(name, port):
    command = [sys.executable, "-m", SERVER, name]
    environ = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    with running(command, f"http://127.0.0.1:{port}", environ):
        yield


def site_pages(port):
    """Return the addresses of a page of each kind, from the sitemap."""
    xml = fetch(port, "/sitemap.xml")
    paths = re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", xml)

    def first(section):
        return next(p for p in paths if re.fullmatch(rf"/{section}/[^/]+/", p))

    return {
        "home": "/",
        "career": first("careers"),
        "article": first("articles"),
        "statistics": "/statistics/",
        "table": first("statistics"),
        "FAQ": "/faq/",
    }


def keep_reading(port, paths, seconds):
    """Ask for all pages every second, of each process now and then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for path in paths:
            look_at(port, path)
        time.sleep(1)


def look_at(port, path):
    """Return how many bytes a page has as browsers ask for it, and its tag."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    return len(answer.read()), answer.headers["ETag"]


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
