import pytest

from statistics.charts import Form
from statistics.figures import chart_form, chart_of, figure_of
from statistics.models import StatTable
from tests.factories import StatTableFactory

FORMS = {
    "machine-learning-engineer-industries": Form.BARS,
    "machine-learning-engineer-salaries": Form.BARS,
    "machine-learning-programming-languages": Form.LIST,
    "machine-learning-startups-by-country": Form.BARS,
    "machine-learning-engineer-education-levels": Form.PARTS,
    "machine-learning-engineer-job-satisfaction": Form.PARTS,
    "machine-learning-engineer-gender": Form.PARTS,
    "machine-learning-engineer-certifications": Form.LIST,
    "machine-learning-engineer-ages": Form.BARS,
    "machine-learning-engineer-job-postings": Form.BARS,
    "machine-learning-market-size": Form.BARS,
}


@pytest.mark.usefixtures("seeded")
def test_every_table_of_the_guide_has_the_form_that_reads_best():
    chosen = {t.slug: chart_form(t, figure_of(t))[0] for t in StatTable.objects.all()}
    assert chosen == FORMS


class TestChart:
    def table(self, **fields):
        return StatTableFactory.build(**fields)

    def test_totals_are_not_drawn(self):
        data = StatTableFactory.build().data
        rows = [*data["rows"], {"cells": ["All", "255000"], "total": True}]
        html = chart_of(self.table(data=data | {"rows": rows}))
        assert "Senior" in html
        assert "All" not in html

    def test_form_that_does_not_fit_leaves_the_page_its_table(self, caplog):
        assert chart_of(self.table(chart_form="line")) == ""
        assert "no column of them" in caplog.text

    def test_two_measures_are_a_table(self):
        more = {"key": "hours", "label": "Hours", "type": "integer"}
        data = StatTableFactory.build().data
        columns = [*data["columns"], more]
        rows = [{"cells": [*row["cells"], "40"]} for row in data["rows"]]
        table = self.table(data={"columns": columns, "rows": rows})
        assert chart_form(table, figure_of(table))[0] == Form.NONE

    def test_unreadable_data_is_no_chart(self):
        assert chart_of(self.table(data={"columns": 7})) == ""
