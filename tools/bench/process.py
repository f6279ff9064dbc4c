"""Measure how soon a server is ready, and how much memory its processes take.

python -m tools.bench.process
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

import statistics
from tools.testbed.servers import fetch, free_port, site

STARTS = 5
CACHE_MB = 16
ANEW = 2_000  # pages that are made for one reader each


def main():
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= {"PAGE_CACHE_MB": str(CACHE_MB), "LOG_FORMAT": "json"}
        port = free_port()
        with site(state, port):
            pass  # the first start prepares the database and the files
        starts = sorted(start(state, port) for _ in range(STARTS))
        print(
            f"{statistics.median(starts):6.2f} s  from `serve` to the home page", end=""
        )
        print(f" ({starts[0]:.2f} to {starts[-1]:.2f})")
        with site(state, port) as server:
            time.sleep(2)
            tell(server, "after the start")
            paths = re.findall(
                r"<loc>https?://[^/<]+([^<]*)", fetch(port, "/sitemap.xml")
            )
            for path in paths:
                for encoding in ("", "gzip", "br"):
                    read(port, path, encoding)
            tell(server, f"with all {len(paths)} pages read")
            tables = [p for p in paths if re.fullmatch(r"/statistics/[^/]+/", p)]
            for table in tables:
                for form in ("csv", "json", "xlsx", "svg", "png"):
                    read(port, f"{table.rstrip('/')}.{form}")
            tell(server, "with all tables taken away in all forms")
            for number in range(ANEW):
                read(port, f"{tables[number % len(tables)]}?sort={number}")
            tell(server, f"after {ANEW} pages made for one reader each")
    print(f"of which up to {CACHE_MB} MB are the pages that are kept")


def start(state, port):
    started = time.monotonic()
    with site(state, port):
        return time.monotonic() - started


def read(port, path, encoding=""):
    address = f"http://127.0.0.1:{port}{path}"
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    urllib.request.urlopen(request).read()


def tell(server, when):
    print(f"{megabytes(server.pid):6.1f} MB in a process, {when}", flush=True)


def megabytes(pid):
    """Return the memory of the largest child: the one that serves."""
    listed = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid=,rss="], text=True)
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return max(rss for _, parent, rss in rows if parent == pid) / 1024


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
