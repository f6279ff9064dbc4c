"""Test which tests a second database and `make test-fast` run."""

from types import SimpleNamespace

import pytest

from tests.conftest import FEW, by_test, few_of_each


class Item(SimpleNamespace):
    def get_closest_marker(self, name):
        return name in self.markers


def items(name, number, *markers, fixtures=("client",)):
    return [
        Item(nodeid=f"{name}[{n}]", fixturenames=[*fixtures], markers=markers)
        for n in range(number)
    ]


def names(found):
    return [item.nodeid for item in found]


def test_of_pages_a_second_database_has_a_few_spread_ones():
    found = names(few_of_each(items("pages", 9) + items("one", 1)))
    assert found == ["pages[0]", "pages[8]", "one[0]"] and FEW == 2


@pytest.mark.parametrize(
    ("markers", "fixtures"), [((), ("db",)), (("every_database",), ("client",))]
)
def test_of_what_the_database_gets_it_has_all(markers, fixtures):
    assert len([*few_of_each(items("asks", 9, *markers, fixtures=fixtures))]) == 9


def test_pages_without_the_fixture_are_marked():
    marked = items("pages", 9, "through_pages", fixtures=("db",))
    assert len([*few_of_each(marked)]) == FEW


def test_sets_of_one_test_are_together():
    mixed = [*items("a", 2), *items("b", 3), *items("a", 1)]
    assert [len(same) for same in by_test(mixed)] == [3, 3]
