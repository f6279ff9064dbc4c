"""Test the whole guide as one HTML file."""

import re

import pytest

from careerguide.offline.guide import find_guide
from careerguide.offline.single_file import html_bytes, policy
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)
from tests.library import files
from tests.library.helpers import stored

pytestmark = pytest.mark.django_db
FETCHED = re.compile(r"<(?:link|script|img|iframe|source|use|image)\b[^>]*>")


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper", picture=stored(files.photo()))


@pytest.fixture
def read(career):
    return lambda: html_bytes(find_guide("beekeeper")).decode()


def test_holds_every_text_and_every_number(read, career):
    ArticleFactory(career=career, body="Bees **sleep**.")
    StatTableFactory(career=career, note="Counted *twice*.")
    FAQEntryFactory(career=career, answer="**Yes**, it does.")
    for words in ("Bees <strong>sleep", "$170,000", "<em>twice", "it does."):
        assert words in read()


def test_asks_for_nothing(read, career):
    ArticleFactory(career=career, picture=stored())
    StatTableFactory(career=career)
    fetched = FETCHED.findall(read())
    assert len(fetched) == 3
    assert re.match('<link rel="canonical"', fetched[0])
    assert all('src="data:image/webp;base64,' in one for one in fetched[1:])
    assert "url(" not in read() and "@import" not in read()


def test_forbids_itself_to_ask(read):
    policies = re.findall(r'"Content-Security-Policy" content="([^"]+)"', read())
    assert policies == [policy()]
    assert policy().startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_says_from_when_it_is_and_where_the_newest_stands(read):
    assert "The guide as it stood on 5 January 2026." in read()
    assert '<a href="http://127.0.0.1:8000/careers/beekeeper/" dir="ltr">' in read()


def test_links_lead_within_it_or_to_whole_addresses(read, career):
    table = StatTableFactory(career=career)
    body = f"[Pay]({table.get_absolute_url()}), [a](/about/)\n\n[[table: {table.slug}]]"
    ArticleFactory(career=career, body=body)
    page = read()
    ids = {*re.findall(r' id="([^"]+)"', page)}
    led = re.findall(r'<a [^>]*href="([^"]+)"', page)
    assert f"#{table.print_id}" in led and "http://127.0.0.1:8000/about/" in led
    assert not [to for to in led if not re.match("#|https?://", to)]
    assert {to[1:] for to in led if to.startswith("#")} <= ids


def test_has_each_id_once(read, career):
    for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory) * 2:
        factory(career=career)
    ids = re.findall(r'\sid="([^"]+)"', read())
    assert sorted(ids) == sorted({*ids})
