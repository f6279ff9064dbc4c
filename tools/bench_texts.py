"""What the costliest texts cost, beside an ordinary one of the same length.

    python -m tools.bench_texts        (in a trial folder of its own)

From Markdown to the page, and the check in forms, in seconds of the processor and as
multiples of the ordinary text, the least of three each. The texts are those of
`tests/hostile/slow.py`. It fails where one costs more than `MOST` ordinary ones.
"""

import os
import sys
import tempfile
import time
from contextlib import suppress

from tools.bench_statistics import prepare
from tools.environment import for_a_trial

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
    from tests.hostile.slow import FAMILIES, LIMIT

    ordinary = (PARAGRAPH * (LIMIT // len(PARAGRAPH) + 1))[:LIMIT]
    unit = seconds(ordinary)
    print(f"\nAn ordinary text of {LIMIT:,} bytes: {unit:.3f} s")
    found = sorted((seconds(make(LIMIT)), name) for name, make in FAMILIES)
    for took, name in reversed(found[-SHOWN:]):
        print(f"{took / unit:5.1f} times  {took:.3f} s  {name}")
    return found[-1][0] > MOST * unit


def seconds(text):
    from django.core.exceptions import ValidationError

    from careerguide import markup
    from careerguide.kept import KEPT

    least = float("inf")
    for _ in range(3):
        KEPT.clear()
        started = time.process_time()
        markup.render(text)
        with suppress(ValidationError):
            markup.validate_length(text)
        least = min(least, time.process_time() - started)
    return least


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
