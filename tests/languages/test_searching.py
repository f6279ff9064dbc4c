"""Test how searched words are split."""

from careerguide.languages.searching import search_words
from tests.each import each


@each(
    ("typed", "words"),
    [
        ("machine learning", ["machine", "learning"]),
        ("“machine”", ["machine"]),
        ('"machine"', ["machine"]),
        ("“machine  learning” pay", ["machine learning", "pay"]),
        ("„Maschine“, «machine» »Technik«", ["Maschine", "machine", "Technik"]),
        ("「機械」", ["機械"]),
        ("‘machine’ 'learning'", ["machine", "learning"]),
        ("“machine learning", ["machine", "learning"]),
        ("O'Reilly’s 5″", ["O'Reilly’s", "5"]),
        ('“ ” "" \' “', []),
        ("« machine »", ["machine"]),
        (r'C:\ "a\b"', ["C:\\", r"a\b"]),
    ],
)
def test_marks_around_words_are_left_out(typed, words):
    assert search_words(typed) == words
