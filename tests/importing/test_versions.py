"""Test that a document that people changed in their ways comes back to its drafts."""

import pytest

from articles.models import Article
from careerguide.importing import services
from careerguide.publishing.drafts.rows import draft_of
from faq.models import FAQEntry
from statistics.models import StatTable

from .baker import BREAD, FAQ, OVEN, SHIFT, SLEEP, TABLE, again, counts

pytestmark = pytest.mark.django_db


def states(reviewer):
    return {one.title: one.state for one in services.versions(reviewer.pk)}


def body():
    return draft_of(Article.objects.get()).body


MOVED_QUESTION = BREAD, OVEN, TABLE, FAQ, SLEEP, SHIFT
MOVED_SECTION = OVEN, BREAD, TABLE, FAQ, SHIFT, SLEEP
MOVED_TABLE = TABLE, BREAD, OVEN, FAQ, SHIFT, SLEEP


@pytest.mark.parametrize("parts", [MOVED_QUESTION, MOVED_SECTION, MOVED_TABLE])
def test_what_was_moved_is_neither_new_nor_gone(first, parts):
    reviewer = again(first, *parts)
    assert set(states(reviewer).values()) <= {"same", "changed"}
    assert not reviewer.review.gone and not reviewer.review.decisions
    reviewer.create()
    assert counts() == [1, 1, 1, 2]


def test_a_moved_section_stands_where_it_does_now(first):
    again(first, *MOVED_SECTION).create()
    assert body().index("The oven") < body().index("The bread")


def test_a_moved_table_with_another_number_is_the_same_table(first):
    table = StatTable.objects.get()
    more = TABLE.replace("12000", "12500")
    again(first, more, BREAD, OVEN, FAQ, SHIFT, SLEEP).create()
    [row] = draft_of(StatTable.objects.get(pk=table.pk)).data["rows"][1:]
    assert row["cells"] == ["Spain", "12500"] and counts() == [1, 1, 1, 2]


def test_a_moved_question_in_other_words_keeps_its_address(first):
    words = SHIFT.replace("a shift", "the first shift")
    reviewer = again(first, BREAD, OVEN, TABLE, FAQ, SLEEP, words)
    assert states(reviewer)["When does the first shift begin?"] == "changed"
    reviewer.create()
    entry = FAQEntry.objects.get(slug="baker-when-does-a-shift-begin")
    assert draft_of(entry).question == "When does the first shift begin?"
    assert counts() == [1, 1, 1, 2]


def test_a_short_answer_stays_with_its_question(first):
    """“Mostly.” is no answer of another question, which had the same word."""
    one = "### Do they sing?\n\nMostly.\n"
    middle = again(first, BREAD, OVEN, TABLE, FAQ, one, SHIFT, SLEEP)
    middle.create()
    other = "### Do they sell?\n\nMostly.\n"
    parts = BREAD, OVEN, TABLE, FAQ, SHIFT, SLEEP, other
    again(middle, *parts).create()
    answers = {e.question: draft_of(e).answer for e in FAQEntry.objects.all()}
    assert answers["Do they sell?"] == answers["Do they sing?"] == "Mostly.\n"


def test_merged_sections_and_a_new_row(first):
    row = f"{TABLE}| Italy | 9000 |\n"
    oven = OVEN.removeprefix("## The oven\n\n")
    reviewer = again(first, BREAD, oven, row, FAQ, SHIFT, SLEEP)
    assert reviewer.review.gone == ["The oven"]
    reviewer.create()
    assert "The oven" not in body() and "holds its heat" in body()
    assert len(draft_of(StatTable.objects.get()).data["rows"]) == 3
    assert counts() == [1, 1, 1, 2]
