"""Test what is found where no section has all words: those that have most of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from careerguide.models import Career
from careerguide.search import index
from careerguide.search.candidates import MOST_TRIES
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.search import content_weights, search

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


@pytest.mark.parametrize("unknown", ["zanzibar", "2031"])
def test_unknown_word_counts_as_much_as_a_known_one(unknown):
    """Not as the rarest one, which outweighs any two that are frequent."""
    put(*(f"Pay of nurses in ward {n}" for n in range(30)))
    assert len(found(f"nurses pay {unknown} ")) == 30
    assert not search(f"nurses pay {unknown} ").has_all


def test_most_of_the_words_has_to_be_known():
    put("Pay of nurses")
    assert found("xylophone zanzibar quokka nurses") == []


def test_rare_words_of_other_pages_hide_nothing():
    nurses = (f"Nurse {n}: hours of work in a week" for n in range(5))
    put(*nurses, "Knowing zebras", "Planning gardens")
    pages = found("know planning hours work week nurse ")
    assert pages[0].startswith("nurs")


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
    assert found("5 beliefs")[0] == "five belief 5"
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

    def scores(text, **options):
        return [page[0].score for page in search(text, **options).documents]

    weights = content_weights()
    assert found("ward sister", content_weights=weights)[0] == "night nurs"
    for question in ("what is a night nurse", "how do I become a night nurse"):
        assert scores(question, content_weights=weights) == scores(question)


def test_words_that_name_a_career_come_before_others():
    """Those who ask for a guide do not want what others say."""
    index.rebuild(
        DocumentText(
            item=(Article, number),
            title=title,
            context=context,
            sections=(SectionText(title),),
        )
        for number, (title, context) in enumerate(
            [
                ("The right shoes without laces", "Nurse"),
                ("The right hat without a brim", "Nurse"),
                ("Without shoes", "Beekeeper"),
                ("What a hat costs", "Beekeeper"),
                *((title, "Clerk") for title in FILLER),
            ],
            start=1,
        )
    )
    assert found("shoes laces beekeeper")[0] == "without shoe"
