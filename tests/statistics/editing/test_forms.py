"""Test the form of a table."""

import pytest

from statistics.editing.forms import StatTableForm
from tests.factories import CareerFactory, StatTableFactory

pytestmark = pytest.mark.django_db

NUMBERS = "Level\tSalary\nEntry\t85000\nSenior\t170000\n"


def form(instance, **changes):
    """The form as it would be sent back with these changes."""
    fresh = StatTableForm(instance=instance)
    data = {
        name: fresh.get_initial_for_field(f, name) for name, f in fresh.fields.items()
    }
    data |= {"career": instance.career_id} | changes
    return StatTableForm(
        {name: value for name, value in data.items() if value is not None},
        instance=instance,
    )


class TestCells:
    def test_are_shown_as_a_spreadsheet_copies_them(self):
        shown = StatTableForm(instance=StatTableFactory())
        assert shown["numbers"].value() == NUMBERS
        assert shown["columns"].value() == "Level: text\nSalary: money USD"

    def test_new_table_begins_empty(self):
        assert StatTableForm()["numbers"].value() == ""

    def test_saved_untouched_change_nothing(self):
        table = StatTableFactory()
        before = table.data
        saved = form(table).save()
        saved.refresh_from_db()
        assert saved.data == before

    @pytest.mark.parametrize("mark", [".", ","])
    def test_saved_untouched_are_read_by_no_other_mark(self, mark):
        columns = [{"key": "pay", "label": "Pay", "type": "decimal"}]
        table = StatTableFactory(
            data={"columns": columns, "rows": [{"cells": ["8.430"]}]}
        )
        saved = form(table, decimal_mark=mark).save()
        saved.refresh_from_db()
        assert saved.data["rows"] == [{"cells": ["8.430"]}]

    def test_pasted_ones_are_stored(self):
        saved = form(StatTableFactory(), numbers="Level\tSalary\nEntry\t$9\n").save()
        saved.refresh_from_db()
        assert saved.data["rows"] == [{"cells": ["Entry", "9"]}]
        assert saved.data["columns"][1]["key"] == "salary"

    def test_are_parsed_anew_after_a_paste(self):
        saved = form(StatTableFactory(), numbers="Level\tSalary\nEntry\t$9\n").save()
        assert [row.cells[0] for row in saved.table.rows] == ["Entry"]

    def test_may_be_emptied(self):
        saved = form(StatTableFactory(), numbers="", columns="").save()
        assert saved.data == {"columns": [], "rows": []}

    def test_diverging_scale_survives(self):
        table = StatTableFactory()
        table.data = table.data | {"diverging": True}
        table.save()
        saved = form(type(table).objects.get(pk=table.pk)).save()
        assert saved.data["diverging"] is True


class TestErrors:
    def test_bad_cell_is_named_at_the_cells(self):
        bad = form(StatTableFactory(), numbers="Level\tSalary\nEntry\tmuch\n")
        assert bad.errors == {
            "numbers": ["Row 1, column “Salary”: “much” is not a number."]
        }

    def test_bad_line_is_named_at_the_columns(self):
        bad = form(StatTableFactory(), columns="Wage: integer")
        [sentence] = bad.errors["columns"]
        assert sentence.startswith("Columns, line 1: “Wage” is not one of")

    def test_quick_fact_is_checked_against_the_new_cells(self):
        fact = {
            "headline_label": "Pay",
            "headline_row": "Chief",
            "headline_column": "Salary",
        }
        assert list(form(StatTableFactory(), **fact).errors) == ["headline_row"]
        assert form(
            StatTableFactory(), numbers=f"{NUMBERS}Chief\t9\n", **fact
        ).is_valid()

    def test_quick_fact_follows_the_row_that_is_renamed(self):
        table = StatTableFactory()
        row = table.table.label(table.table.rows[0])
        fact = {"headline_label": "Pay", "headline_row": row}
        fact["headline_column"] = table.table.columns[-1].label
        cells = form(table).initial["numbers"].replace(row, 'A "b"; [c]', 1)
        renamed = form(table, numbers=cells, **fact)
        assert renamed.errors == {}
        assert renamed.instance.headline_row == 'A "b"; [c]'

    def test_wrong_paste_keeps_the_stored_cells(self):
        table = StatTableFactory()
        form(table, numbers="Level\tSalary\nEntry\tmuch\n").is_valid()
        assert table.data["rows"][0] == {"cells": ["Entry", "85000"]}


class TestNewTable:
    def test_gets_its_columns_from_the_paste(self):
        new = form(
            StatTableFactory.build(career=CareerFactory()),
            numbers="Region,Share\nEurope,30%\n",
            columns="",
        )
        saved = new.save()
        assert [c["type"] for c in saved.data["columns"]] == ["text", "percent"]
        assert saved.data["rows"] == [{"cells": ["Europe", "30"]}]
