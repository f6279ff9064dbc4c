"""Test that feeds are valid Atom (RFC 4287), and tell what changed, once each."""

import datetime
import re
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from careerguide.caching.memory import memory_cache
from careerguide.faces import feeds
from careerguide.faces.atom import BEGINNING, Entry, Feed, feed_bytes
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.related import key_of
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.statistics.editions.worlds import corrected, published

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
URI = re.compile(r"(?:https?://[^\s/]+/|tag:[\w.-]+,\d{4}(?:-\d\d-\d\d)?:)\S*")
# What RFC 4287 asks of elements: how often each may stand in the one above it.
CHILDREN = {
    "feed": {
        **dict.fromkeys(("id", "title", "updated"), (1, 1)),
        **dict.fromkeys(("rights", "subtitle", "generator"), (0, 1)),
        **dict.fromkeys(("link", "author", "category", "entry"), (0, 999)),
    },
    "entry": {
        **dict.fromkeys(("id", "title", "updated"), (1, 1)),
        **dict.fromkeys(("published", "summary", "content", "rights"), (0, 1)),
        **dict.fromkeys(("link", "author", "category"), (0, 999)),
    },
    "author": {"name": (1, 1), "uri": (0, 1), "email": (0, 1)},
}


def valid(content):
    """The root of a feed that keeps the rules of RFC 4287."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for element in root.iter():
        name = element.tag.removeprefix(ATOM)
        counts = {}
        for child in element:
            key = child.tag.removeprefix(ATOM)
            counts[key] = counts.get(key, 0) + 1
        rules = CHILDREN.get(name, {})
        assert counts.keys() <= rules.keys(), (name, counts)
        for key, (least, most) in rules.items():
            assert least <= counts.get(key, 0) <= most, (name, key)
        if name in ("updated", "published"):
            assert datetime.datetime.fromisoformat(element.text).tzinfo
        elif name == "id":
            assert URI.fullmatch(element.text), element.text
        elif name == "link":
            assert URI.fullmatch(element.get("href"))
    assert root.find(f"{ATOM}author") is not None
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    for one in (root, *root.iter(f"{ATOM}entry")):
        links = [
            (link.get("rel"), link.get("type")) for link in one.iterfind(f"{ATOM}link")
        ]
        assert len(links) == len(set(links)) and ("alternate", "text/html") in links
    moments = [one.text for one in root.iterfind(f"{ATOM}entry/{ATOM}updated")]
    assert root.find(f"{ATOM}updated").text == max(
        moments, default="1970-01-01T00:00:00Z"
    )
    return root


def entries(client, path="/feed.xml"):
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/atom+xml")
    found = {}
    for entry in valid(answer.content).iter(f"{ATOM}entry"):
        values = {child.tag.removeprefix(ATOM): child.text for child in entry}
        found[values["title"]] = values
    return found


@pytest.mark.one_database
def test_feeds_of_the_guide_are_valid_and_have_the_full_text(client, seeded):
    found = entries(client)
    assert len(found) == 24
    article = found["What a machine learning engineer does"]["content"]
    assert "<h2>" in article and "<table>" in article and "[[" not in article
    assert not re.search(r'(?:href|src)="(?!https?:|mailto:)', article)
    own = entries(client, "/careers/machine-learning-engineer/feed.xml")
    assert own == found


def test_feed_of_nothing_is_valid(client):
    assert entries(client) == {}
    assert b"1970-01-01T00:00:00Z" in client.get("/feed.xml").content


def test_newest_come_first_and_there_is_an_end(client, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 2)
    career = CareerFactory()
    for day in (1, 3, 2):
        date = datetime.date(2026, 2, day)
        ArticleFactory(career=career, title=f"Of {day}", content_updated_on=date)
    assert list(entries(client)) == ["Of 3", "Of 2"]


def test_corrected_text_is_among_the_newest(client, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 2)
    career = CareerFactory(content_updated_on=datetime.date(2025, 1, 1))
    old = datetime.date(2025, 2, 1)
    article = ArticleFactory(career=career, title="Old", content_updated_on=old)
    ArticleFactory.create_batch(3, career=career)
    assert "Old" not in entries(client)
    note = {"kind": "correction", "text": "It said 3; it is 4."}
    ChangeNote.objects.create(**key_of(article), **note)
    for path in ("/feed.xml", f"{career.get_absolute_url()}feed.xml"):
        assert next(iter(entries(client, path))) == "Old"


def test_id_stays_when_the_address_changes(client):
    article = ArticleFactory(title="Bees", slug="bees")
    before = entries(client)["Bees"]["id"]
    wanted = type(article).objects.get(pk=article.pk)
    wanted.slug = "honey-bees"
    actions.save_draft(article, wanted, None)
    actions.publish(article, None)
    after = entries(client)["Bees"]
    assert (
        after["id"]
        == before
        == f"tag:127.0.0.1,2026-01-05:articles.article/{article.pk}"
    )


def test_id_stays_when_the_site_moves_to_another_time_zone(client, settings):
    ArticleFactory(title="Bees")
    before = entries(client)["Bees"]["id"]
    memory_cache.clear()
    settings.TIME_ZONE = "America/New_York"
    assert entries(client)["Bees"]["id"] == before


def test_is_updated_on_the_editors_day_or_with_a_note(client):
    article = ArticleFactory(title="A", content_updated_on=datetime.date(2026, 3, 1))
    assert entries(client)["A"]["updated"] == "2026-03-01T00:00:00Z"
    when = datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC)
    note = {"kind": "correction", "text": "It said 3; it is 4.", "made_at": when}
    ChangeNote.objects.create(**key_of(article), **note)
    found = entries(client)["A"]
    assert found["updated"] == "2026-03-02T10:00:00Z"
    assert found["summary"] == "Correction: It said 3; it is 4."
    assert "It said 3" in found["content"]


def test_hidden_texts_and_notes_that_wait_are_in_none(client):
    article = ArticleFactory(title="Seen")
    ArticleFactory(title="Draft", status="draft", career=article.career)
    ArticleFactory(title="Gone", career=CareerFactory(status="archived"))
    later = timezone.now() + datetime.timedelta(days=1)
    note = {"kind": "update", "text": "Not yet.", "made_at": later}
    ChangeNote.objects.create(**key_of(article), **note)
    for path in ("/feed.xml", f"{article.career.get_absolute_url()}feed.xml"):
        assert set(entries(client, path)) == {"Seen", str(article.career)}
        assert b"Not yet" not in client.get(path).content


def test_pages_lead_to_the_feed_of_their_guide(client):
    table = StatTableFactory(career__slug="bees")
    own = '<link rel="alternate" type="application/atom+xml" href="{}"'
    for path in (table.get_absolute_url(), "/careers/bees/"):
        assert own.format("/careers/bees/feed.xml") in client.get(path).content.decode()
    for path in ("/", "/articles/"):
        assert own.format("/feed.xml") in client.get(path).content.decode()


@pytest.mark.one_database
def test_what_no_xml_may_hold_breaks_nothing():
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    entry = Entry(
        "tag:a.org,2026-01-01:a",
        "\x0b\ufffe<]]>&",
        "http://a/",
        "http://a/b",
        now,
        now,
        "\x00",
    )
    feed = Feed("http://a/f", "\x1f", "http://a/", "http://a/f", now, [entry])
    [title] = ElementTree.fromstring(feed_bytes(feed)).iterfind(
        f"{ATOM}entry/{ATOM}title"
    )
    assert title.text == "\ufffd\ufffd<]]>&" and now > BEGINNING


def test_feed_of_a_guide_speaks_its_language(client):
    career = CareerFactory(slug="imker", name="Imker", language="de")
    ArticleFactory(career=career, language="de", title="Das Jahr")
    ArticleFactory(career=career, title="The year")
    root = valid(client.get("/careers/imker/feed.xml").content)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.get(lang) == "de"
    assert not root.findtext(f"{ATOM}title").startswith("Changes")
    told = {e.findtext(f"{ATOM}title"): e.get(lang) for e in root.iter(f"{ATOM}entry")}
    assert told == {"Imker": None, "Das Jahr": None, "The year": "en-gb"}
    root = valid(client.get("/feed.xml").content)
    told = {e.findtext(f"{ATOM}title"): e.get(lang) for e in root.iter(f"{ATOM}entry")}
    assert told == {"Imker": "de", "Das Jahr": "de", "The year": None}


def test_feed_of_the_site_has_an_id_that_is_no_address(client):
    root = ElementTree.fromstring(client.get("/feed.xml").content)
    assert root.findtext(f"{ATOM}id") == "tag:127.0.0.1,2026:feed"


def test_new_edition_is_among_many_newer_days(client, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 2)
    old = {"content_updated_on": datetime.date(2025, 1, 1)}
    old |= {"first_published_at": datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)}
    table = published(title="Old", **old)
    StatTableFactory.create_batch(3, career=table.career)
    assert "Old" not in entries(client)
    corrected(table)
    for path in ("/feed.xml", f"{table.career.get_absolute_url()}feed.xml"):
        found = entries(client, path)
        assert found["Old"]["updated"][:10] == localdate().isoformat()
