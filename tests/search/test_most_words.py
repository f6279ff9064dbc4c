"""Test what is found where no section has all words: those that have most of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from careerguide.models import Career
from careerguide.search import index
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.search import MOST_TRIES, content_weights, search

pytestmark = pytest.mark.django_db
FILLER = [f"Filler {n}" for n in range(40)]


def put(*titles, context="", model=Article):
    """Index pages of these titles after the filler, which makes words common."""
    index.rebuild(
        DocumentText(
            item=(model, number),
            title=title,
            context=context,
            sections=(SectionText(title),),
        )
        for number, title in enumerate([*titles, *FILLER], start=1)
    )


def found(text, **options):
    """Titles, as tokens, best first."""
    results = search(text, **options)
    return [page[0].hit.heading_words for page in results.documents]


def test_unknown_word_counts_as_much_as_a_known_one():
    put("Pay of nurses")
    assert found("nurses pay zanzibar") == ["pay of nurs"]
    assert not search("nurses pay zanzibar").has_all


def test_unknown_number_hides_nothing():
    put("Pay of nurses", "Pay of cooks")
    assert found("nurses pay 2031")[0] == "pay of nurs"


def test_most_of_the_words_has_to_be_known():
    put("Pay of nurses")
    assert found("xylophone zanzibar quokka nurses") == []


def test_rare_word_of_another_page_hides_nothing():
    """One word that is rare and of no use stands on a page of its own."""
    put(*(f"Nurse {n}: hours of work" for n in range(5)), "Knowing zebras")
    assert found("know the hours of work of a nurse")[0].startswith("nurs")


def test_pages_that_have_most_words_come_before_others():
    put("Hours of a nurse at night", "Hours of a cook", "A nurse")
    assert found("hours nurse night abroad ")[0] == "hour of a nurs at night"


def test_there_are_several_to_choose_from():
    """One page that has most of the words by chance is not all that is offered."""
    put("Spending time: tools", "Nurse: tools and time", "Nurse: time", "Nurse: hours")
    assert len(found("spending time nurse hours ")) > 1


def test_tries_are_counted():
    words = [f"word{letter}" for letter in "abcdefgh"]
    put(*words)
    with CaptureQueriesContext(connection) as captured:
        search(" ".join(words))
    tries = [query for query in captured if "search_words_of_sections" in query["sql"]]
    assert len(tries) <= MOST_TRIES


def test_words_written_apart_are_found_written_as_one():
    put("Healthcare", "Health", "Care")
    assert found("health care jobs")[0] == "healthcar"


def test_words_written_as_one_are_found_apart():
    put("Health care", "Health", "Care")
    assert found("healthcare") == ["health care"]


def test_number_in_words_is_found_by_its_digits():
    put("Five beliefs", "Six beliefs")
    assert found("5 beliefs") == ["five belief 5"]
    assert found("five beliefs")[0] == "five belief 5"


def test_career_comes_first_by_its_name_alone():
    career = DocumentText(
        item=(Career, 1),
        title="Night Nurse",
        context="Night Nurse, Ward Sister",
        sections=(SectionText("Night Nurse"),),
    )
    answer = DocumentText(
        item=(Article, 1),
        title="What is a night nurse?",
        context="Night Nurse, Ward Sister",
        sections=(SectionText("What is a night nurse?"),),
    )
    index.rebuild([career, answer])
    weights = content_weights()
    assert found("ward sister", content_weights=weights)[0] == "night nurs"
    asked = "what is a night nurse"
    assert found(asked, content_weights=weights)[0] == "what is a night nurs"
