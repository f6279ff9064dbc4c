"""Test the keys of columns."""

import pytest

from statistics.table.keys import column_key
from statistics.table.schema import KEY
from tests.each import each


@each(
    ("label", "key"),
    [
        ("Average salary (USD)", "average_salary_usd"),
        ("Lön", "lon"),
        ("Płaca", "placa"),
        ("Größe", "grosse"),
        ("Ærø", "aero"),
        ("Зарплата", "zarplata"),
        ("Μισθός", "misthos"),
        ("الراتب", "lrtb"),
        ("वेतन", "vetn"),
        ("年収", "nianshou"),
        ("Salaire brut €", "salaire_brut_eur"),
        ("2024", "column_3"),
        ("%", "column_3"),
        ("", "column_3"),
        ("…", "column_3"),
    ],
)
def test_key_can_be_read(label, key):
    assert column_key(label, 2, set()) == key


def test_taken_key_gets_a_number():
    assert column_key("Lön", 1, {"lon"}) == "lon_2"
    assert column_key("Lon", 1, {"lon", "lon_2"}) == "lon_3"


@pytest.mark.parametrize(
    "label", ["Ж" * 200, "\ud800", "\x00", "a" * 29 + " b", "🐝", "İ"]
)
def test_any_label_gives_a_key(label):
    key = column_key(label, 98, set())

    assert KEY.fullmatch(key) and not key.endswith("_")


def test_long_label_gives_the_beginning_of_it():
    assert column_key("a" * 31, 0, set()) == "a" * 30
    assert column_key("2024 pay", 0, {"column_1"}) == "column_1_1"
