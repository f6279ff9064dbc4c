"""Misspelt words become the nearest words of the index."""

import pytest

from careerguide.search import vocabulary
from careerguide.search.models import Word
from careerguide.search.spelling import distance
from careerguide.search.stems import stem

pytestmark = pytest.mark.django_db
WORDS = {
    "salary": 40,
    "salaries": 5,
    "celery": 3,
    "starts": 30,
    "startups": 4,
    "machine": 90,
    "learning": 80,
    "mathematics": 7,
    "engineering": 20,
    "ethical": 2,
    "data": 60,
    "croissants": 1,
    "rust": 1,
    "2027": 3,
}


@pytest.fixture(autouse=True)
def words():
    Word.objects.bulk_create(
        Word(
            word=word,
            token=stem(word, "en"),
            initial=word[0],
            length=len(word),
            sections=sections,
        )
        for word, sections in WORDS.items()
    )


def nearest(word):
    return [found.word for found in vocabulary.nearest(word, stem(word, "en"))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("salry", "salary"),  # one missing
        ("sallary", "salary"),  # one too many
        ("selary", "salary"),  # one wrong
        ("slaary", "salary"),  # two swapped
        ("mathmatcs", "mathematics"),  # two, in a long word
        ("enginering", "engineering"),
        ("lerning", "learning"),
        ("startps", "starts"),
        ("macine", "machine"),
        ("larnin", "learning"),  # two, in a word that was long
        ("crossiant", "croissants"),  # two, in a long stem
        ("ethcis", "ethical"),  # only the stems are alike
        ("sarlay", "salary"),  # all letters, in another order
        ("maihcne", "machine"),
        ("rsut", "rust"),
        ("asalry", "salary"),  # the first two swapped
        ("sallery", "salary"),  # two that are not heard
        ("mechyne", "machine"),
    ],
)
def test_mistake(typed, meant):
    assert nearest(typed)[0] == meant


def test_more_frequent_word_first():
    assert nearest("startps") == ["starts", "startups"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("dat", "three letters"),
        ("2028", "a number"),
        ("zalary", "another first letter"),
        ("sxlxry", "two mistakes in a short word"),
        ("mxthxmxtics", "three mistakes"),
        ("rtsu", "four letters, of which many words are made"),
        ("yralas", "another first letter"),
        ("", "nothing"),
    ],
)
def test_not_corrected(typed, why):
    assert nearest(typed) == [], why


def test_words_run_together():
    found = [one.word for one in vocabulary.divided("machinelearning")]
    assert found == ["machine", "learning"]


def test_words_that_begin_so():
    assert [one.word for one in vocabulary.begun("sal")] == ["salary", "salaries"]


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [
        ("", "", 0),
        ("abcd", "abcd", 0),
        ("abcd", "acbd", 1),
        ("abcd", "abd", 1),
        ("abcd", "abxcd", 1),
        ("abcd", "badc", 2),
        ("abcd", "dcba", 3),
        ("kitten", "sitting", 3),
        ("ab", "abcdef", 3),
    ],
)
def test_distance_up_to_three(one, other, mistakes):
    assert distance(one, other, 2) == mistakes
    assert distance(other, one, 2) == mistakes
