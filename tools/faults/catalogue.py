"""Change a site of 300 guides whose catalogue is being read by several at once."""

import time
from contextlib import ExitStack

from tools.testbed.readers import Readers
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

from .changes import SECONDS_TO_SHOW, next_number

GUIDES = 300
CHANGES = 10
CATALOGUE = [f"/statistics.json?page={number}" for number in (1, 2, 20, 40, 60)]
OTHERS = ["/", "/articles/", "/statistics/", "/faq/", "/sitemap.xml?p=12"]
PROCESSES = 2


def changed_while_catalogue_is_read(environ):
    """300 guides, changed while several read the catalogue of two processes"""
    with Server(environ) as one, one.beside() as other:
        one.manage("make_sample_guides", str(GUIDES), "--beside-real-guides")
        form, path = one.manage("shell", "-v", "0", "-c", ARTICLE).split()
        editor = Editor(one)
        editor.sign_in()
        assert publish(editor, form, 0), "could not publish"
        shown_at = {0: time.time()}
        time.sleep(3)
        servers = [one, other]
        with ExitStack() as stack:
            catalogue = stack.enter_context(
                Readers(servers, CATALOGUE, readers=6, pause=0)
            )
            # They ask nearly always, so that the moment of a change is seen.
            watched = stack.enter_context(
                Readers(servers, [path], readers=4, pause=0.05)
            )
            others = stack.enter_context(Readers(servers, OTHERS, readers=6, pause=0.2))
            time.sleep(1)
            for number in range(1, CHANGES + 1):
                if publish(editor, form, number):
                    shown_at[number] = time.time()
                time.sleep(1)
            time.sleep(3)
        yield from told(catalogue, watched, others, shown_at)


def publish(editor, form, number):
    return editor.publish(
        form,
        title=f"Text {number} of ours",
        summary=f"Text {number} in a sentence.",
        body=f"Text {number} of the texts.\n\n" * 20,
    )


def told(catalogue, watched, others, shown_at):
    every = watched.told["seen"].values()
    oldest = max(
        (
            last - shown_at[next_number(shown_at, int(number))]
            for pages in every
            for seen in pages.values()
            for number, (_, last) in seen.items()
            if number.isdigit() and int(number) < max(shown_at)
        ),
        default=float("inf"),
    )
    done = f"{len(shown_at) - 1} changes in {len(every)} processes"
    yield (
        oldest <= SECONDS_TO_SHOW and len(every) == PROCESSES,
        "a change shows within 2 s while the catalogue is read",
        f"{done}; the old page was last asked for {max(0, oldest):.2f} s after one",
    )
    fine = catalogue.share(200) == 1
    yield fine, "every reader of the catalogue gets a page", catalogue.summary()
    errors = others.told["errors"] or ""
    fine = others.share(200) == 1 and watched.share(200) == 1
    yield fine, "and so does every other reader", f"{others.summary()} {errors}"


ARTICLE = """
from django.urls import reverse
from articles.models import Article
article = Article.objects.filter(slug__startswith="sample-").order_by("pk").first()
print(reverse("admin:articles_article_change", args=[article.pk]))
print(article.get_absolute_url())
"""
