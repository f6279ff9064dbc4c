"""Test how the tables that texts name are fetched."""

import pytest

from articles.models import Article
from careerguide.publishing.models.related import OldSlug
from statistics.models import StatTable
from statistics.references.published import MOST_TEXTS, published_tables
from tests.factories import ArticleFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_published_ones_are_found_by_slug():
    table = StatTableFactory(slug="pay")
    StatTableFactory(slug="draft", status="draft")
    assert published_tables({"pay", "draft", "nothing"}) == {"pay": table}
    assert published_tables(set()) == {}


def test_one_is_found_by_the_slug_it_had():
    table = StatTableFactory(slug="pay")
    OldSlug.objects.create(item=table, slug="salaries")
    assert published_tables({"salaries"}) == {"salaries": table}


def test_there_may_be_more_than_one_statement_takes():
    table = StatTableFactory(slug="pay")
    slugs = {f"table-{number}" for number in range(MOST_TEXTS)} | {"pay"}
    assert published_tables(slugs) == {"pay": table}


def test_what_a_text_shows_takes_one_query(django_assert_num_queries):
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


def test_text_of_a_table_is_left_in_the_database():
    StatTableFactory(slug="pay", note="Long")
    assert "note" in published_tables({"pay"})["pay"].get_deferred_fields()
    assert StatTable.objects.get().note == "Long"
