"""Make the world that the queries of `queries.txt` are asked of."""

from itertools import chain
from pathlib import Path

from django.db import connection

from articles.models import Article
from careerguide.exchange.samples.guide import SampleGuide
from careerguide.models import Career, Page
from careerguide.search import index
from careerguide.search.documents import document_of
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.search import guides

SAMPLES = (*range(1, 11), *range(41, 46), *range(121, 126))
FIRST_KEY = 1_000_000  # of items that are not stored


def items():
    """(item, key) of the seeded guide and site, which is stored, and of the others."""
    yield from stored_items()
    others = [guides.game_developer(), guides.cafe_owner()]
    for number in SAMPLES:
        sample = SampleGuide(number)
        others.append((sample.career, list(chain.from_iterable(sample.by_kind()))))
    key = FIRST_KEY
    for career, of_career in others:
        career.pk = key
        for item in (career, *of_career):
            if item is not career:
                item.career = career
            item.pk = key
            yield item, key
            key += 1


def stored_items():
    """(item, key) of the seeded guide and site alone."""
    for model in (Career, Page, Article, StatTable, FAQEntry):
        for item in model.objects.published():
            yield item, item.pk


def make_index(found=None):
    """Index items and keys, or all; return {(content type's model, key): slug}.

    The synonyms are those that the seeded site has.
    """
    found = list(found or items())
    index.rebuild(document_of(item) for item, _key in found)
    if connection.vendor == "postgresql":  # which counts no rows before a commit
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return {(item._meta.model_name, key): item.slug for item, key in found}


def queries(file="queries.txt"):
    """(query, [wanted]) of all that people may ask."""
    for line in Path(__file__).with_name(file).read_text().splitlines():
        query, bar, wanted = line.partition(" | ")
        if bar:
            yield query, [one.strip() for one in wanted.split(",")]
