"""Test the facts that a comparison is made of."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.models import Career
from statistics.measures.facts import fact_of, facts, measures_in_use
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory

pytestmark = pytest.mark.django_db
FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}


def table_of(cell, *, column=None, label="Senior", **row):
    column = {"key": "salary", "label": "Salary", "type": "decimal"} | (column or {})
    names = {"key": "level", "label": "Level", "type": "text"}
    data = {"columns": [names, column], "rows": [{"cells": [label, cell]} | row]}
    return StatTableFactory.build(data=data, **FACT)


class TestFact:
    def test_scale_is_in_the_amount(self):
        money = {"type": "money", "currency": "USD", "scale": "billion"}
        fact = fact_of(table_of("8.43", column=money))
        assert (fact.value, fact.amount) == (Decimal("8.43"), Decimal("8430000000"))
        assert (fact.currency, fact.text) == ("USD", "$8.43bn")

    @pytest.mark.parametrize(
        "cell, note, amount, text, exact",
        [
            ("7", "", 7, "7", True),
            (None, "≥7", None, "≥7", False),
            ("7", "≥", None, "≥7", False),
            (None, "c", None, "[c]", True),
            ("7", "small", 7, "7 [small]", False),
            ("7", "± 2", 7, "7 ± 2", False),
        ],
    )
    def test_what_is_not_exact_is_told(self, cell, note, amount, text, exact):
        fact = fact_of(table_of(cell, notes={"salary": note} if note else {}))
        assert (fact.amount, fact.text, fact.is_exact) == (amount, text, exact)

    def test_period_is_that_of_its_row(self):
        columns = [
            {"key": "level", "label": "Level", "type": "text"},
            {"key": "year", "label": "Year", "type": "year"},
            {"key": "salary", "label": "Salary", "type": "integer"},
        ]
        rows = [{"cells": ["Senior", "2027", "5"], "forecast": True}]
        data = {"columns": columns, "rows": rows}
        table = StatTableFactory.build(data=data, period="2020 to 2027", **FACT)
        fact = fact_of(table)
        assert (fact.period, fact.forecast) == ("2027", True)
        table = table_of("1")
        table.period = "2024"
        assert fact_of(table).period == "2024"

    def test_table_without_a_quick_fact_has_none(self):
        assert fact_of(StatTableFactory.build()) is None
        assert fact_of(StatTableFactory.build(**FACT | {"headline_row": "x"})) is None


def test_facts_of_careers_take_one_query():
    measure = MeasureFactory()
    tables = [StatTableFactory(measure=measure, **FACT) for _ in range(3)]
    StatTableFactory(measure=measure, status="draft", **FACT)
    without, careers = CareerFactory(), [*Career.objects.all()]
    with CaptureQueriesContext(connection) as queries:
        found = facts(careers)
        shown = {key: fact[measure].label for key, fact in found.items() if fact}
        [fact.measure.name for facts in found.values() for fact in facts.values()]
    assert len(queries) == 1
    assert shown == {table.career_id: "Pay, senior" for table in tables}
    assert found[without.pk] == {}


def test_measures_in_use_are_those_that_readers_see():
    last, first = MeasureFactory(order=2), MeasureFactory(order=1)
    hidden, _unused = MeasureFactory(), MeasureFactory()
    for measure in (last, first):
        StatTableFactory(measure=measure, **FACT)
    StatTableFactory(measure=hidden, career=CareerFactory(status="draft"), **FACT)
    assert [*measures_in_use()] == [first, last]
