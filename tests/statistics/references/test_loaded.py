"""Test how much is asked for what a text shows of tables."""

import pytest

from articles.models import Article
from tests.factories import ArticleFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


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
