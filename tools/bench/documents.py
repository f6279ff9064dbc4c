"""Measure what reading a document of 20,000 words costs, beside a page of its text.

    python -m tools.bench.documents        (in a trial folder of its own)

Milliseconds of the processor, the least of several rounds in which the kinds of files
take turns: the process that reads, included; then to recognise what it holds, to write
the texts of its drafts and to count each word. `times` is beside the page of an article
of the same text, which is in no memory.
"""

import os
import resource
import sys
import tempfile
import time

from tools.testbed.environment import for_a_trial

from .long_document import WORDS, files_of, long_document, markdown_of
from .tables import prepare, visits

ROUNDS = 9
MOST = 4  # times the page


def main():
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        return measure()


def measure():
    parts = long_document()
    files, page = files_of(parts), page_of(markdown_of(parts))
    least = {}
    for _ in range(ROUNDS):
        note(least, "", [("page", seconds(page))])
        for name, data in files.items():
            note(least, name, steps(name, data))
    unit = least.pop("")["page"]
    print(f"{unit * 1000:6.0f} ms  the page of an article of {WORDS:,} words")
    shown = {name: sum(took.values()) / unit for name, took in least.items()}
    for name, took in least.items():
        said = ", ".join(f"{step} {one * 1000:.0f}" for step, one in took.items())
        total = sum(took.values()) * 1000
        print(f"{total:6.0f} ms {shown[name]:5.1f} times  {name}: {said}")
    return max(shown.values()) > MOST


def note(least, name, found):
    known = least.setdefault(name, {})
    for step, took in found:
        known[step] = min(took, known.get(step, took))


def page_of(text):
    """A task that makes the page of an article anew."""
    from articles.models import Article
    from careerguide.caching.memory import memory_cache

    article = Article.objects.first()
    Article.objects.filter(pk=article.pk).update(body=text)
    visit = visits(article.get_absolute_url())

    def make():
        memory_cache.clear()
        visit()

    return make


def steps(name, data):
    """Yield (step, seconds of the processor) of reading a file."""
    from careerguide.importing.drafts import make_drafts
    from careerguide.importing.ledger import account
    from careerguide.importing.reading import read_document
    from careerguide.importing.recognition.recognise import recognise
    from careerguide.importing.tables.readings import Readings

    kept, readings = {}, Readings()

    def read():
        kept["document"] = read_document(name, data)

    def plan():
        kept["plan"] = recognise(kept["document"], readings)

    def write():
        kept["drafts"] = make_drafts(kept["document"], kept["plan"], read=readings)

    def count():
        ledger = account(kept["document"], kept["plan"], kept["drafts"])
        assert ledger.is_whole, ledger.lost

    in_children = seconds_of(resource.RUSAGE_CHILDREN)
    took = seconds(read)
    yield "child", seconds_of(resource.RUSAGE_CHILDREN) - in_children
    yield "its answer", took
    yield "recognise", seconds(plan)
    yield "write", seconds(write)
    yield "count", seconds(count)


def seconds(task):
    started = time.process_time()
    task()
    return time.process_time() - started


def seconds_of(whom):
    used = resource.getrusage(whom)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
