"""Test that pages describe themselves truly, in words that schema.org has."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils.timezone import localdate

from careerguide.models import Site
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.related import key_of
from statistics.downloads.schema_org import covered
from statistics.editions.models import Edition
from tests.each import each
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    MeasureFactory,
    StatTableFactory,
)
from tests.statistics.editions.worlds import corrected, published

from .pages import HOME, data_of, paths_of, read
from .vocabulary import faults

pytestmark = pytest.mark.django_db


def kinds(client, path):
    return [node["@type"] for node in data_of(read(client, path))]


@pytest.mark.one_database
def test_every_page_of_the_guide_uses_known_words_for_known_things(client, seeded):
    more = ["/compare/", "/search/?q=pay", "/careers/machine-learning-engineer/all/"]
    for path in (*paths_of(client), "/careers/", *more):
        nodes = data_of(read(client, path))
        assert [fault for node in nodes for fault in faults(node)] == [], path
        assert path == "/" or nodes[-1]["@type"] == "BreadcrumbList"


@pytest.mark.one_database
@pytest.mark.parametrize("guides", [1, 2])
def test_trail_of_every_page_is_the_visible_one_and_its_own(client, seeded, guides):
    if guides > 1:
        CareerFactory()
    table = "/statistics/machine-learning-market-size/"
    more = ["/compare/", "/search/?q=pay", f"{table}@1/", "/careers/"]
    more += ["/careers/machine-learning-engineer/all/"]
    more += ["/articles/?career=machine-learning-engineer"]
    for path in {*paths_of(client), *more} - {"/"}:
        page = read(client, path)
        *steps, own = data_of(page)[-1]["itemListElement"]
        assert own["item"] == f"{HOME}{path}"
        assert [(step["name"], step["item"]) for step in steps] == (
            [(name, f"{HOME}{to}") for name, to in visible_trail(page)]
            or [("Home", f"{HOME}/")]
        ), path


def visible_trail(page):
    _before, found, trail = page.partition('<nav class="breadcrumbs"')
    links = re.findall(r'<a href="(.*?)">(.*?)</a>', trail.partition("</nav>")[0])
    return [(unescape(name), to) for to, name in links]


class TestEdition:
    """A past edition describes itself, and names the table of today."""

    @pytest.fixture
    def node(self, client):
        table = published(source_name="ONS", period="2020", language="de")
        corrected(table, title="Pay of beekeepers", period="2021")
        node, _trail = data_of(read(client, "/statistics/bees/@1/"))
        assert not list(faults(node))
        return node

    def test_is_a_dataset_of_its_own_number_day_and_period(self, node):
        address = f"{HOME}/statistics/bees/@1/"
        assert (node["@type"], node["@id"], node["url"]) == (
            *("Dataset", address, address),
        )
        assert (node["version"], node["identifier"]) == ("1", address)
        assert node["datePublished"] == Edition.objects.get(number=1).day.isoformat()
        assert node["temporalCoverage"] == "2020"
        assert node["isBasedOn"]["name"] == "ONS"
        assert node["inLanguage"] == "de"

    def test_gives_its_own_files(self, client, node):
        files = [file["contentUrl"] for file in node["distribution"]]
        assert files == [
            f"{HOME}/statistics/bees/@1.{form}" for form in ("csv", "json", "xlsx")
        ]
        for file in files:
            assert client.get(file.removeprefix(HOME)).status_code == 200

    def test_is_a_state_of_the_table(self, node):
        assert node["exampleOfWork"]["@id"] == f"{HOME}/statistics/bees/"
        assert node["exampleOfWork"]["name"] == "Pay of beekeepers"
        assert node["name"] != "Pay of beekeepers"

    def test_has_the_licence_that_it_was_given_under(self, client, settings):
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        published()
        settings.SITE_OVERRIDES = {"licence": "CC0"}
        node, _trail = data_of(read(client, "/statistics/bees/@1/"))
        assert node["license"] == "CC BY 4.0"


def test_each_kind_of_page_is_called_what_it_is(client):
    career = CareerFactory(slug="bees")
    article = ArticleFactory(career=career)
    table = StatTableFactory(career=career)
    entry = FAQEntryFactory(career=career)
    assert kinds(client, "/") == ["WebSite", "Organization"]
    for path, kind in {
        article.get_absolute_url(): "Article",
        table.get_absolute_url(): "Dataset",
        entry.get_absolute_url(): "FAQPage",
        "/faq/": "FAQPage",
        "/articles/": "CollectionPage",
        "/careers/bees/": "WebPage",
    }.items():
        assert kinds(client, path) == [kind, "BreadcrumbList"], path


def test_script_in_a_text_is_none(client):
    title = "</script><script>alert(1)</script>"
    article = ArticleFactory(title=title, summary="<!--<script>&")
    page = read(client, article.get_absolute_url())
    assert title not in page and "<!--<script>" not in page
    assert data_of(page)[0]["headline"] == title


def test_table_says_its_source_files_and_period_only_if_known(client):
    known = StatTableFactory(source_name="ONS", period="2020 to 2024", place="Wales")
    [node, _trail] = data_of(read(client, known.get_absolute_url()))
    assert node["isBasedOn"] == {"@type": "CreativeWork", "name": "ONS"}
    assert node["temporalCoverage"] == "2020/2024"
    assert node["spatialCoverage"]["name"] == "Wales"
    files = [file["contentUrl"] for file in node["distribution"]]
    assert files == [
        f"http://127.0.0.1:8000/statistics/{known.slug}.{form}"
        for form in ("csv", "json", "xlsx")
    ]
    unknown = StatTableFactory(source_name="", period="", place="")
    [node, _trail] = data_of(read(client, unknown.get_absolute_url()))
    absent = {"isBasedOn", "temporalCoverage", "spatialCoverage", "license"}
    assert not absent & node.keys()


@each(
    "period, coverage",
    [
        ("2024", "2024"),
        ("2020 to 2027", "2020/2027"),
        ("2020–2027", "2020/2027"),
        ("2020 and 2027 (forecast)", None),
        ("spring 2024", None),
        ("", None),
    ],
)
@pytest.mark.one_database
def test_period_in_other_words_is_not_guessed(period, coverage):
    assert covered(period) == coverage


def test_each_question_has_the_answer_that_stands_on_the_page(client, monkeypatch):
    entry = FAQEntryFactory(answer="Yes, *now* and then.", order=1)
    FAQEntryFactory(career=entry.career, answer="[No](/faq/), it flies.", order=2)
    texts = ["Yes, now and then.", "No, it flies."]
    assert answers(client, entry.get_absolute_url()) == texts[:1]
    assert answers(client, "/faq/") == texts
    monkeypatch.setattr("faq.views.MOST_OF_ANSWERS", 30)  # the second is a link
    assert answers(client, "/faq/") == texts[:1]


def test_blocks_of_an_answer_are_told_apart(client):
    answer = "You need:\n\n- Python\n- SQL\n\n| A | B |\n|---|---|\n| 1 | 2 |"
    entry = FAQEntryFactory(answer=answer)
    [text] = answers(client, entry.get_absolute_url())
    assert text == "You need:\n- Python\n- SQL\nA | B\n1 | 2"


def answers(client, path):
    [node, _trail] = data_of(read(client, path))
    assert node["@type"] == "FAQPage" and not list(faults(node))
    return [question["acceptedAnswer"]["text"] for question in node["mainEntity"]]


class TestOccupation:
    def occupation(self, client, **fields):
        career = CareerFactory(other_names="Apiarist, bee farmer")
        fact = {"headline_label": "Pay", "headline_row": "Senior"}
        fact |= {"headline_column": "salary", "measure": MeasureFactory()}
        StatTableFactory(career=career, **fact, **fields)
        [node, _trail] = data_of(read(client, career.get_absolute_url()))
        assert not list(faults(node))
        return node["mainEntity"]

    def test_names_it_and_its_other_names(self, client):
        node = self.occupation(client)
        assert node["@type"] == "Occupation"
        assert node["alternateName"] == ["Apiarist", "bee farmer"]

    def test_pay_of_a_known_kind_is_told(self, client):
        node = self.occupation(client, statistic="median", pay_period="year")
        [pay] = node["estimatedSalary"]
        assert (pay["median"], pay["currency"]) == (170_000, "USD")
        assert pay["duration"] == "P1Y"

    @pytest.mark.parametrize(
        "fields",
        [
            {"statistic": "mean", "pay_period": "year"},
            {"statistic": "median"},
            {"pay_period": "year"},
        ],
    )
    def test_pay_of_another_kind_is_not(self, client, fields):
        assert "estimatedSalary" not in self.occupation(client, **fields)


def test_publisher_is_who_publishes_and_else_the_site(client, seeded):
    def named():
        nodes = data_of(read(client, "/"))
        return [n["name"] for n in nodes if n["@type"] == "Organization"]

    assert named() == ["Career Guide"]
    Site.objects.create(pk=1, name="Bees", publisher="Acme & Co")
    assert named() == ["Acme & Co"]


def test_day_of_change_is_that_of_a_note_that_came_later(client):
    entry = FAQEntryFactory(content_updated_on=date(2026, 1, 5))

    def day():
        return data_of(read(client, entry.get_absolute_url()))[0]["dateModified"]

    assert day() == "2026-01-05"
    note = {"kind": "correction", "text": "It said 3; it is 4."}
    noted = ChangeNote.objects.create(**key_of(entry), **note)
    assert day() == localdate(noted.made_at).isoformat()
