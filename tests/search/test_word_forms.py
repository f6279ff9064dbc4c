"""Test that forms of a word have one token, and words that look alike have two."""

from careerguide.search.plain_text import plain_text
from careerguide.search.stems import stem
from tests.each import each


@each(
    "words",
    [
        "pay pays paid paying",
        "teach teaches taught teaching",
        "write wrote written writing",
        "grow grew grown",
        "find found finding",
        "woman women",
        "child children",
        "person people persons",
        "criterion criteria",
        "old older oldest",
        "certify certified certificate certification",
        "qualify qualified qualification qualifications",
        "phd phds",
        "cnn cnns",
        "cv cvs",
        "satisfied satisfying satisfaction",
        "photographer photography photograph",
        "forestry foresters",
        "carpentry carpenters",
        "bakery bakers",
        "plumbing plumber",
        "teaching teachers",
        "farming farmers",
        # American spelling and British
        "harbour harbor harbours",
        "colour color coloured colored",
        "organise organize organisation organization organisational",
        "specialise specialized",
        "analyse analyze analysed analyzing analysis analyses",
        "centre center centres",
        "travelling traveling traveller traveler",
        "counsellor counselor",
        "licence license licensed",
        "practise practice practising",
        "catalogue catalog",
        "paediatric pediatrics",
        "anaesthetist anesthetist",
        "gynaecology gynecology",
        "haematology hematology",
    ],
)
def test_forms_of_a_word_have_one_token(words):
    assert len({stem(word, "en-gb") for word in words.split()}) == 1


@each(
    ("one", "other"),
    [
        ("doctor", "doctorate"),
        ("engine", "engineer"),
        ("experience", "experiment"),
        ("import", "important"),
        ("market", "marketing"),
        ("office", "officer"),
        ("customer", "custom"),
        ("opening", "openings"),  # of a café, and for somebody
        ("programme", "programmer"),
        ("laboratory", "labour"),
        ("hour", "or"),
        ("leave", "left"),
        ("found", "founder"),
        ("men", "menu"),
        ("moral", "morale"),
        ("life", "live"),
        ("size", "sis"),
        ("gps", "gp"),
        ("css", "cs"),
    ],
)
def test_other_words_have_others(one, other):
    assert stem(one, "en-gb") != stem(other, "en-gb")


def test_other_languages_are_left_alone():
    assert stem("men", "de") == "men"
    assert stem("paid", "vi") == "paid"


@each(
    ("text", "digits"),
    [("Five beliefs", "5"), ("forty hours", "40"), ("TWELVE months", "12")],
)
def test_number_in_words_is_a_number(text, digits):
    assert digits in plain_text(text, "en-gb").split()
    assert digits not in plain_text(text, "de").split()


@each("text", ["one of them", "two-thirds", "twenty-five", "a hundred", "fivefold"])
def test_word_that_is_no_number_by_itself(text):
    assert not any(token.isdigit() for token in plain_text(text, "en-gb").split())
