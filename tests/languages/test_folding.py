"""Test which texts are the same for a search."""

import unicodedata
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

from careerguide.languages import folding
from careerguide.languages.folding import fold, fold_case
from tests.each import each

SAME = {
    "case": ("ÄRZTE", "ärzte"),
    "case of other alphabets": ("ПРИВЕТ", "привет"),
    "accents": ("École à Zürich", "Ecole a Zurich"),
    "decomposed": (unicodedata.normalize("NFD", "École"), "École"),
    "typographic apostrophe": ("d’ingénieurs", "d'ingénieurs"),
    "other apostrophes": ("dʼingénieurs d´été", "d'ingénieurs d'été"),
    "quotes": ("„Beruf“ “job” «emploi»", '"beruf" "job" "emploi"'),
    "dashes": ("18–24 — fifty‑one", "18-24 - fifty-one"),
    "sharp s": ("Straße STRAẞE", "strasse strasse"),
    "ligatures": ("ﬁnance œuvre Ærø", "finance oeuvre aero"),
    "letters with a stroke": ("Łódź, Đà Nẵng, Þór", "lodz, da nang, thor"),
    "full width": ("ＭＬ１２", "ml12"),
    "half width": ("ｶﾞｲﾄﾞ", "ガイド"),
    "final sigma": ("ΟΔΟΣ", "οδοσ"),
    "accents of greek": ("Οδός", "οδος"),
    "dotted and dotless i": ("İstanbul ISPARTA", "istanbul ısparta"),
    "points of hebrew": ("שָׁלוֹם", "שלום"),
    "no-break spaces": ("10\u202f000\u00a0€", "10 000 €"),
    "what cannot be seen": ("Donau\u00addampf\u200bschiff", "Donaudampfschiff"),
    "superscript": ("m²", "m2"),
}
OTHER = {
    "letters": ("ecole", "ekole"),
    "vowels of hindi": ("की", "कु"),
    "voiced kana": ("ガイド", "カイト"),
    "apostrophe left out": ("d'ingénieurs", "dingénieurs"),
}


@each(("one", "other"), SAME.values(), ids=SAME)
def test_is_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_is_not_the_same(one, other):
    assert fold(one) != fold(other)


def test_folded_text_stays_as_it_is():
    """Of what Unicode has, so that what is stored folded can be folded again."""
    changed = []
    for point in range(0x30000):
        once = fold(chr(point))
        if fold(once) != once:
            changed.append((hex(point), once))
    assert not changed


def test_ascii_is_no_case_of_its_own():
    text = "".join(map(chr, range(128)))
    assert fold(text + "é") == fold(text) + "e"


def test_script_of_the_site_folds_alike():
    """It filters a list as the server searches it."""
    script = Path(find("careerguide/js/site.js")).read_text()
    letters = {chr(one): chr(to) for one, to in folding.LETTERS.items()}
    for letter, to in (letters | folding.PAIRS).items():
        assert f'{letter}: "{to}"' in script
    for sign in folding.APART:
        assert f'"{sign}": ' in script
    for signs in folding.SIGNS.values():
        assert f'"{signs}"' in script or f'"{escaped(signs)}"' in script
    assert f"/[{escaped(folding.MARKS)}]/g" in script


def escaped(characters):
    return "".join(c if c == "-" else f"\\u{ord(c):04x}" for c in characters)


@pytest.mark.parametrize(
    ("capitals", "small"),
    [
        *(("MİLYON", "milyon"), ("YIL", "yıl"), ("DİĞER", "diğer")),
        *(("ΕΚΑΤΟΜΜΥΡΙΑ", "εκατομμύρια"), ("ΑΫΛΟΣ", "άϋλος"), ("STRASSE", "Straße")),
    ],
)
def test_capitals_are_the_same_words(capitals, small):
    assert fold_case(capitals) == fold_case(small)


@pytest.mark.parametrize(("one", "other"), [("ano", "año"), ("ar", "år")])
def test_case_is_no_accent(one, other):
    assert fold_case(one) != fold_case(other)
