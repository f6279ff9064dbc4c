"""List the pages Lighthouse audits, read its reports, and name what falls short."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tools.lighthouse.install import prepare
from tools.make.problems import Problem

SCRIPT = Path(__file__).with_name("audit.mjs")
RULES = ("accessibility", "best-practices", "seo")
SECONDS_FOR_A_PAGE = 90
# One page of each kind: the first of the sitemap.
KINDS = (
    r"/",
    r"/careers/[^/]+/",
    r"/articles/[^/]+/",
    r"/statistics/",
    r"/statistics/[^/]+/",
    r"/faq/",
)


@dataclass
class Audit:
    """Results of audit.mjs for a page; `paint` in milliseconds, None where quick."""

    url: str
    scores: dict
    losses: list
    paint: float | None
    shift: float
    shifted: list
    requests: list

    @property
    def path(self):
        return urlsplit(self.url).path

    def shortfalls(self):
        """Yield a sentence for each promise that the page breaks.

        Speed is none of them.
        """
        low = [f"{name} {self.scores[name]}" for name in RULES if self.lacks(name)]
        if low:
            yield f"{', '.join(low)}: {'; '.join(self.losses) or 'no reason given'}"
        if self.shift > 0:
            moved = ", ".join(map(str, self.shifted))
            yield f"layout shift {self.shift:.4f} at {moved}"
        home = urlsplit(self.url).netloc
        for address in self.requests:
            if urlsplit(address).netloc not in ("", home):
                yield f"asks another site: {address}"

    def lacks(self, category):
        # Without a score, an audit of the category did not run.
        return self.scores[category] != 100


def pages(sitemap):
    """Return the path of one page of each kind, from the text of a sitemap."""
    paths = re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", sitemap)
    found = [
        next((path for path in paths if re.fullmatch(kind, path)), None)
        for kind in KINDS
    ]
    if None in found:
        raise Problem("The sitemap lacks a page of some kind: load the guide first.")
    return found


def run(urls, chromium, quick=False):
    """Return an Audit of each address; `quick` leaves speed out."""
    command = ["node", SCRIPT, prepare(), chromium, "quick" if quick else "full"]
    try:
        done = subprocess.run(
            [*command, *urls],
            capture_output=True,
            text=True,
            timeout=SECONDS_FOR_A_PAGE * len(urls),
        )
    except subprocess.TimeoutExpired as expired:
        raise Problem("Lighthouse came to no end.") from expired
    if done.returncode:
        raise Problem(f"Lighthouse failed: {done.stderr.strip()[-600:]}")
    return [Audit(**page) for page in json.loads(done.stdout)]
