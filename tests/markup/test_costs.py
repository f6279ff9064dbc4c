"""Test that checking a text ends, however costly it was made to be."""

import time

import pytest

from careerguide.markup.checks.marks import marks_in
from careerguide.markup.checks.survey import survey
from careerguide.markup.normalise import normalise
from tests.hostile.slow import FAMILIES, LIMIT

# Of the processor, for half the longest: what is not linear in it takes minutes.
SECONDS = 10
# By how each is made, as its kinds are the renderer's as well.
MADE_FOR_THE_CHECK = [
    *("a marker begun, then blanks", "a marker begun, then wide blanks"),
    *("a marker after many blanks", "backslashes before a word"),
    *("different links in one line", "definitions with words", "paragraphs in HTML"),
    *("comments without words", "escaped table lines", "classes of characters"),
    *("calls of notes that are none", "open brackets", "open images", "open links"),
    *("stars", "open angle brackets", "backticks", "bullets on one line"),
    *("open table lines", "quote marks", "different definitions", "a word"),
]


@pytest.mark.parametrize("name", MADE_FOR_THE_CHECK)
def test_is_no_hang(name):
    text = dict(FAMILIES)[name](LIMIT // 2)
    started = time.process_time()
    survey(text, site="guide.example", shows_tables=True)
    normalise(text)
    marks_in(text)
    assert time.process_time() - started < SECONDS
