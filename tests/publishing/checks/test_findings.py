"""Test the pass over an item: texts, links, fields, and what its type declares."""

import pytest

from careerguide.publishing.checks.finding import BROKEN_LINK, LINK_FORM
from careerguide.publishing.checks.findings import findings_of
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)

pytestmark = pytest.mark.django_db

DAY = {"review_by": "2030-01-01"}
PASSAGE = "Bees keep the winter cluster warm by moving the muscles they fly with."


def checks(item):
    return [(one.check, one.field) for one in findings_of(item)]


def test_an_item_that_is_well_has_none():
    assert checks(ArticleFactory(**DAY)) == []


def test_links_of_an_old_address_and_to_nowhere():
    article = ArticleFactory(body="[Bees](/articles/gone/) [Home](../..)", **DAY)
    assert {check for check, _field in checks(article)} == {BROKEN_LINK, LINK_FORM}


def test_a_number_of_no_table():
    article = ArticleFactory(summary="It is [[number: pay; Senior; Mean]].", **DAY)
    assert ("broken-tie", "summary") in checks(article)


def test_titles_hold_no_notes():
    assert ("todo", "title") in checks(ArticleFactory(title="TODO bees", **DAY))


def test_what_a_field_lacks():
    assert checks(CareerFactory(summary="", status="draft")) == [
        ("no-summary", "summary"),
        ("no-review-date", "review_by"),
    ]


@pytest.mark.parametrize("empty", ["", "<!-- later -->", "​"])
def test_what_cannot_be_published_as_nothing_is_seen_of_it(empty):
    found = findings_of(FAQEntryFactory(answer=empty, status="draft", **DAY))
    assert ("needed", "answer", True) in {
        (one.check, one.field, one.blocks) for one in found
    }


def test_a_summary_that_lacks_is_said_once():
    article = ArticleFactory(summary="", body="", status="draft", **DAY)
    assert checks(article) == [("no-summary", "summary"), ("needed", "body")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Spring\n\n### Swarms", [("sample-text", "body")]),
        ("## Spring\n\nThe hives wake up.", []),
        ("Bees.", []),
    ],
)
def test_headings_alone_are_a_skeleton(body, found):
    assert checks(ArticleFactory(body=body, **DAY)) == found


def test_a_table_of_columns_alone():
    table = StatTableFactory(**DAY)
    assert not {"no-rows", "sample-text"} & {name for name, _field in checks(table)}
    begun = table.skeleton(CareerFactory())
    assert [(one.check, one.field, one.blocks) for one in findings_of(begun)][:2] == [
        ("sample-text", "title", False),
        ("no-rows", "data", True),
    ]
    assert "no-source" not in {name for name, _field in checks(begun)}


def test_a_passage_twice_in_one_item():
    article = ArticleFactory(body=f"{PASSAGE}\n\nBees.\n\n{PASSAGE}", **DAY)
    [finding] = findings_of(article)
    assert (finding.check, finding.line) == ("repeated-passage", 5)


def test_a_table_without_source_and_period():
    table = StatTableFactory(source_name="", source_url="", period="", **DAY)
    assert {"no-source", "no-period"} <= {check for check, _field in checks(table)}


def test_a_long_answer():
    entry = FAQEntryFactory(answer="Yes. " * 251, **DAY)
    assert checks(entry) == [("long-answer", "answer")]
