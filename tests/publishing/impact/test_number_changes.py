"""Test which numbers that readers saw a publication is found to change."""

import pytest

from careerguide.publishing.impact.number_changes import number_changes, sentence_on
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.each import each
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

SAME = {
    "words": ("They earn $120,000.", "They are paid $120,000."),
    "another_place": ("Of 3 hives.\n\nAnd 7 bees.", "And 7 bees.\n\nOf 3 hives."),
    "groups": ("They earn $120,000.", "They earn $120000."),
    "zeros": ("It is 8.50 million.", "It is 8.5 million."),
    "blank": ("A share of 5 %.", "A share of 5%."),
    "words_of_percent": ("A share of 5 percent.", "A share of 5%."),
    "new_number": ("Of 3 hives.", "Of 3 hives and 4 bees."),
    "list_numbers": ("1. One\n2. Two\n3. Three", "1. One\n2. Two"),
    "address_of_a_link": ("[Bees](https://a.org/1)", "[Bees](https://a.org/2)"),
    "year": ("As of 2024.", "As of 2025."),
    "date": ("On 4 May 2024, at 9:30.", "On June 5, 2025, at 10:00."),
    "date_in_numbers": ("Since 31/12/2023.", "Since 2024-01-01."),
    "decade": ("In the 1990s.", "In the 1980s."),
    "no_numbers": ("They buzz.", "They sting."),
}
OTHER = {
    "amount": ("$120,000 a year.", "$125,000 a year.", "$120,000", "$125,000"),
    "currency": ("$120,000 a year.", "€120,000 a year.", "$120,000", "€120,000"),
    "scale": ("8 million bees.", "8 billion bees.", "8 million", "8 billion"),
    "percent": ("It is 41.7%.", "It is 41.8%.", "41.7%", "41.8%"),
    "points": ("It is 5%.", "It is 5 of them.", "5%", "5"),
    "counted": ("Some 2,024 bees.", "Some 2,025 bees.", "2,024", "2,025"),
    "money_like_a_year": ("It is $2024.", "It is $2025.", "$2024", "$2025"),
    "scale_like_a_year": (
        "2024 million.",
        "2025 million.",
        "2024 million",
        "2025 million",
    ),
    "gone": ("They earn $120,000.", "They earn well.", "$120,000", ""),
    "second": ("Of 3 and 4.", "Of 3 and 5.", "4", "5"),
    "one_of_two": ("Of 3 and 3.", "Of 3 and 4.", "3", "4"),
    "other_digits": ("Of ٣ hives.", "Of ٤ hives.", "٣", "٤"),
    "bold": ("Of **30** hives.", "Of **31** hives.", "30", "31"),
}


def changes(before, after, **more):
    seen = ArticleFactory(body=before, summary="Of bees and $9.")
    item = apply_snapshot(seen, snapshot(seen) | {"body": after} | more)
    return number_changes(seen, item)


@each("before, after", SAME.values(), ids=SAME)
def test_same_number_is_no_change(before, after):
    assert changes(before, after) == []


@each("before, after, was, now", OTHER.values(), ids=OTHER)
def test_other_number_is_told(before, after, was, now):
    [change] = changes(before, after)
    assert (change.place, change.before, change.after) == ("Body", was, now)


def test_number_that_moves_to_another_text_is_no_change():
    assert changes("They earn $8.", "They earn.", summary="Of bees, $8 and $9.") == []


def test_what_no_reader_saw_changes_nothing():
    item = ArticleFactory(body="Of 3 hives.")
    assert number_changes(None, item) == []


def test_sentence_names_five_and_counts_the_rest():
    found = changes("1, 2, 3, 4, 5, 6, 7", "11, 12, 13, 14, 15, 16, 17")
    sentence = sentence_on(found)
    assert "Body: readers saw 1; it would be 11." in sentence
    assert "readers saw 6" not in sentence and "And 2 more." in sentence


def test_long_text_is_compared_in_time():
    text = " ".join(f"{n}.5 bees" for n in range(20_000))
    assert len(changes(text, text.replace(".5", ".6"))) > 1_000
