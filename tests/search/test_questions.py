"""Test that questions are read as people mean them."""

from careerguide.search.query import parse
from tests.each import each


def tokens(text, language="en-gb"):
    terms = parse(text, language).terms
    return [token.text for term in terms for token in term.tokens]


@each(
    "text",
    [
        "how much do nurses make",
        "How much does a nurse make?",
        "how much money can nurses make",
        "how much would she make",
    ],
)
def test_how_much_somebody_makes_is_what_they_earn(text):
    assert "earn" in tokens(text)
    assert "make" not in tokens(text)


@each(
    "text",
    [
        "who makes the tools",
        "how much difference does a degree make",
        "how do they make bread",
        "make",
    ],
)
def test_other_questions_are_left_alone(text):
    assert "make" in tokens(text)
    assert "earn" not in tokens(text)


def test_other_languages_are_left_alone():
    assert "earn" not in tokens("how much do nurses make", "de")


@each(
    "text",
    [
        "what is it like to be a",
        "can you please explain how to",
        "I'm looking for something about",
        "do you need any",
    ],
)
def test_words_of_questions_say_little(text):
    assert all(term.is_stop_word for term in parse(text, "en-gb").terms)


@each("word", ["without", "degree", "old", "late", "home", "become"])
def test_words_that_say_what_is_asked_for(word):
    assert not parse(word, "en-gb").terms[0].is_stop_word


@each(
    "text",
    [
        "who wrote this",
        "what do you know about me",
        "when was this page updated",
        "Do you track visitors?",
        "where do the numbers come from",
    ],
)
def test_question_asks_for_the_site(text):
    assert parse(text, "en-gb").is_of_site


@each(
    "text",
    [
        "do you need a degree",
        "can I work from home",
        "is this job for me",
        "who do nurses work with",
    ],
)
def test_question_asks_for_a_career(text):
    assert not parse(text, "en-gb").is_of_site


@each("text", ["what tools do people use", "the best part of a typical day"])
def test_light_words_say_a_little(text):
    terms = parse(text, "en-gb").terms
    assert sum(term.is_light for term in terms) >= 2
    assert any(not term.is_light and not term.is_stop_word for term in terms)
