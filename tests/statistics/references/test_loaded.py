"""Test what a text shows of tables, and how much is asked for it."""

import pytest

from articles.models import Article
from statistics.former_names import FormerName
from statistics.models import StatTable
from tests.factories import ArticleFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

PAY = {
    "columns": [
        {"key": "level", "label": "Level", "type": "text"},
        {"key": "mean", "label": "Mean", "type": "money", "currency": "USD"},
    ],
    "rows": [{"cells": ["Senior", "120"]}],
}


def test_figures_numbers_and_their_list_take_one_query(django_assert_num_queries):
    table = StatTableFactory(slug="pay", source_name="A survey", period="2024")
    column, row = table.table.columns[-1], table.table.rows[0]
    number = f"[[number: pay; {table.table.label(row)}; {column.label}]]"
    ArticleFactory(body=f"[[table: pay]]\n\nIt is {number}.", career=table.career)
    article = Article.objects.get()
    with django_assert_num_queries(1):
        html = article.render("body").html
        listed = article.reference_list()
    assert "live-number" in html and "figure-pay" in html
    assert "Source: A survey. Period: 2024." in listed


@pytest.mark.parametrize("count", [1, 3, 5, 40])
def test_all_tables_that_a_text_names_are_found(count, django_assert_num_queries):
    tables = [StatTableFactory(slug=f"pay-{i}") for i in range(count)]
    table = tables[0].table
    row, column = table.label(table.rows[0]), table.columns[-1].label
    body = " ".join(f"[[number: pay-{i}; {row}; {column}]]" for i in range(count))
    ArticleFactory(body=body, career=tables[0].career)
    article = Article.objects.get()
    with django_assert_num_queries(1):
        html = article.render("body").html
    assert html.count("/statistics/pay-") == count and "no data" not in html


class TestKeptForTheNextPage:
    """What was worked out once stands on a page only as long as its tables say it."""

    PAGE = "It is [[number: pay; Senior; Mean]]."

    @pytest.fixture
    def article(self):
        table = StatTableFactory(slug="pay", title="Pay", source_name="A survey")
        table.data = PAY
        table.save()
        return ArticleFactory(body=self.PAGE, career=table.career)

    def shown(self, article, **options):
        article = Article.objects.get(pk=article.pk)
        return article.render("body", **options).html + article.reference_list()

    def test_the_second_page_says_the_same(self, article):
        assert self.shown(article) == self.shown(article)
        assert "$120" in self.shown(article)

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("data", PAY | {"rows": [{"cells": ["Senior", "130"]}]}, "$130"),
            ("slug", "wages", "/statistics/wages/"),
            ("title", "Wages", ">Wages<"),
            ("title", "Up to [[number: Senior; Mean]]", ">Up to $120<"),
            ("source_name", "Another", "Another"),
            ("period", "2024", "Period: 2024."),
        ],
    )
    def test_of_a_table_of_which_one_field_was_changed(
        self, article, field, value, words
    ):
        before = self.shown(article)
        StatTable.objects.update(**{field: value})
        if field == "slug":
            Article.objects.update(body=self.PAGE.replace("pay", "wages"))
        assert words not in before and words in self.shown(article)

    def test_in_another_language(self, article):
        StatTable.objects.update(data=PAY | {"rows": [{"cells": ["Senior", "120000"]}]})
        assert "$120,000" in self.shown(article)
        Article.objects.update(language="de")
        assert "120.000" in self.shown(article)

    def test_by_a_former_name_that_came_to_be_one_and_is_none_any_more(self, article):
        StatTable.objects.update(data=PAY | {"rows": [{"cells": ["Head", "120"]}]})
        assert "no data" in self.shown(article)
        table = StatTable.objects.get()
        former = table.former_names.create(
            kind=FormerName.Kind.ROW, former="senior", name="Head"
        )
        assert "$120" in self.shown(article)
        former.delete()
        assert "no data" in self.shown(article)

    def test_with_addresses_of_another_page(self, article):
        self.shown(article)
        there = self.shown(article, links=lambda url: (f"https://x.example{url}", 0))
        assert "https://x.example/statistics/pay/" in there
        assert "https://x.example" not in self.shown(article)
