"""Test rows of drawn tables whose cells have several lines, or names in their rule."""

from statistics.importing.text import read_text
from tests.each import each
from tests.statistics.importing.reading import refusal, table_of

CLICKHOUSE = (
    "┌─job───┬───pay─┐\n│ Nurse │ 31200 │\n│ Cook  │ 22000 │\n└───────┴───────┘\n"
)
NUMBERED = (
    "   ┌─job───┬───pay─┐\n"
    "1. │ Nurse │ 31200 │\n"
    "2. │ Cook  │ 22000 │\n"
    "   └───────┴───────┘\n\n"
    "2 rows in set. Elapsed: 0.002 sec.\n"
)
NUSHELL = (
    "╭───┬───────┬───────╮\n│ # │  job  │  pay  │\n├───┼───────┼───────┤\n"
    "│ 0 │ Nurse │ 31200 │\n│ 1 │ Cook  │ 22000 │\n╰───┴───────┴───────╯\n"
)
RULED = "  job     pay\n ━━━━━━━━━━━━━━━\n  Nurse   31200\n  Cook    22000\n"
JIRA = "||job||pay||\n|Nurse|31200|\n|Cook|22000|\n"
PSQL = (
    "  job   |  note   |  pay  \n"
    "--------+---------+-------\n"
    " Nurse  | day    +| 31200\n"
    "        | night   | \n"
    " Cook   | day     | 22000\n"
    "(2 rows)\n"
)
BORDERED = (
    "+-------+---------+-------+\n"
    "| job   | note    | pay   |\n"
    "+-------+---------+-------+\n"
    "| Nurse | day    ↵| 31200 |\n"
    "|       | night   |       |\n"
    "+-------+---------+-------+\n"
)
SPARK = (
    "+-----+----+\n|  job|band|\n+-----+----+\n"
    "|Nurse|  A+|\n| Cook|  B+|\n+-----+----+\n"
)
SPANNING = (
    "+--------+--------+-------+\n"
    "| region | sector | jobs  |\n"
    "+========+========+=======+\n"
    "| North  | Health | 120   |\n"
    "|        +--------+-------+\n"
    "|        | Retail | 80    |\n"
    "+--------+--------+-------+\n"
    "| South  | Health | 90    |\n"
    "+--------+--------+-------+\n"
)
INTERVALS = (
    "       price | Coefficient     [95% conf. interval]\n"
    "-------------+-------------------------------------\n"
    "         mpg |   -49.51222     -221.3025     122.278\n"
    "      weight |    1.746559       .467736    3.025382\n"
)
TWICE = (
    "+----------+-----+\n"
    "| place    | pay |\n"
    "+==========+=====+\n"
    "| Bora     | 12  |\n"
    "| Bora     |     |\n"
    "+----------+-----+\n"
    "| Tahiti   | 13  |\n"
    "+----------+-----+\n"
)


@each("text", [CLICKHOUSE, NUMBERED, NUSHELL, RULED, JIRA])
def test_names_stand_above_their_columns(text):
    assert table_of(text) == (["job", "pay"], [["Nurse", "31200"], ["Cook", "22000"]])


def test_index_that_has_a_name_is_left_out_and_said():
    assert any("“#”, counts the rows" in said for said in read_text(NUSHELL).sentences)


@each("text", [PSQL, BORDERED])
def test_lines_of_one_cell_are_one_row(text):
    _names, cells = table_of(text)
    assert cells[0] == ["Nurse", "day night", "31200"]
    assert len(cells) == 2 - (text == BORDERED)


def test_plus_of_a_cell_stays():
    assert [line[1] for line in table_of(SPARK)[1]] == ["A+", "B+"]


def test_line_that_a_cell_holds_twice_stays_twice():
    assert table_of(TWICE)[1][0] == ["Bora Bora", "12"]


def test_cell_that_spans_rows_is_refused():
    assert "spans several rows" in refusal(SPANNING)


def test_cells_that_hold_two_numbers_are_refused():
    assert "stand apart by spaces" in refusal(INTERVALS)
