"""Test that no page in memory is other than it would be if it were made now.

    STEPS=3000 WORLD=7 pytest -s tests/page_cache/test_truth.py

takes longer, and says how many pages it compared.
"""

import os
import random

import pytest
from django.contrib.contenttypes.models import ContentType

from careerguide.http.headers import SecurityHeaders
from careerguide.page_cache.internal_request import fetch
from careerguide.publishing.models.content import content_models
from careerguide.wsgi import django
from tests.wsgi import connections_left_open

from .caching import Process
from .random_world import World

pytestmark = pytest.mark.django_db

STEPS = int(os.environ.get("STEPS", "12"))
LISTS = (
    *("/", "/articles/", "/statistics/", "/faq/", "/careers/", "/sitemap.xml"),
    *(
        "/statistics.json",
        "/feed.xml",
        "/llms.txt",
        "/compare/",
        "/careers/?by=field",
        "/careers/?sort={measure}",
    ),
)
OF_CAREER = (
    *("{0}", "{0}all/", "/articles/?career={1}", "/statistics/?career={1}"),
    *("/careers/{1}.epub", "/careers/{1}.html"),
    *("/careers/{1}.md", "{0}feed.xml", "{0}data.zip"),
)
OF_TABLE = (
    *("{0}", "{0}embed/", "{0}@1/", "{0}@1/embed/"),
    *("{0}@1.csv", "{0}@1.svg"),
    *("/statistics/{1}.csv", "/statistics/{1}.svg", "/statistics/{1}.md"),
)
OF_OTHERS = ("{0}", "{2}.md", "{2}.card.png")


def addresses(world):
    """The addresses of all there is, and of what readers do not see, too."""
    yield from (path.format(measure=world.measures[0].slug) for path in LISTS)
    for model in content_models():
        forms = {"Career": OF_CAREER, "StatTable": OF_TABLE}
        for item in model._base_manager.all():
            page = item.get_absolute_url()
            for form in forms.get(model.__name__, OF_OTHERS):
                yield form.format(page, item.slug, page[:-1])


def ask(process, address):
    path, _, query = address.partition("?")
    process.ask(path, query=query)


def stale_pages(process):
    """The addresses of pages in memory that are made otherwise now."""
    app = SecurityHeaders(django)
    pages = list(process.cache.pages.items())
    with connections_left_open():
        made = [(key, page, fetch(app, *key)) for key, page in pages]
    return len(pages), [
        key
        for key, page, answer in made
        if (answer.status, answer.body) != (200, page.content)
    ]


def test_pages_in_memory_are_as_they_would_be_made(clock):
    seed = int(os.environ.get("WORLD", random.randrange(10**6)))
    print(f"WORLD={seed}")
    ContentType.objects.get_for_models(*content_models())
    world, readers = World(seed, clock), random.Random(seed)
    processes = [Process(), Process()]
    compared, told = 0, []
    for process in processes:
        process.poll()
    for _step in range(STEPS):
        paths = list(addresses(world))
        for process in processes:
            for address in readers.sample(paths, min(8, len(paths))):
                ask(process, address)
        told = [*told[-5:], world.step()]
        # One of them looks now and then, and hears of several changes at once.
        for process in processes[: 1 if readers.random() < 0.6 else 2]:
            process.poll()
            count, stale = stale_pages(process)
            compared += count
            assert not stale, f"seed {seed}, after {told}: {stale}"
    made = sum(process.made for process in processes)
    print(f"seed {seed}: {STEPS} steps, {compared} pages compared, {made} made")
    print(f"{world.done}, {world.refused} refused")
    assert compared > STEPS
