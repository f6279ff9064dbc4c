"""Test that pages describe themselves truly, in words that schema.org has."""

import pytest

from statistics.downloads.schema_org import covered
from tests.each import each
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    MeasureFactory,
    StatTableFactory,
)

from .pages import data_of, paths_of, read
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


def test_question_has_its_answer_and_lists_have_none(client):
    entry = FAQEntryFactory(answer="Yes, *now* and then.")
    FAQEntryFactory(career=entry.career)
    [node, _trail] = data_of(read(client, entry.get_absolute_url()))
    [question] = node["mainEntity"]
    assert question["acceptedAnswer"]["text"] == "Yes, now and then."
    [node, _trail] = data_of(read(client, "/faq/"))
    answers = [question["acceptedAnswer"] for question in node["mainEntity"]]
    assert len(answers) == 2 and all("text" not in answer for answer in answers)


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
