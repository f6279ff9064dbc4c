"""Measure what a request costs while somebody publishes, beside nobody doing so.

    python -m tools.bench.publishing [--guides 1000] [--read 100] [--seconds 20]

The site has `guides` guides. Readers ask for all addresses of `read` of them, and for
lists, at random and as fast as they are answered; all these pages are in memory before.
Then one item of these guides is published each second: now an article, then a table, an
answer, and every tenth time a career.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from tools.make.venv import ROOT
from tools.testbed.environment import for_a_trial
from tools.testbed.machine import family_of
from tools.testbed.trial import Server

CACHE_MB = 1_000  # so that no page is made for want of room
COLLECT = "import careerguide.server.collectstatic as c; c.collect_if_changed()"
PUBLISHER = "tools.bench.publisher"
MOST = 1.5  # times the processor time of a request without publishing


def main():
    options = argparse.ArgumentParser(prog="python -m tools.bench.publishing")
    options.add_argument("--guides", type=int, default=1_000)
    options.add_argument("--read", type=int, default=100, help="guides of these")
    options.add_argument("--seconds", type=float, default=20, help="for each figure")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        environ = {**os.environ, **for_a_trial(state, PAGE_CACHE_MB=str(CACHE_MB))}
        for name in ("media", "static"):
            Path(state, name).mkdir()
        server = Server(environ)
        print(f"Making {options.guides} guides ...", flush=True)
        server.manage("migrate", "--verbosity=0")
        server.manage("seed")
        server.manage("make_sample_guides", str(options.guides), "--beside-real-guides")
        server.manage("shell", "-v", "0", "-c", COLLECT)
        try:
            server.start()
            return measure(server, options)
        finally:
            server.kill()


def measure(server, options):
    print("Reading all pages once ...", flush=True)
    count = read(server, options, "0", "--once")["answers"]
    # The log tells what was made when there is a change.
    while_reading(server, options, PUBLISHER, seconds=2)
    quiet = while_reading(server, options)
    busy = while_reading(server, options, PUBLISHER)
    told = f"{count} pages of {options.read} guides of {options.guides} and lists"
    print(f"\n{told}; microseconds of the server's processor for a request:")
    for name, found in (("nobody publishes", quiet), ("a publish a second", busy)):
        print(f"{found['cost']:7.0f}  {name}, {found['rate']:.0f} requests a second")
    ratio = busy["cost"] / quiet["cost"]
    more = (busy["cost"] - quiet["cost"]) * busy["answers"] / 1e6
    published = busy["published"]
    print(f"{ratio:7.2f}  times as much; {MOST} is wanted")
    print(f"{1000 * more / len(published):7.0f}  ms of the processor a publish")
    print(f"{busy['made'] / len(published):7.1f}  pages remade a publish")
    ages = sorted(age for _kind, age in published)
    print(f"{ages[-1]:7.2f}  s old was the oldest page; {ages[len(ages) // 2]:.2f} s")
    print("         the one in the middle, after its publication was acknowledged")
    return ratio > MOST


def while_reading(server, options, publisher="", seconds=0):
    """What a request costs, and what was published beside it."""
    seconds = str(seconds or options.seconds)
    made, cost = pages_made(server), processor(server)
    beside = publisher and subprocess.Popen(
        [sys.executable, "-m", publisher, server.url, seconds, str(options.read)],
        cwd=ROOT,
        env=server.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    answers = read(server, options, seconds)["answers"]
    spent = processor(server) - cost
    published = json.loads(beside.communicate()[0]) if beside else []
    return {
        "answers": answers,
        "rate": answers / float(seconds),
        "cost": 1e6 * spent / answers,
        "made": pages_made(server) - made,
        "published": published,
    }


def read(server, options, seconds="0", *more):
    command = [sys.executable, "-m", "tools.bench.wanderer", server.url]
    command += [seconds, str(options.read), *more]
    return json.loads(subprocess.check_output(command, cwd=ROOT))


def processor(server):
    """Return the seconds of the processor that all its processes have taken."""
    ticks = 0
    for pid in family_of(server.process.pid):
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def pages_made(server):
    """Return how many pages were made until the last change, as the log says."""
    found = re.findall(r"until now [^\n]*?\bmade (\d+)", server.log())
    return int(found[-1]) if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
