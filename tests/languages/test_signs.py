"""Test that dashes, spaces and characters of no width are listed in one place."""

import ast
import unicodedata
from pathlib import Path

import pytest

from careerguide.languages import signs
from careerguide.languages.folding import fold
from statistics.importing.values.characters import plain
from statistics.table.ordinals import ordinals
from statistics.table.vocabulary import no_value_words
from tests.each import each

ROOT = Path(signs.__file__).parents[2]
FEW = 2  # of one kind in a text: as many as people type


def test_spaces_are_those_of_unicode():
    known = {chr(n) for n in range(128, 0x3001) if chr(n).isspace()}
    lines = {"\x85", "\u2028", "\u2029"}
    assert set(signs.SPACES) == known - lines


def test_what_is_invisible_has_no_width():
    for sign in signs.INVISIBLE:
        assert unicodedata.category(sign) in ("Cf", "Mn"), hex(ord(sign))


@each("dash", signs.DASHES, ids=lambda dash: f"{ord(dash):x}")
def test_each_dash_is_one_everywhere(dash):
    assert fold(f"18{dash}24") == "18-24"
    assert plain(f"{dash}5") == "-5"
    assert dash in no_value_words()
    assert ordinals([f"2021{dash}22", f"2022{dash}23"]) is not None


@each("sign", signs.INVISIBLE, ids=lambda sign: f"{ord(sign):x}")
def test_what_is_invisible_is_left_out_everywhere(sign):
    assert fold(f"18{sign}24") == "1824"
    assert plain(f"1{sign}5") == "15"


@pytest.mark.parametrize("kind", ["DASHES", "SPACES"])
@pytest.mark.parametrize("folder", ["statistics", "careerguide/languages"])
def test_no_other_module_lists_them(kind, folder):
    listed = set(getattr(signs, kind))
    for path in (ROOT / folder).rglob("*.py"):
        if path.name == "signs.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert len(listed & set(node.value)) <= FEW, (path, node.lineno)
