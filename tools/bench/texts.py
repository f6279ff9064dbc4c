"""Measure what the costliest texts cost, beside an ordinary one of the same length.

    python -m tools.bench.texts        (in a trial folder of its own)

From Markdown to the page, with the count of what is in it; then the check of links and
of what looks like a notation, which each preview makes, too. In seconds of the
processor and as multiples of what the same costs of the ordinary text, the least of
three each. The texts are those of `tests/hostile/slow.py`. It fails where one costs
more than `MOST` ordinary ones.
"""

import os
import sys
import tempfile
import time
from contextlib import suppress

from tests.hostile.slow import FAMILIES, LIMIT
from tools.testbed.environment import for_a_trial

from .tables import prepare

SHOWN = 12
MOST = 6  # times the ordinary text
PARAGRAPH = (
    "An engineer builds **models** and ships them to [production](/articles/a/), where "
    "they have to hold what they promised in the laboratory. Their pay differs by land."
    "\n\n| Level | Pay |\n|---|---:|\n| Junior | 90,000 |\n| Senior | 170,000 |\n\n"
)


def main():
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        return measure()


def measure():
    ordinary = (PARAGRAPH * (LIMIT // len(PARAGRAPH) + 1))[:LIMIT]
    print(f"\nAn ordinary text of {LIMIT:,} bytes")
    pages = compare("the page", make_page, ordinary)
    checks = compare("the check", check, ordinary)
    print(f"\nIts check costs {checks[0] / pages[0]:.1f} times its page.")
    return any(costliest > MOST * unit for unit, costliest in (pages, checks))


def compare(what, work, ordinary):
    """Return what `work` costs of the ordinary text, and of the costliest."""
    unit = seconds(work, ordinary)
    print(f"\n{unit:.3f} s for {what} of the ordinary text; of others:")
    found = sorted((seconds(work, make(LIMIT)), name) for name, make in FAMILIES)
    for took, name in reversed(found[-SHOWN:]):
        print(f"{took / unit:5.1f} times  {took:.3f} s  {name}")
    return unit, found[-1][0]


def make_page(text):
    from django.core.exceptions import ValidationError

    from careerguide import markup

    markup.render(text)
    with suppress(ValidationError):
        markup.validate_length(text)


def check(text):
    from careerguide.markup.checks.survey import survey

    survey(text, site="guide.example", shows_tables=True)


def seconds(work, text):
    from careerguide.caching.memory import memory_cache

    least = float("inf")
    for _ in range(3):
        memory_cache.clear()
        started = time.process_time()
        work(text)
        least = min(least, time.process_time() - started)
    return least


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
