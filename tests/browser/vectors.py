"""The guide with a script in each of its texts, as a fixture for `loaddata`."""

from pathlib import Path

from django.core import serializers

from careerguide.library.models import Image
from careerguide.library.names import main_name
from careerguide.models import Career
from tests import factories
from tests.hostile.xss import vectors

# Every second one. No database keeps a NUL, so what they hide comes to light.
VECTORS = [vector.replace("\0", "") for vector in vectors()[::2]]
IN_TEXT = 40  # vectors in one Markdown text
IN_TABLE = 90  # cells of one table
FIRST = 1_000_000  # primary key: far from the guide's own
LINE = 190  # characters of a title


def write_fixture(path):
    """Write items whose every text is hostile to a file; return their addresses."""
    career = Career(pk=FIRST, name="Beekeeper", slug="beekeeper", summary="Of bees.")
    career.mark_published()
    images = [image(number, text) for number, text in enumerate(packed(290))]
    articles = [article(career, *given) for given in enumerate(in_chunks(IN_TEXT))]
    titles = packed(LINE)
    for number, title in enumerate(titles):
        if number == len(articles):
            articles.append(article(career, number, ["A text."]))
        articles[number].title = title
    for number, one in enumerate(articles):
        one.picture = images[number % len(images)]
    tables = [table(career, number, title) for number, title in enumerate(titles)]
    for number, cells in enumerate(in_chunks(IN_TABLE)):
        fill(tables[number], cells)
    entries = [
        factories.FAQEntryFactory.build(
            pk=FIRST + number,
            career=career,
            slug=f"beekeeper-{number}",
            question=title,
            topic=VECTORS[number][:60],
            answer=title,
        )
        for number, title in enumerate(titles)
    ]
    everything = [career, *images, *articles, *tables, *entries]
    Path(path).write_text(serializers.serialize("json", everything))
    return {
        "articles": [one.get_absolute_url() for one in articles[: bodies()]],
        "tables": [
            one.get_absolute_url() for one in tables[: len(in_chunks(IN_TABLE))]
        ],
        "article lists": pages_of("/articles/", len(articles), 30),
        "table lists": pages_of("/statistics/", len(tables), 30),
        "question lists": pages_of("/faq/", len(entries), 50),
        "other": ["/", career.get_absolute_url()],
        "admin": [
            address
            for name, items in (
                ("articles/article", articles),
                ("statistics/stattable", tables),
                ("faq/faqentry", entries),
                ("library/image", images),
            )
            for address in pages_of(f"/admin/{name}/", len(items), 50, "p")
        ],
        "forms": [
            f"/admin/{name}/{FIRST + number}/{page}/"
            for name in ("articles/article", "statistics/stattable", "faq/faqentry")
            for number in range(1)
            for page in ("change", "delete", "history", "schedule", "unpublish")
        ],
    }


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


def pages_of(path, count, on_a_page, name="page"):
    return [f"{path}?{name}={page + 1}" for page in range(-(-count // on_a_page))]


def image(number, text):
    sha256 = f"{number:064x}"
    file = main_name(sha256, 10, 10)
    sizes = {"width": 10, "height": 10, "size": 1}
    return Image(pk=FIRST + number, alt=text, file=file, sha256=sha256, **sizes)


def article(career, number, texts):
    text = "\n\n".join(texts)
    return factories.ArticleFactory.build(
        pk=FIRST + number,
        career=career,
        slug=f"beekeeper-{number}",
        summary=VECTORS[number],
        takeaways=text,
        body=text,
    )


def table(career, number, title):
    return factories.StatTableFactory.build(
        pk=FIRST + number,
        career=career,
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
