"""Publish an item a second in a process of its own; print how long readers waited.

    python -m tools.bench.publisher URL SECONDS GUIDES

As an editor would do it beside the server, on its database: a sentence more in the
text of an article, the note of a table, an answer or the summary of a career. Printed
are pairs: the kind, and the seconds from the commit until its page has the sentence.
"""

import gzip
import json
import os
import random
import re
import sys
import threading
import time
import urllib.request

TEXTS = {"article": "body", "stattable": "note", "faqentry": "answer"}
SENTENCE = re.compile(r" Sentence\d+of\d+\.")
PATIENCE = 10


def main(url, seconds, guides):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
    import django

    django.setup()
    items, chance = items_of(int(guides)), random.Random(7)
    found, waiting = [], []
    started = time.monotonic()
    for turn in range(int(float(seconds))):
        time.sleep(max(0, started + turn - time.monotonic()))
        kind = "career" if turn % 10 == 9 else [*TEXTS][turn % 3]
        item, word = chance.choice(items[kind]), f"Sentence{turn}of{os.getpid()}."
        publish(item, TEXTS.get(kind, "summary"), word)
        arguments = url + item.get_absolute_url(), word, kind, found
        waiting.append(threading.Thread(target=watch, args=arguments))
        waiting[-1].start()
    for thread in waiting:
        thread.join()
    print(json.dumps(found))


def items_of(guides):
    """Return the items of the first sample guides by the name of their model."""
    from careerguide.models import Career
    from careerguide.publishing.models.sections import guide_models

    careers = Career.objects.published().filter(slug__startswith="sample-")
    careers = [c for c in careers if int(c.slug.split("-")[1]) <= guides]
    found = {"career": careers}
    for model in guide_models():
        items = model.objects.published().filter(career__in=careers)
        found[model._meta.model_name] = list(items)
    return found


def publish(item, name, word):
    from careerguide.publishing.drafts import actions

    draft = actions.draft_of(type(item).objects.get(pk=item.pk))
    text = SENTENCE.sub("", getattr(draft, name))  # that of before, or it would grow
    setattr(draft, name, f"{text} {word}")
    actions.save_draft(item, draft, None)
    actions.publish(item, None)


def page_at(address):
    """Ask for a page as readers do, who take it packed: to unpack it is no server's."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        content = answer.read()
        if answer.headers["Content-Encoding"] == "gzip":
            content = gzip.decompress(content)
    return content.decode()


def watch(address, word, kind, found):
    """Note how long the page at an address goes without the word."""
    committed = time.monotonic()
    while time.monotonic() < committed + PATIENCE:
        if word in page_at(address):
            break
        time.sleep(0.02)
    found.append((kind, round(time.monotonic() - committed, 3)))


if __name__ == "__main__":
    main(*sys.argv[1:])
