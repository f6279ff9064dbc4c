"""Test the measures that a guide's file brings, and those that are here already."""

import pytest

from careerguide.exchange import guide_yaml
from careerguide.models import Career
from statistics.measures.models import Measure
from statistics.models import StatTable
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory

pytestmark = pytest.mark.django_db
SAID = {
    **{"provenance": "survey", "sample_size": 1240, "margin": "± 3 points"},
    **{"place": "Wales", "own_definition": "Full-time only", "statistic": "median"},
    **{"pay_tax": "gross", "pay_parts": "base", "pay_period": "year"},
    **{"prices": "constant", "price_year": 2024},
}
FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}


@pytest.fixture
def path(tmp_path):
    """The file of a guide that is gone; its measure is still here."""
    career = CareerFactory(slug="shepherd")
    measure = MeasureFactory(name="Pay", slug="pay", order=3)
    StatTableFactory(career=career, measure=measure, **FACT, **SAID)
    path = tmp_path / "shepherd.yaml"
    guide_yaml.export("shepherd", path=path)
    StatTable.objects.all().delete(), Career.objects.all().delete()
    return path


def test_measure_and_all_that_is_said_of_numbers_come_along(path):
    Measure.objects.all().delete()
    assert guide_yaml.seed("shepherd", path) == "shepherd: loaded."
    table = StatTable.objects.get()
    assert (table.measure.name, table.measure.order) == ("Pay", 3)
    assert {name: getattr(table, name) for name in SAID} == SAID
    assert guide_yaml.export("shepherd") == path.read_text()


def test_measure_that_is_here_keeps_its_name_and_stops_nothing(path):
    Measure.objects.update(name="Earnings", order=7)
    assert guide_yaml.seed("shepherd", path) == "shepherd: loaded."
    table = StatTable.objects.get()
    assert (table.measure.name, table.measure.order) == ("Earnings", 7)


def test_each_measure_is_written_once_and_others_not_at_all():
    career, measure = CareerFactory(slug="shepherd"), MeasureFactory(slug="pay")
    StatTableFactory(career=career, measure=measure, **FACT)
    StatTableFactory(career=career, measure=measure, status="draft", **FACT)
    MeasureFactory(slug="unused")
    text = guide_yaml.export("shepherd")
    assert text.count("- model: statistics.measure\n") == 1 and "unused" not in text
