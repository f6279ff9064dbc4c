"""Test the order in which readers see rows, before they sort them."""

from decimal import Decimal

import pytest

from statistics.charts import Form
from statistics.figures import chart_form, chart_of, figure_of
from statistics.importing.text import from_text
from statistics.models import StatTable
from statistics.table.choices import RowOrder
from statistics.table.order import axis_index, ordinals_of
from statistics.table.ordinals import Kind
from statistics.table.schema import Column, Row, TableData
from tests.factories import StatTableFactory

PERCENT = "\t3.8%\n", "\t4.6%\n", "\t4.5%\n", "\t3.7%\n"
UNEMPLOYMENT = "2019", "2020", "2021", "2022"


def table(labels, row_order=RowOrder.AUTO, values=PERCENT, **fields):
    rows = "".join(
        f"{label}{value}" for label, value in zip(labels, values, strict=True)
    )
    data = from_text(f"Time\tShare\n{rows}").to_json()
    return StatTableFactory.build(data=data, row_order=row_order, **fields)


def names(item):
    return [point.label for point in figure_of(item).points]


def form(item):
    return chart_form(item, figure_of(item))[0]


def test_is_chosen_by_the_rows_unless_somebody_chose():
    assert StatTable().row_order == RowOrder.AUTO


@pytest.mark.parametrize(
    "labels",
    [
        UNEMPLOYMENT,
        ("Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024"),
        ("2019/20", "2020/21", "2021/22", "2022/23"),
        ("Q1", "Q2", "Q3", "Q4"),
        ("2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"),
        ("March", "April", "May", "June"),
    ],
)
def test_times_make_a_line_newest_first_too(labels):
    for given in (labels, labels[::-1]):
        item = table(given)
        assert names(item) == list(labels)
        assert form(item) == Form.LINE
        assert f">{labels[-1]}</text>" in chart_of(item)


def test_months_and_years_stand_as_far_apart_as_they_are():
    item = table(("Jan 2024", "Feb 2024", "Jul 2024", "Jan 2025"))
    places = [point.place for point in figure_of(item).points]
    assert places == pytest.approx([2024, 2024 + 1 / 12, 2024.5, 2025])


def test_two_measured_times_are_bars():
    assert form(table(UNEMPLOYMENT[:2], values=PERCENT[:2])) == Form.BARS


@pytest.mark.parametrize(
    "labels", [("16–24", "25–34", "35–44", "45+"), ("Entry", "Mid", "Senior", "Lead")]
)
def test_bands_and_levels_are_bars_from_low_to_high(labels):
    item = table(labels[::-1])
    assert (names(item), form(item)) == (list(labels), Form.BARS)


def test_others_go_by_value_and_what_is_left_over_is_last():
    labels = ("York", "Other", "Newport", "Leeds")
    assert names(table(labels)) == ["Newport", "York", "Leeds", "Other"]
    labels = ("25–34", "Other", "16–24", "35–44")
    assert names(table(labels)) == ["16–24", "25–34", "35–44", "Other"]


def test_totals_stay_last_and_out_of_the_chart():
    text = "Year\tJobs\tMark\n2022\t7\t\n2020\t9\t\nAll\t30\ttotal\n2021\t8\t\n"
    item = StatTableFactory.build(data=from_text(text, "Year: text").to_json())
    assert [row.cells[0] for row in item.ordered_rows] == [
        "2020",
        "2021",
        "2022",
        "All",
    ]
    assert form(item) == Form.LINE


def test_choice_that_was_stored_stays():
    assert names(table(UNEMPLOYMENT, RowOrder.VALUE)) == [
        "2020",
        "2021",
        "2019",
        "2022",
    ]
    assert form(table(UNEMPLOYMENT, RowOrder.VALUE)) == Form.BARS
    assert names(table(UNEMPLOYMENT[::-1], RowOrder.GIVEN)) == [*UNEMPLOYMENT[::-1]]


def test_first_column_of_years_is_the_axis_beside_a_column_of_words():
    text = "Year\tNote\tJobs\n2021\tflood\t5\n2020\tdry\t7\n2022\tdry\t9\n"
    item = StatTableFactory.build(data=from_text(text).to_json())
    assert (names(item), form(item)) == (["2020", "2021", "2022"], Form.LINE)


def test_years_that_stand_several_times_name_no_rows():
    text = "Year\tPlace\tJobs\n2021\tYork\t5\n2020\tLeeds\t7\n2021\tHull\t9\n"
    item = StatTableFactory.build(data=from_text(text).to_json())
    assert names(item) == ["Hull", "Leeds", "York"]


@pytest.mark.parametrize(
    ("cells", "axis"),
    [
        (("2020", "2021"), 0),
        (("2020", "2020"), 1),
        (("2020", None), 1),
    ],
)
def test_rows_follow_a_first_column_of_years_that_names_each(cells, axis):
    columns = (Column("year", "Year", "year"), Column("place", "Place", "text"))
    rows = [Row((year and Decimal(year), "York")) for year in cells]
    table = TableData(columns, (*rows, Row((None, "All"), total=True)))
    assert axis_index(table) == axis


def test_one_year_follows_nothing():
    years = Column("year", "Year", "year")
    one = TableData((years,), (Row((Decimal(2020),)), Row((None,))))
    assert ordinals_of(one) is None
    two = TableData((years,), (*one.rows, Row((Decimal(2021),))))
    assert ordinals_of(two).kind == Kind.YEARS


def test_numbers_and_empty_tables_follow_nothing():
    numbers = TableData((Column("n", "N", "integer"),), (Row((Decimal(1),)),) * 2)
    assert ordinals_of(numbers, 0) is None
    assert ordinals_of(TableData()) is None
