"""Test which figure a table gets."""

import pytest
from django.db.models import CharField, TextField

from careerguide.caching.memory import memory_cache
from statistics.charts import Form
from statistics.figures import chart_form, chart_of, figure_html, figure_of
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


class TestFigure:
    def test_is_made_anew_where_anything_it_shows_is_another(self):
        table = StatTableFactory.build(source_url="https://a.org")
        changes = {
            field.attname: "https://b.org"
            for field in StatTable._meta.concrete_fields
            if isinstance(field, CharField | TextField) and not field.choices
        }
        rows = [*table.data["rows"], {"cells": ["Head", "190000"]}]
        changes |= {"data": table.data | {"rows": rows}, "chart_form": "none"}
        changes |= {"row_order": "given", "slug": "b"}
        for name, value in changes.items():
            before = getattr(table, name)
            figure_html(table)
            setattr(table, name, value)
            table.__dict__.pop("table", None)  # read once for each table
            kept = figure_html(table)
            memory_cache.clear()
            assert kept == figure_html(table), name
            setattr(table, name, before)

    @pytest.mark.parametrize(
        "option", [{"heading_id": "a"}, {"level": 4}, {"css": "b"}]
    )
    def test_each_place_on_a_page_has_its_own(self, option):
        table = StatTableFactory.build()
        assert figure_html(table) != figure_html(table, **option)

    def test_nothing_is_made_of_what_was_made(self, monkeypatch):
        table = StatTableFactory.build()
        first = figure_html(table)
        monkeypatch.setattr("statistics.figures.render_to_string", None)
        assert figure_html(table) == first
