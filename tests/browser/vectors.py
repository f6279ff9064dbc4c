"""Write the guide with a script in each of its texts, as a fixture for `loaddata`."""

from pathlib import Path

from django.core import serializers

from careerguide.library.models import Image
from careerguide.media.filenames import main_name
from careerguide.models import Career
from tests import factories
from tests.hostile.xss import vectors

MOST = 1_560  # of them
# Spread over all of them. No database keeps a NUL, so what they hide comes to light.
VECTORS = [vector.replace("\0", "") for vector in vectors()]
VECTORS = [VECTORS[n * len(VECTORS) // MOST] for n in range(MOST)]
CAREERS = 8  # so that a list in the admin can show all of one at once
IN_TEXT = 40  # vectors in one Markdown text
IN_TABLE = 90  # cells of one table
FIRST = 1_000_000  # primary key: far from the guide's own
LINE = 190  # characters of a title


def write_fixture(path):
    """Write items whose every text is hostile to a file; return their addresses."""
    careers = [career(number) for number in range(CAREERS)]
    images = [image(number, text) for number, text in enumerate(packed(290))]
    articles = [article(*given) for given in enumerate(in_chunks(IN_TEXT))]
    titles = packed(LINE)
    for number, title in enumerate(titles):
        if number == len(articles):
            articles.append(article(number, ["A text."]))
        articles[number].title = title
    for number, one in enumerate(articles):
        one.picture = images[number % len(images)]
    tables = [table(number, title) for number, title in enumerate(titles)]
    for number, cells in enumerate(in_chunks(IN_TABLE)):
        fill(tables[number], cells)
    entries = [
        factories.FAQEntryFactory.build(
            pk=FIRST + number,
            career_id=career_of(number),
            slug=f"beekeeper-{number}",
            question=title,
            topic=VECTORS[number][:60],
            answer=title,
        )
        for number, title in enumerate(titles)
    ]
    everything = [*careers, *images, *articles, *tables, *entries]
    Path(path).write_text(serializers.serialize("json", everything))
    # Every text is in a whole guide and in a list of the admin; of the lists, some.
    lists = ("/articles/", "/statistics/", "/faq/")
    return {
        "whole guides": [f"{one.get_absolute_url()}all/" for one in careers],
        "articles": [one.get_absolute_url() for one in articles[: bodies()]],
        "tables": [
            one.get_absolute_url() for one in tables[: len(in_chunks(IN_TABLE))]
        ],
        "lists": [f"{path}?page={page}" for path in lists for page in range(1, 16, 3)],
        "other": ["/", *(one.get_absolute_url() for one in careers)],
        "admin": [
            f"/admin/{name}/?career__id__exact={one.pk}&all="
            for name in ("articles/article", "statistics/stattable", "faq/faqentry")
            for one in careers
        ],
        "pictures": [
            f"/admin/library/image/?p={page}"
            for page in range(1, -(-len(images) // 50) + 1)
        ],
        "forms": [
            f"/admin/{name}/{FIRST + number}/{page}/"
            for name in ("articles/article", "statistics/stattable", "faq/faqentry")
            for number in range(1)
            for page in ("change", "delete", "history", "schedule", "unpublish")
        ],
    }


def career(number):
    slug = f"beekeeper-{number}"
    made = Career(pk=career_of(number), name="Beekeeper", slug=slug, summary="Of bees.")
    made.mark_published()
    return made


def career_of(number):
    return FIRST + number % CAREERS


def bodies():
    return len(in_chunks(IN_TEXT))


def in_chunks(size):
    return [VECTORS[start : start + size] for start in range(0, len(VECTORS), size)]


def packed(length):
    """The vectors on lines of at most `length` characters."""
    lines = [""]
    for vector in VECTORS:
        if len(lines[-1]) + len(vector) >= length:
            lines.append("")
        lines[-1] += f"{vector} "
    return lines


def image(number, text):
    sha256 = f"{number:064x}"
    file = main_name(sha256, 10, 10)
    sizes = {"width": 10, "height": 10, "size": 1}
    return Image(pk=FIRST + number, alt=text, file=file, sha256=sha256, **sizes)


def article(number, texts):
    text = "\n\n".join(texts)
    return factories.ArticleFactory.build(
        pk=FIRST + number,
        career_id=career_of(number),
        slug=f"beekeeper-{number}",
        summary=VECTORS[number],
        takeaways=text,
        body=text,
    )


def table(number, title):
    return factories.StatTableFactory.build(
        pk=FIRST + number,
        career_id=career_of(number),
        slug=f"beekeeper-{number}",
        title=title,
        subtitle=VECTORS[number],
        topic=VECTORS[number][:60],
    )


def fill(table, cells):
    first, second, third, *rest = cells
    columns = [
        {"key": "name", "label": first, "type": "text", "unit": second},
        {"key": "what", "label": third, "type": "text"},
        {"key": "number", "label": "Number", "type": "integer"},
    ]
    rows = [{"cells": [f"{i} {cell}", cell, str(i + 1)]} for i, cell in enumerate(rest)]
    table.data = {"columns": columns, "rows": rows}
    table.source_name, table.period = first, second[:100]
    table.note = "\n\n".join(rest)
