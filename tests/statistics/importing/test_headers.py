"""Test names that stand in several lines, one above the other."""

from statistics.importing.keys import with_keys
from statistics.importing.layout.headers import join, names_of
from statistics.importing.layout.lines import line_of
from statistics.table.schema import Column, TableData
from tests.each import each


def joined(*lines, merges=()):
    return join(
        [line_of(n, line.split("|")) for n, line in enumerate(lines, 1)], merges
    )


@each(
    ("lines", "names"),
    [
        (["Area|Pay"], ["Area", "Pay"]),
        (["Area|Pay ||Jobs"], ["Area", "Pay", "", "Jobs"]),
        (
            ["|Men||Women|", "Area|a|b|a|b"],
            ["Area", "Men a", "Men b", "Women a", "Women b"],
        ),
        (["Area|Men|", "|a|b"], ["Area", "Men a", "Men b"]),
        (["Area|Men|", "|a|"], ["Area", "Men a"]),
        (["Area||Pay", "|Men|"], ["Area", "Men", "Pay"]),
        # A name of the rows reaches no other column.
        (["Area||", "|a|b"], ["Area", "a", "b"]),
        (
            ["Pay||||", "|2022||2023|", "Job|a|b|a|b"],
            ["Pay Job", *("2022 a", "2022 b", "2023 a", "2023 b")],
        ),
        (
            ["|Pay|||", "|2022||2023|", "Job|a|b|a|b"],
            ["Job", *(f"Pay {y} {s}" for y in (2022, 2023) for s in "ab")],
        ),
        (["Annual  pay|x", "in full|x"], ["Annual pay in full", "x"]),
    ],
)
def test_are_joined_for_each_column(lines, names):
    assert joined(*lines) == names


def test_span_what_their_cells_are_joined_over_and_no_more():
    lines = "|Men|||", "Area|a|b|a|b"
    assert joined(*lines) == ["Area", "Men a", "Men b", "Men a", "Men b"]
    assert joined(*lines, merges=[(1, 2, 1, 3)]) == ["Area", "Men a", "Men b", "a", "b"]
    # One below the other, or in another line, says nothing of this one.
    assert joined(*lines, merges=[(1, 2, 2, 2)]) == joined(*lines)
    assert joined(*lines, merges=[(2, 2, 2, 3)])[3] == "Men a"


def test_columns_without_names_are_numbered():
    assert names_of(2) == ["Column 1", "Column 2"]
    assert join([]) == []


class TestKeys:
    """A column keeps its key by its name, or by its place where only that changed."""

    KNOWN = TableData((Column("a1", "A", "text"), Column("b1", "B", "text")))

    def keys(self, *labels, known=KNOWN):
        found = with_keys([Column("", label, "") for label in labels], known)
        return [column.key for column in found]

    @each(
        ("labels", "keys"),
        [
            (["A", "B"], ["a1", "b1"]),
            (["B", "A"], ["b1", "a1"]),
            (["A", "Pay"], ["a1", "b1"]),
            (["Pay", "B"], ["a1", "b1"]),
            (["B", "Pay"], ["b1", "pay"]),
            (["A", "B", "Pay"], ["a1", "b1", "pay"]),
            (["Pay"], ["pay"]),
            (["b1", "B", "b1"], ["b1_1", "b1", "b1_3"]),
        ],
    )
    def test_of_a_known_table_stay(self, labels, keys):
        assert self.keys(*labels) == keys

    def test_of_a_new_table_come_from_its_names(self):
        assert self.keys("A", "a", known=TableData()) == ["a", "a_2"]
