"""Test that a page asks the database six times at most, however much there is."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import ContentVersion, key_of
from careerguide.site import sitemaps
from careerguide.site.career_list import CareerListView
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import CareerGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

MOST = 6
TIMES = 10
CAREER = "machine-learning-engineer"
TABLE = f"/statistics/{CAREER}-ages"
MORE = [  # of which the sitemap does not tell
    *("/sitemap.xml", "/statistics.json", f"/careers/{CAREER}/all/"),
    *(f"/careers/{CAREER}.epub", f"/careers/{CAREER}.html"),
    *(f"/{name}/?career={CAREER}" for name in ("articles", "statistics", "faq")),
    *(f"{TABLE}{form}" for form in (".csv", ".svg", ".md", "/embed/", "/@1/embed/")),
    *(f"/careers/{CAREER}{form}" for form in (".md", "/feed.xml", "/data.zip")),
    *("/feed.xml", "/llms.txt", "/about.md", f"/faq/{CAREER}-skills.card.png"),
]


@pytest.fixture
def counts(client):
    """Counts the queries of each page of the seeded guide: ``counts()[path]``."""
    # Asked once by a process: not by the first page that this test happens to open.
    ContentType.objects.get_for_models(*content_models())
    assert connection.features.supports_json_field
    sitemap = client.get("/sitemap.xml").content.decode()
    paths = re.findall(r"<loc>https?://[^/]+(.*?)</loc>", sitemap) + MORE

    def count():
        found = {}
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            found[path] = len(queries)
        return found

    return count


def multiply():
    """Nine more guides like the seeded one, and nine more pages for each."""
    pages = list(Page.objects.all())
    career = Career.objects.get()
    guide = {m: list(m.objects.all()) for m in (Article, StatTable, FAQEntry)}
    for number in range(1, TIMES):
        _copy(Page, pages, number)
        [other] = _copy(Career, [career], number)
        for model, items in guide.items():
            _copy(model, items, number, career=other)


def _copy(model, items, number, **changes):
    copies = []
    for item in items:
        copy = model.objects.get(pk=item.pk)
        copy.pk, copy.slug = None, f"{item.slug}-{number}"
        for name, value in changes.items():
            setattr(copy, name, value)
        copies.append(copy)
    ContentVersion.bump()
    return model.objects.bulk_create(copies)


def test_no_page_takes_more_than_six(counts):
    assert {path: n for path, n in counts().items() if n > MOST} == {}


def test_table_that_all_texts_name_takes_no_more(counts, client):
    table = StatTable.objects.get(slug=f"{CAREER}-ages")
    cell = f"25-34; {table.table.columns[-1].label}"
    for model in (Career, Page, Article, StatTable, FAQEntry):
        text = f"Half: [[number: {table.slug}; {cell}]]."
        model.objects.update(**dict.fromkeys(model.reference_fields(), text))
    ContentVersion.bump()
    assert {path: n for path, n in counts().items() if n > MOST} == {}
    page = client.get(f"{TABLE}/").content.decode()
    for model in (Article, FAQEntry):
        titles = [f'dir="auto">{escape(item)}</a></li>' for item in model.objects.all()]
        places = [page.index(title) for title in titles]
        assert places == sorted(places)


def test_notes_of_change_take_no_more(counts, client):
    before = counts()
    note = {"kind": "correction", "text": "It said 3; it is 4."}
    for model in content_models():
        for item in model.objects.all():
            ChangeNote.objects.create(**key_of(item), **note)
    ContentVersion.bump()
    assert counts() == before
    assert "It said 3" in client.get(f"{TABLE}/").content.decode()


def test_titles_that_name_numbers_take_no_more(counts, client):
    for table in StatTable.objects.all():
        row, column = table.table.rows[-1], table.table.columns[-1]
        cell = f"{table.table.label(row)}; {column.label}"
        StatTable.objects.filter(pk=table.pk).update(title=f"So [[number: {cell}]]")
    ContentVersion.bump()
    assert {path: n for path, n in counts().items() if n > MOST} == {}
    assert "<title>So " in client.get(f"{TABLE}/").content.decode()


def test_ten_times_the_rows_take_no_more(counts):
    before = counts()
    multiply()
    assert StatTable.objects.published().count() == 11 * TIMES
    assert {path: n for path, n in counts().items() if n > before[path]} == {}


def test_pages_after_the_first_take_no_more(client, monkeypatch):
    multiply()
    monkeypatch.setattr(CareerListView, "paginate_by", 3)
    monkeypatch.setattr(sitemaps, "GUIDES", 3)
    pages = [
        "/careers/?page=4",
        "/articles/?page=1",
        "/sitemap.xml",
        "/sitemap.xml?p=2",
    ]
    pages += ["/statistics/?page=3", "/faq/?page=2"]
    for path in pages:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        assert len(queries) <= MOST, path


def test_ten_times_the_rows_of_one_guide_take_no_more(counts):
    before = counts()
    career = Career.objects.get()
    for model in (Article, StatTable, FAQEntry):
        items = list(model.objects.all())
        for number in range(1, TIMES):
            measure = {"measure": None} if model is StatTable else {}
            _copy(model, items, number, career=career, **measure)
    assert counts() == before


@pytest.mark.parametrize("is_chosen", [True, False])
def test_related_careers_take_no_more(counts, is_chosen):
    multiply()
    others = Career.objects.exclude(slug=CAREER)
    if is_chosen:
        values = {"related": [*others.values_list("slug", flat=True)[:4]]}
    else:
        values = {"group": CareerGroupFactory()}
        others.update(**values)
    Career.objects.filter(slug=CAREER).update(**values)
    ContentVersion.bump()
    assert {path: n for path, n in counts().items() if n > MOST} == {}
