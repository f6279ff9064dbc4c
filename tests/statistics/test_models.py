"""Test the statistics table: its rows, constraints and storage."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from statistics.models import RowOrder, StatTable
from tests.factories import SALARIES, CareerFactory, StatTableFactory

SHARES = {
    "columns": [
        {"key": "region", "label": "Region", "type": "text"},
        {"key": "share", "label": "Share", "type": "percent"},
    ],
    "rows": [
        {"cells": ["Africa", "1"]},
        {"cells": ["Europe", "30"], "forecast": True},
        {"cells": ["Asia", None]},
    ],
}


def table(**fields):
    """A table that is not saved."""
    return StatTableFactory.build(career=None, **fields)


def texts(table):
    return [[cell["text"] for cell in row["cells"]] for row in table.rows]


class TestRows:
    def test_are_in_the_order_readers_see(self):
        assert texts(table(data=SHARES)) == [
            ["Europe", "30%"],
            ["Africa", "1%"],
            ["Asia", "no data"],
        ]

    def test_stay_as_given_where_the_editor_says_so(self):
        rows = texts(table(data=SHARES, row_order=RowOrder.GIVEN))
        assert [row[0] for row in rows] == ["Africa", "Europe", "Asia"]

    def test_say_what_each_cell_is(self):
        europe, _africa, asia = table(data=SHARES).rows
        assert [cell["names_row"] for cell in europe["cells"]] == [True, False]
        assert [cell["css_class"] for cell in europe["cells"]] == ["", "number"]
        assert asia["cells"][1]["css_class"] == "number missing"
        assert (europe["forecast"], asia["forecast"]) == (True, False)

    @pytest.mark.parametrize("data", [{}, None, {"columns": "x"}, {"rows": [5]}])
    def test_of_unreadable_data_are_none(self, data):
        assert list(table(data=data).rows) == []


class TestHeadline:
    FACT = {"headline_label": "Pay, senior", "headline_column": "salary"}

    def test_is_a_cell_as_readers_see_it(self):
        fact = table(headline_row="Senior", **self.FACT).headline
        assert (fact["label"], fact["value"]) == ("Pay, senior", "$170,000")

    def test_without_a_label_is_none(self):
        assert table().headline is None

    def test_of_a_cell_that_is_gone_is_none(self):
        assert table(headline_row="Trainee", **self.FACT).headline is None


@pytest.mark.django_db
class TestClean:
    def errors(self, **fields):
        item = StatTableFactory.build(career=CareerFactory(), **fields)
        with pytest.raises(ValidationError) as caught:
            item.full_clean()
        return caught.value.message_dict

    def test_title_of_sixteen_words_is_too_long(self):
        assert self.errors(title="one " * 16) == {
            "title": ["16 words: say it in 15 or fewer."]
        }

    def test_title_of_fifteen_words_is_not(self):
        StatTableFactory.build(career=CareerFactory(), title="one " * 15).full_clean()

    def test_bad_data_is_told_with_row_and_column(self):
        data = {**SALARIES, "rows": [{"cells": ["Entry", "much"]}]}
        assert self.errors(data=data) == {
            "data": ["Row 1, column “Salary”: “much” is not a number."]
        }

    def test_source_address_has_to_be_one(self):
        assert list(self.errors(source_url="javascript:alert(1)")) == ["source_url"]
        assert list(self.errors(source_url="ftp://example.org/a")) == ["source_url"]

    def test_quick_fact_needs_a_label(self):
        fields = {"headline_row": "Senior", "headline_column": "salary"}
        assert self.errors(**fields) == {"headline_label": ["Say what the number is."]}

    def test_quick_fact_needs_a_column_that_is_there(self):
        fields = {"headline_label": "Pay", "headline_column": "Wage"}
        assert self.errors(**fields) == {
            "headline_column": ["No column has this name. The columns: Level, Salary."]
        }

    def test_quick_fact_needs_a_row_that_is_there(self):
        fields = {"headline_label": "Pay", "headline_column": "salary"}
        assert self.errors(headline_row="Trainee", **fields) == {
            "headline_row": ["No row has this name in its first text column."]
        }

    def test_column_of_a_quick_fact_may_be_named_by_its_label(self):
        item = StatTableFactory.build(
            career=CareerFactory(),
            headline_label="Pay",
            headline_row="Senior",
            headline_column="Salary",
        )
        item.full_clean()
        assert item.headline_column == "salary"


@pytest.mark.django_db
class TestConstraints:
    @pytest.mark.parametrize("field", ["chart_form", "row_order"])
    def test_choice_is_known(self, field):
        item = StatTableFactory()
        rule = f"statistics_stattable_{field}_is_known"
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            StatTable.objects.filter(pk=item.pk).update(**{field: "pie"})


@pytest.mark.django_db
class TestStorage:
    def test_decimals_come_back_as_they_were(self):
        rows = [{"cells": ["Entry", "8.430"]}, {"cells": ["Senior", "0.0000001"]}]
        pk = StatTableFactory(data=SALARIES | {"rows": rows}).pk
        assert StatTable.objects.get(pk=pk).table.to_json()["rows"] == rows

    def test_new_table_has_no_cells_and_no_day(self):
        item = StatTable()
        assert item.data == {"columns": [], "rows": []}
        assert item.next_update is None

    def test_two_new_tables_share_nothing(self):
        StatTable().data["rows"].append("mine")
        assert StatTable().data == {"columns": [], "rows": []}

    def test_next_update_is_a_day(self):
        day = datetime.date(2027, 3, 1)
        pk = StatTableFactory(next_update=day).pk
        assert StatTable.objects.get(pk=pk).next_update == day
