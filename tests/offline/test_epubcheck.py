"""Test that books are valid EPUB 3, by the checker of the W3C."""

import io
import zipfile

import pytest
from django.utils import translation

from careerguide.models import Career
from careerguide.offline.archive import zipped
from careerguide.offline.epub import epub_bytes
from careerguide.offline.guide import find_guide
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)
from tests.library import files
from tests.library.helpers import stored

from .books import complaints, files_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ODD_TEXT = """# One

A [link](/articles/x/#nowhere), [mail](mailto:a@example.org), <b>raw</b>,
a&nbsp;b, \x0c.

1. [ ] to do
2. [x] done

> [!NOTE]
> A note[^1].

![Bees]({picture})
![Elsewhere](https://example.org/bees.png)

| a | b |
|---|:-:|
| <https://example.org/?a=1&b=2> | `<i>` |

<details><summary>More</summary>

Hidden.

</details>

[^1]: Told *below*.
"""
YEARS = {
    "columns": [
        {"key": "year", "label": "Year", "type": "year"},
        {"key": "hives", "label": "Hives", "type": "number"},
    ],
    "rows": [{"cells": [str(2020 + n), str(9 + n)]} for n in range(4)],
}
SHARES = {
    "columns": [
        {"key": "kind", "label": "Kind", "type": "text"},
        {"key": "share", "label": "Share", "type": "percent"},
    ],
    "rows": [{"cells": ["Honey & wax", "60"]}, {"cells": ["<Pollen>", "40"]}],
}


@pytest.mark.usefixtures("seeded")
def test_book_of_the_seeded_guide_is_valid(tmp_path):
    book = epub_bytes(find_guide(Career.objects.get().slug))
    assert complaints(book, tmp_path) == []


def test_book_of_odd_texts_is_valid(tmp_path):
    image = stored(files.photo())
    career = CareerFactory(name="Bees & “wax” <3", slug="bees", picture=image)
    text = ODD_TEXT.replace("{picture}", image.url)
    table = StatTableFactory(career=career, note=text, data=YEARS)
    StatTableFactory(career=career, data=SHARES, topic="Honey")
    body = f"{text}\n\n[[table: {table.slug}]]"
    ArticleFactory(career=career, body=body, takeaways="- one", picture=image)
    FAQEntryFactory(career=career, answer=text)
    assert complaints(epub_bytes(find_guide("bees")), tmp_path) == []


def test_book_with_addresses_that_only_browsers_follow_is_valid(tmp_path):
    career = CareerFactory(slug="bees")
    for number, end in enumerate(
        ("b?c={d}", "b|c", "100%", "x[1]", "#a#b", "\\b", "a^b")
    ):
        address = f"https://example.org/{end}"
        StatTableFactory(career=career, source_name=end, source_url=address)
        ArticleFactory(career=career, order=number, body=f"[a](<{address}>)")
    assert complaints(epub_bytes(find_guide("bees")), tmp_path) == []


def test_book_from_right_to_left_is_valid(tmp_path):
    career = CareerFactory(name="مهندس تعلم الآلة", slug="bees")
    ArticleFactory(career=career, title="ما الذي يفعله", body="## نحل\n\nنحل.")
    with translation.override("ar"):
        book = epub_bytes(find_guide("bees"))
    assert (
        'page-progression-direction="rtl"'
        in files_of(book)["book/package.opf"].decode()
    )
    assert complaints(book, tmp_path) == []


def test_book_of_nothing_is_valid(tmp_path):
    career = CareerFactory()
    assert complaints(epub_bytes(find_guide(career.slug)), tmp_path) == []


def test_checker_finds_mistakes(tmp_path):
    book = files_of(epub_bytes(find_guide(CareerFactory().slug)))
    del book["mimetype"]
    name = "book/title.xhtml"
    book[name] = book[name].replace(b"</body>", b'<a href="none.xhtml">x</a></body>')
    [told] = complaints(zipped("application/epub+zip", book), tmp_path)
    assert "RSC-007" in told


def test_zip_begins_with_its_type():
    content = zipped("application/epub+zip", {"b": b"1", "a": b"2"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["mimetype", "a", "b"]
    assert content[30:58] == b"mimetypeapplication/epub+zip"
