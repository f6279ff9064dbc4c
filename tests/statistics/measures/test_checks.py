"""Test what the database and every way of publishing hold measures to."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.drafts import actions, due
from careerguide.publishing.drafts.batch import problems
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot
from statistics.measures.kinds import UnitKind
from statistics.models import StatTable
from statistics.table.schema import TYPES, Column
from tests.factories import (
    CareerFactory,
    MeasureFactory,
    StatTableFactory,
    plan_for_now,
)

pytestmark = pytest.mark.django_db
FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}


@pytest.fixture
def taken():
    return StatTableFactory(measure=MeasureFactory(), **FACT)


def second(taken, **more):
    of = {"career": taken.career, "measure": taken.measure}
    return StatTableFactory(status="draft", **of | FACT | more)


class TestOneOfAMeasure:
    def test_database_refuses_a_second_published_one(self, taken):
        table = second(taken)
        with pytest.raises(IntegrityError), transaction.atomic():
            StatTable.objects.filter(pk=table.pk).update(
                status="published",
                first_published_at=taken.first_published_at,
                content_updated_on=taken.content_updated_on,
            )

    def test_publishing_says_which_has_it(self, taken):
        with pytest.raises(ValidationError) as error:
            actions.publish(second(taken), None)
        assert taken.title in error.value.message_dict["measure"][0]

    def test_of_another_career_or_hidden_it_is_free(self, taken):
        other = second(taken, career=CareerFactory())
        actions.publish(other, None)
        table = second(taken)
        actions.unpublish(taken, None)
        assert actions.publish(table, None).measure == taken.measure

    def test_plan_is_held_with_the_reason(self, taken):
        table = StatTableFactory(career=taken.career, **FACT)
        actions.unpublish(taken, None)
        table.measure = taken.measure
        actions.save_draft(table, table, None)
        plan_for_now(table)
        actions.publish(taken, None)
        assert due.publish_due() == []
        assert taken.title in Plan.objects.get().problem

    def test_live_one_stays_correctable(self, taken):
        taken.note = "A word more."
        actions.save_draft(taken, taken, None)
        assert actions.publish(taken, None).note == "A word more."


def test_many_are_checked_in_as_many_queries_as_few(taken):
    tables = [second(taken), *(second(taken, career=CareerFactory()) for _ in "abc")]

    def count(drafts):
        changes = [(table, apply_snapshot(table, {})) for table in drafts]
        for _row, item in changes:
            item.mark_published()
        with CaptureQueriesContext(connection) as queries:
            found = problems(StatTable, changes)
        return len(queries), [bool(error) for error in found]

    assert count(tables[:2]) == (count(tables)[0], [True, False])


def test_published_price_year_belongs_to_constant_prices(taken):
    with pytest.raises(IntegrityError), transaction.atomic():
        StatTable.objects.update(price_year=2024)


def test_draft_of_a_measure_that_went_is_no_error(taken):
    measure = MeasureFactory()
    taken.measure = measure
    actions.save_draft(taken, taken, None)
    measure.delete()
    with pytest.raises(ValidationError) as error:
        actions.publish(taken, None)
    assert "measure" in error.value.message_dict


def test_every_type_of_column_but_years_has_a_kind():
    fitting = {
        name
        for name in TYPES
        for kind in UnitKind
        if kind.fits(Column(key="a", label="A", type=name))
    }
    assert fitting == {*TYPES} - {"year"}
