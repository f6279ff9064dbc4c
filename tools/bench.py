"""`make bench`: pages a second through Granian, beside an empty Django view.

The site runs as `make run` does, on a database of its own; the empty view runs under
the same Granian settings. They take turns, and the middle of the rounds is told, so
that a busy moment of the machine falls on all alike.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import partial

import statistics
from tools.packages import ROOT
from tools.servers import fetch, free_port, running, site
from tools.weight import weigh

SERVER = "careerguide.management.server"


def main():
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=float, default=2, help="for each page")
    options.add_argument("--connections", type=int, default=16)
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        port, empty_port = free_port(), free_port()
        with site(state, port), empty_view(state, empty_port):
            pages = {"an empty Django view": (empty_port, "/")}
            pages |= {path: (port, path) for path in site_pages(port)}
            results = {name: [] for name in pages}
            for turn in range(1, options.rounds + 1):
                print(f"Round {turn} of {options.rounds} ...", flush=True)
                for name, (at, path) in pages.items():
                    results[name].append(measure(at, path, options))
            tell(results, {name: weight(*place) for name, place in pages.items()})
    for title, module in (
        ("Charts, cards and downloads", "tools.bench_statistics"),
        ("Editing", "tools.bench_editing"),
    ):
        print(f"\n{title}, in one process:", flush=True)
        subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=True)
    print("\nLighthouse, on its slow 4G:", flush=True)
    # It tells what falls short, and what this machine lacks, in its own words.
    subprocess.run([sys.executable, "-m", "tools.lighthouse"], cwd=ROOT)


def measure(port, path, options):
    command = [sys.executable, "-m", "tools.bench_client", str(port), path]
    command += [str(options.seconds), str(options.connections)]
    return json.loads(subprocess.check_output(command, cwd=ROOT))


def tell(results, weights):
    rates = {name: [r["rate"] for r in results[name]] for name in results}
    base = statistics.median(next(iter(rates.values())))
    print(f"{'pages/s':>8} {'lowest':>8} {'highest':>8} {'times':>7}", end="")
    print(f" {'p99 ms':>7} {'gzip kB':>8}")
    for name, found in rates.items():
        middle = statistics.median(found)
        slow = statistics.median(r["p99"] for r in results[name]) * 1000
        print(f"{middle:8.0f} {min(found):8.0f} {max(found):8.0f}", end=" ")
        print(f"{middle / base:7.2f} {slow:7.1f} {weights[name]:8.1f}  {name}")
    print("times: beside the empty view. gzip kB: the page and its style sheets.")


# --- The empty view ------------------------------------------------------------------


@contextmanager
def empty_view(state, port):
    command = [sys.executable, "-m", SERVER, "tools.empty_app:application"]
    environ = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    with running(command, f"http://127.0.0.1:{port}", environ):
        yield


# --- The pages ------------------------------------------------------------------------


def site_pages(port):
    """Home, the statistics list, and the first article and table of the sitemap."""
    xml = fetch(port, "/sitemap.xml")
    paths = re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", xml)
    article = [path for path in paths if re.fullmatch(r"/articles/[^/]+/", path)]
    table = [path for path in paths if re.fullmatch(r"/statistics/[^/]+/", path)]
    return ["/", "/statistics/", *article[:1], *table[:1]]


def weight(port, path):
    """Thousands of bytes, compressed, of a page and the style sheets it names."""
    return weigh(fetch(port, path), partial(fetch, port)).to_read / 1000


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
