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
