"""Test that words which answer to others are found, after what was asked for."""

import pytest

from articles.models import Article
from careerguide.search import index
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.finding import find
from careerguide.search.search import search
from careerguide.search.suggestions import suggestions

pytestmark = pytest.mark.django_db


def put(*titles, **more):
    index.rebuild(
        DocumentText(
            item=(Article, number), title=title, sections=(SectionText(title),), **more
        )
        for number, title in enumerate(titles, start=1)
    )


def found(text, **options):
    documents = search(text, **options).documents
    return [page[0].hit.title for page in documents]


def test_answer_is_found_after_the_word_itself():
    put("The challenges of the work", "What is hard about it")
    assert found("what is hard") == [
        "What is hard about it",
        "The challenges of the work",
    ]


def test_it_is_one_way():
    put("What is hard about it")
    assert found("challenges") == []


def test_name_of_several_words():
    put("Later roles", "A job in town", "Responsibilities")
    assert found("job description")[0] == "Responsibilities"


def test_name_of_several_words_that_nothing_says_is_its_words():
    put("A path through the wood to a career")
    assert found("career path ") == ["A path through the wood to a career"]


def test_word_as_it_was_typed_has_none():
    put("The challenges of the work")
    assert found("hard", correct=False) == []


def test_other_languages_have_none(settings):
    settings.LANGUAGE_CODE = "de"
    put("The challenges of the work")
    assert found("hard") == []


def test_lists_and_suggestions_have_none():
    put("The challenges of the work", url="/articles/a/")
    assert find(Article, "hard").keys == []
    assert suggestions("hard") == []
    assert suggestions("challenge")


def test_name_that_begins_with_a_word_of_questions():
    put("What happens to your data", "Privacy")
    assert found("what do you know about me")[0] == "Privacy"


def test_word_of_the_name_itself_is_more_than_what_answers():
    put("How people are chosen", "The interview")
    assert found("job interview")[0] == "The interview"


def test_what_was_asked_for_itself_answers_no_other_word():
    """Or a page that says “region” twice would say of both words what is wanted."""
    put("Regions", "Countries")

    def tokens(text):
        [group] = [
            group
            for group in search(text).plan.groups
            if group.alternatives[0].tokens == ["countri"]
        ]
        return {token for one in group.alternatives for token in one.tokens}

    assert "region" in tokens("country")
    assert "region" not in tokens("country region")
