"""Test that every face of a guide bears the day of its last change."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.formats import date_format

from careerguide.publishing.drafts import actions, notes
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.public.dates import told_at
from statistics.editions.recording import record_missing
from tests.faces.pages import data_of
from tests.factories import ArticleFactory, StatTableFactory
from tests.offline.books import files_of
from tests.statistics.editions.worlds import corrected, published

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CAREER, TABLE = "/careers/beekeeper/", "/statistics/bees/"


@pytest.fixture
def table(clock):
    clock(NOON)
    guide = {"career__slug": "beekeeper", "career__name": "Beekeeper"}
    return published(first_published_at=NOON, **guide)


def on(clock, day):
    clock(NOON + timedelta(days=day - 1))


def text(client, path):
    return client.get(path).content.decode()


def days_of_guide(client):
    """Return the day that each face of the guide bears."""
    book = client.get("/careers/beekeeper.epub")
    package = files_of(book.content)["book/package.opf"].decode()
    names = [book, client.get("/careers/beekeeper.html")]
    names.append(client.get("/careers/beekeeper/data.zip"))
    feed = text(client, "/careers/beekeeper/feed.xml")
    entry = re.search(f"<loc>[^<]*{CAREER}</loc><lastmod>(.*?)<", _sitemap(client))
    printed = re.search("as it stood on (.*?)\\.", text(client, f"{CAREER}all/"))
    linked = re.search(r", (\d+ \w+ \d{4})\)</span>", text(client, CAREER))
    return {
        re.search("<dc:date>(.*?)</dc:date>", package)[1],
        re.search(r"dcterms:modified\">(.{10})", package)[1],
        *(re.search(r"-([-\d]{10})\.", n["Content-Disposition"])[1] for n in names),
        re.search("<updated>(.{10})", feed)[1],
        re.search(r'last_change: "(.*?)"', text(client, "/careers/beekeeper.md"))[1],
        entry[1],
        data_of(text(client, CAREER))[0]["dateModified"],
        *(_iso(found[1]) for found in (printed, linked)),
    }


def days_of_table(client):
    data = data_of(text(client, TABLE))[0]
    entry = re.search(f"<loc>[^<]*{TABLE}</loc><lastmod>(.*?)<", _sitemap(client))
    markdown = re.search(r'last_change: "(.*?)"', text(client, "/statistics/bees.md"))
    return {data["dateModified"], entry[1], markdown[1]}


def _sitemap(client):
    return text(client, "/sitemap.xml")


def _iso(words):
    found = (date(2026, month, day) for month in (1, 3) for day in range(1, 32))
    return next(day.isoformat() for day in found if date_format(day) == words)


def test_new_edition_without_a_note_moves_every_day(client, table, clock):
    assert days_of_guide(client) == days_of_table(client) == {"2026-03-01"}
    on(clock, 3)
    corrected(table)
    assert days_of_guide(client) == days_of_table(client) == {"2026-03-03"}


def test_note_moves_every_day(client, table, clock):
    on(clock, 4)
    notes.add(table, WrittenNote("correction", "It said 3."), None)
    assert days_of_guide(client) == days_of_table(client) == {"2026-03-04"}


def test_item_that_is_new_moves_the_day_whatever_day_it_names(client, table, clock):
    on(clock, 5)
    new = {"career": table.career, "status": "draft", "first_published_at": None}
    actions.publish(StatTableFactory(**new), None)
    assert days_of_guide(client) == {"2026-03-05"}


def test_item_shown_at_an_hour_moves_the_day_at_that_hour(client, table, clock):
    ArticleFactory(career=table.career, publish_at=NOON + timedelta(days=6))
    assert days_of_guide(client) == {"2026-03-01"}
    on(clock, 8)
    assert max(days_of_guide(client)) == "2026-03-07"


def test_publishing_the_same_again_moves_no_day(client, table, clock):
    on(clock, 9)
    actions.publish(type(table).objects.get(), None)
    assert days_of_guide(client) == days_of_table(client) == {"2026-03-01"}


def test_what_is_hidden_moves_no_day(client, table, clock):
    hidden = published(slug="hives", career=table.career, first_published_at=NOON)
    on(clock, 10)
    actions.unpublish(hidden, None)
    assert days_of_guide(client) == {"2026-03-01"}


def test_of_nothing_it_is_now(clock):
    clock(NOON)
    assert told_at([]) == NOON


def test_first_edition_of_what_was_published_before_moves_no_day(client, clock):
    clock(NOON)
    StatTableFactory(slug="bees", career__slug="beekeeper")
    assert record_missing() == 1
    assert days_of_guide(client) == days_of_table(client) == {"2026-01-05"}
