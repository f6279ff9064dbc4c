"""Measure the claims check on texts that were written before its code.

In each line of `…_claims.txt` one number is planted, between ⟦ and ⟧; in `…_prose.txt`
no number is a claim. When they were new, 38, 34 and 28 of 40 were found of the second,
third and fourth set. Those after them were written before the rules, by the same hand:
three of them taught them, the fifth was drawn by lot and tried once, with 39 of 40 and
three false alarms. The ninth was written when all was done, by a hand that had seen no
code and was asked for ordinary prose of guides: tried once, 40 of 40 were found, and
there was no false alarm in 1,440 words. So was the tenth, by another hand: 38 of 40,
and one false alarm in 2,245 words. ADR 35 says what that is worth.
"""

from pathlib import Path

import pytest

from statistics.references.claims.finding import claims_in

TEXTS = Path(__file__).parent / "claims_texts"
SETS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def is_found(line):
    start, end = line.index("⟦"), line.index("⟧") - 1
    text = line.replace("⟦", "").replace("⟧", "")
    places = [(claim.start, len(claim.written)) for claim in claims_in(text)]
    return any(at < end and start < at + length for at, length in places)


@pytest.mark.parametrize("name", SETS)
def test_38_of_40_planted_numbers_are_found(name):
    lines = (TEXTS / f"{name}_claims.txt").read_text().splitlines()
    assert len(lines) >= 40
    assert sum(map(is_found, lines)) >= len(lines) * 38 / 40


@pytest.mark.parametrize("name", SETS)
def test_one_false_alarm_in_500_words_at_most(name):
    text = (TEXTS / f"{name}_prose.txt").read_text()
    false = [claim.written for claim in claims_in(text)]
    assert len(false) <= len(text.split()) / 500, false
