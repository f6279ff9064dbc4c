"""Test that every career's page has the same quick facts in the same order."""

import re

import pytest

from statistics.models import StatTable
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory

pytestmark = pytest.mark.django_db
FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}


def shown(client, career):
    """(name, number) of each quick fact on a career's page."""
    page = client.get(career.get_absolute_url()).content.decode()
    facts = page.split('<dl class="facts')[1].split("</dl>")[0]
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", facts)
    return [(re.sub("<.*?>", "", name), number) for name, number in pairs]


def test_both_careers_show_all_measures_in_their_order(client):
    pay, people = MeasureFactory(name="Pay", order=2), MeasureFactory(name="A", order=1)
    baker, nurse = CareerFactory(), CareerFactory()
    for measure in (pay, people):
        StatTableFactory(career=CareerFactory(), measure=measure, **FACT)
    StatTableFactory(career=baker, measure=pay, order=1, **FACT)
    StatTableFactory(career=nurse, measure=people, order=1, **FACT)
    StatTableFactory(career=nurse, order=2, **FACT | {"headline_label": "Own"})
    assert shown(client, baker) == [("A", "not known"), ("Pay", "$170,000")]
    assert shown(client, nurse) == [
        *(("A", "$170,000"), ("Pay", "not known"), ("Own", "$170,000")),
    ]


def test_what_one_other_career_alone_is_measured_by_is_not_missing_here(client):
    baker, nurse = CareerFactory(), CareerFactory()
    StatTableFactory(career=nurse, measure=MeasureFactory(name="Night shifts"), **FACT)
    StatTableFactory(career=baker, measure=MeasureFactory(name="Pay"), **FACT)
    assert shown(client, baker) == [("Pay", "$170,000")]


def test_career_of_which_nothing_is_known_names_no_measures(client):
    pay, baker = MeasureFactory(name="Pay"), CareerFactory()
    for career in (CareerFactory(), CareerFactory()):
        StatTableFactory(career=career, measure=pay, **FACT)
    StatTableFactory(career=baker)
    page = client.get(baker.get_absolute_url()).content.decode()
    assert "not known" not in page and "at-a-glance" not in page


def test_measure_that_no_reader_sees_is_on_no_page(client):
    career = CareerFactory()
    StatTableFactory(career=career, **FACT)
    hidden = CareerFactory(status="draft")
    StatTableFactory(career=hidden, measure=MeasureFactory(), **FACT)
    assert shown(client, career) == [("Pay, senior", "$170,000")]


def test_what_is_counted_otherwise_is_said(client):
    table = StatTableFactory(
        measure=MeasureFactory(), own_definition="Full-time only.", **FACT
    )
    page = client.get(table.career.get_absolute_url()).content.decode()
    assert '<dd class="source">Full-time only. · ' in page


def test_long_guide_has_the_facts_of_its_last_tables(client):
    career, measure = CareerFactory(), MeasureFactory(name="Pay")
    most = StatTable.guide.on_career_page
    tables = [StatTableFactory(career=career, order=n) for n in range(most + 3)]
    last = tables[-1]
    StatTable.objects.filter(pk=last.pk).update(measure=measure, **FACT)
    assert shown(client, career) == [("Pay", "$170,000")]


def test_cards_of_several_careers_show_the_same_measure(client):
    pay, other = MeasureFactory(order=1), MeasureFactory(order=2)
    for place in (1, 2):
        career = CareerFactory()
        label = {"headline_label": "Other"}
        StatTableFactory(career=career, measure=other, order=place, **FACT | label)
        StatTableFactory(career=career, measure=pay, order=3 - place, **FACT)
    page = client.get("/").content.decode()
    assert page.count("Pay, senior</a></dt>") == 2


@pytest.mark.usefixtures("seeded")
def test_founding_guide_shows_eight(client):
    page = client.get("/careers/machine-learning-engineer/").content.decode()
    assert page.count('<div class="fact">') == 8 and "not known" not in page
