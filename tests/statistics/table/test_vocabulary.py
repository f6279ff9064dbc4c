"""Test the words that say what a row or a column is."""

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from statistics.importing.values import words
from statistics.importing.values.amounts import take_apart
from statistics.table import vocabulary
from statistics.table.schema import Column, Row, TableData

GERMAN = {
    str(vocabulary.OTHER): "Sonstige, Sonstiges, Andere, Übrige",
    str(vocabulary.RANK): "Rang, Platz, Nr.",
    str(vocabulary.TOTAL): "Gesamt, Insgesamt, Summe",
    str(vocabulary.NO_VALUE): "k. A., keine Angabe, unbekannt",
}


@pytest.fixture
def german(monkeypatch):
    real = translation._trans.pgettext
    monkeypatch.setattr(
        translation._trans,
        "pgettext",
        lambda context, text: (
            GERMAN.get(text)
            if translation.get_language() == "de" and text in GERMAN
            else real(context, text)
        ),
    )
    monkeypatch.setattr(vocabulary, "_known", {})  # of the catalogue as it is
    with translation.override("de"):
        yield


def test_english_words_are_known_in_every_language(german):
    assert vocabulary.is_other("Other")
    assert "rank" in vocabulary.rank_words()
    assert "n/a" in vocabulary.no_value_words()


def test_a_catalogue_adds_words_of_its_language(german):
    assert vocabulary.is_other(" sonstige ")
    assert vocabulary.is_other("ÜBRIGE (einzeln unter 1 %)")
    assert "rang" in vocabulary.rank_words()
    assert "gesamt" in vocabulary.total_words()
    assert "k. a." in vocabulary.no_value_words()


def test_what_is_left_over_stands_last_by_its_word(german):
    columns = (Column("name", "Name", "text"), Column("share", "Anteil", "percent"))
    cells = [
        ("Sonstige", Decimal(50)),
        ("Bayern", Decimal(20)),
        ("Hessen", Decimal(30)),
    ]
    table = TableData(columns, tuple(map(Row, cells)))

    names = [table.label(row) for row in table.ordered()]
    assert names == ["Hessen", "Bayern", "Sonstige"]


def test_words_of_another_language_are_not_known():
    assert not vocabulary.is_other("Sonstige")
    assert not vocabulary.is_other("Another")


def test_signs_for_no_value_are_the_same_everywhere():
    assert {"", "–", "#n/a", "…"} <= vocabulary.no_value_words()


@pytest.mark.parametrize("name", ["pgettext", "pgettext_lazy"])
def test_each_list_can_be_translated(name):
    """The text to translate is the list itself: xgettext reads only literals."""
    for path in Path(vocabulary.__file__).parent.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                assert all(isinstance(arg, ast.Constant) for arg in node.args), path


WORD = re.compile(r"[^\W\d_]{3,}[.]?")
FEW = 3  # of them a program may compare with, as names of its own


@pytest.mark.parametrize("folder", ["importing", "table"])
def test_no_list_of_words_is_hidden_from_translators(folder):
    """Words in a set are such as cells or labels are compared with."""
    for path in (Path(vocabulary.__file__).parent / folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Set):
                continue
            values = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
            found = [v for v in map(str, values) if WORD.fullmatch(v) and v.islower()]
            assert len(found) <= FEW, (path, node.lineno, found)


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("hi", "5 प्रतिशत"),
        ("es", "5 por ciento"),
        ("ar", "5 بالمئة"),
        ("en", "5 PCT"),
    ],
)
def test_percent_is_known_by_its_word(language, cell):
    with translation.override(language):
        assert take_apart(cell).percent


def test_a_catalogue_adds_words_for_what_labels_count(monkeypatch):
    german = {str(words.COUNTS): "bestand", str(words.PERCENT): "vom hundert"}
    real = translation._trans.pgettext
    monkeypatch.setattr(
        translation._trans,
        "pgettext",
        lambda context, text: (
            german.get(text, real(context, text))
            if translation.get_language() == "de-li"
            else real(context, text)
        ),
    )
    with translation.override("de-li"):
        assert words.says_how_much("Bestand")
        assert take_apart("5 vom Hundert").percent
    assert not words.says_how_much("Bestand")
