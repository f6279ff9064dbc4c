"""Test small numbers that are claims where things in general are spoken of."""

import pytest

from statistics.references.claims.english_numerals import value_of
from statistics.references.claims.finding import claims_in


def found(text):
    return [claim.written for claim in claims_in(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A cook stands for nine hours.", ["nine"]),
        ("The average age is forty-six.", ["forty-six"]),
        ("Most trainees retire before they turn 60.", ["60"]),
        ("The profession ranks 27th.", ["27th"]),
        ("It is the third most wanted trade.", ["third most wanted"]),
        ("One firefighter in twelve is a woman.", ["One firefighter in twelve"]),
        ("There are six applicants for each place.", ["six"]),
        ("The ratio is 1:30.", ["1:30"]),
        ("Trades of seventeen regions lack people.", ["seventeen"]),
        ("About 55k is normal.", ["55k"]),
        ("Pay varies by ±15 %.", ["15 %"]),
        ("The fee is one and a half times as high.", ["one and a half times"]),
    ],
)
def test_measured_number_is_a_claim(text, claims):
    assert found(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Bring three hours of patience.",
        "She waited nine hours.",
        "There are three ways in: school, work or luck.",
        "The firm was founded by four friends.",
        "By week six most people know the way.",
        "The Big Five are on the list.",
        "The doors open at 8.15.",
        "Years 10 and 11 sit them.",
        "A four-letter word.",
        "The second half of the course.",
    ],
)
def test_number_of_an_instruction_a_story_a_list_or_a_name_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0),
        ("forty-six", 46),
        ("a hundred and twenty", 120),
        ("two hundred thousand", 200_000),
        ("one million two hundred thousand", 1_200_000),
        ("forty winks", None),
    ],
)
def test_words_are_read_as_a_number(words, value):
    assert value_of(words) == value
