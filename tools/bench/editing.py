"""Measure what editing costs.

    python -m tools.bench.editing        (in a trial folder of its own)

Milliseconds on the clock, the middle of several runs, through all of Django and to a
database in a file; `times` is beside a view that does nothing, asked in the same way.
"""

import os
import sys
import tempfile
import time

import statistics
from tools.testbed.environment import for_a_trial

from .tables import prepare

WORDS = 2_000
ITEMS = 10_000


def main():
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false", SITE_URL="http://127.0.0.1")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        client = signed_in()
        empty = milliseconds(lambda: client.get("/healthz"), 200)
        print(f"{'ms':>9} {'times':>8}")
        for name, task, runs in tasks(client):
            took = milliseconds(task, runs)
            print(f"{took:9.1f} {took / empty:8.2f}  {name}")
        print(f"{empty:9.3f} {1:8.2f}  a view that does nothing")
        for items, queries in list_queries(client):
            print(f"{queries:9} queries for a list of {items:,} articles")


def signed_in():
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    client.force_login(User.objects.create_superuser("bench"))
    return client


def tasks(client):
    return [
        (f"saving a draft of {WORDS:,} words", saving(client, "_save"), 15),
        (f"publishing an article of {WORDS:,} words", saving(client, "_publish"), 15),
        ("a publication, until a reader has it", published_and_read(client), 15),
        ("the form of an article", opened(client), 15),
        ("its preview", previewed(client), 15),
        (f"a list of {ITEMS:,} articles", listed(client), 10),
    ]


def saving(client, button):
    """Post the form as a browser has it; only the post is timed by its caller."""
    path = "/admin/articles/article/1/change/"
    page = client.get(path).content.decode()
    numbers = iter(range(10**6))

    def save():
        number = next(numbers)
        text = f"Version {number}. " + "Bees dance in the dark. " * (WORDS // 5)
        sent = form_of(page) | {"body": text, button: "", "form_key": "bench"}
        answer = client.post(path, sent)
        assert answer.status_code == 302, answer.status_code

    return save


def published_and_read(client):
    from articles.models import Article

    publish = saving(client, "_publish")

    def publish_and_read():
        publish()
        article = Article.objects.get(pk=1)
        page = client.get(article.get_absolute_url()).content.decode()
        assert article.body.split(".")[0] in page

    return publish_and_read


def opened(client):
    return lambda: client.get("/admin/articles/article/1/change/")


def previewed(client):
    path = "/admin/articles/article/1/change/"
    sent = form_of(client.get(path).content.decode())
    address = "/admin/articles/article/1/preview/"

    def preview():
        assert client.post(address, sent).status_code == 200

    return preview


def listed(client):
    add_articles(ITEMS)
    return lambda: client.get("/admin/articles/article/")


def add_articles(count):
    from articles.models import Article
    from careerguide.models import Career

    career, start = Career.objects.get(), Article.objects.count()
    Article.objects.bulk_create(
        Article(career=career, title=f"Sample {n}", slug=f"sample-{n}", order=n)
        for n in range(start, count)
    )


def list_queries(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from articles.models import Article

    for items in (ITEMS, 50):
        Article.objects.filter(order__gt=items, title__startswith="Sample").delete()
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/articles/article/")
        yield Article.objects.count(), len(queries)


def form_of(page):
    """Return what a browser would send of a form with texts and a career to choose."""
    from tools.testbed.visitors import form_fields

    return form_fields(page)


def milliseconds(task, runs):
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
