"""Audit a page of each kind on Lighthouse's mobile preset: `make lighthouse`.

The site runs as `make run` does, on a database of its own. Scores for rules, layout
shift and bytes are judged; performance and largest paint depend on the machine, so
they are only told.
"""

import os
import sys
import tempfile
from functools import partial

from tools.lighthouse import audit
from tools.make.problems import Problem
from tools.make.weight import weigh
from tools.testbed.machine import NO_CHROMIUM, NO_NODE, find_chromium, has_node
from tools.testbed.servers import fetch, free_port, site

HEAD = ("perform.", "access.", "practices", "seo", "paint s", "shift", "read", "script")


def main():
    if lacking := [NO_CHROMIUM] * (not find_chromium()) + [NO_NODE] * (not has_node()):
        print(f"Lighthouse was skipped: {'; '.join(lacking)}")
        return int(os.environ.get("CI", "").lower() in ("true", "1"))
    with tempfile.TemporaryDirectory(prefix="guide-lighthouse-") as state:
        port = free_port()
        with site(state, port):
            return judge(port)


def judge(port):
    paths = audit.pages(fetch(port, "/sitemap.xml"))
    urls = [f"http://127.0.0.1:{port}{path}" for path in paths]
    weights = [weigh(fetch(port, path), partial(fetch, port)) for path in paths]
    audits = audit.run(urls, find_chromium())
    print("".join(f"{name:>10}" for name in HEAD))
    for page, weight in zip(audits, weights, strict=True):
        figures = [page.scores[name] for name in ("performance", *audit.RULES)]
        figures += [f"{page.paint / 1000:.2f}", f"{page.shift:.3f}"]
        figures += [weight.to_read, weight.script]
        print("".join(f"{figure!s:>10}" for figure in figures), page.path)
    print("read: bytes of HTML and CSS, compressed; script: likewise.")
    shortfalls = [
        f"{page.path}: {shortfall}"
        for page, weight in zip(audits, weights, strict=True)
        for shortfall in (*page.shortfalls(), *weight.excesses())
    ]
    print("\n".join(shortfalls) or "Everything that is judged is as promised.")
    return 1 if shortfalls else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)
