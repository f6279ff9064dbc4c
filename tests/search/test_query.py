"""Whatever is typed becomes words and phrases, and never an error."""

import pytest

from careerguide.search.query import MOST_TERMS, parse


def terms(text):
    return [
        " ".join(token.text for token in term.tokens)
        for term in parse(text, "en-gb").terms
    ]


def test_words_in_their_order():
    assert terms("Salaries of  engineers") == ["salari", "of", "engin"]


@pytest.mark.parametrize(
    "text", ['"plug and play"', "“plug and play”", "«plug and play»"]
)
def test_phrase(text):
    (term,) = parse(text, "en-gb").terms
    assert term.in_a_row
    assert [token.text for token in term.tokens] == ["plug", "and", "play"]


def test_phrase_among_words():
    assert terms('what is "plug and play" about') == [
        "what",
        "is",
        "plug and play",
        "about",
    ]


def test_quotation_mark_that_is_never_closed():
    assert terms('"plug and') == ["plug", "and"]


@pytest.mark.parametrize(
    ("text", "is_last"),
    [
        ("machine lear", True),
        ("machine lear ", False),
        ("r", False),  # a language, and no begin of a word
        ("how to", False),
        ("120", False),
        ('"machine lear"', False),
    ],
)
def test_last_word_may_be_unfinished(text, is_last):
    assert parse(text, "en-gb").terms[-1].is_last is is_last


def test_words_that_say_little():
    assert [t.is_stop_word for t in parse("what is machine", "en-gb").terms] == [
        True,
        True,
        False,
    ]


def test_script_without_spaces_is_looked_for_in_a_row():
    (term,) = parse("東京大学", "en-gb").terms
    assert term.in_a_row


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", "😀", "()", '"', '""', "*", "-", "' OR 1=1 --", "\u202e", "%_"],
)
def test_nothing_or_no_word(text):
    assert all(token.isalnum() for term in terms(text) for token in term.split())


@pytest.mark.parametrize("word", ["salary ", "a", "東", '"a b" ', "24/7 "])
def test_ten_thousand_characters(word):
    query = parse((word * 10_000)[:10_000], "en-gb")
    assert len(query.terms) <= MOST_TERMS
