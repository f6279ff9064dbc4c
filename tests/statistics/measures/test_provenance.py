"""Test that every face of a table says how its numbers were found."""

import io

import openpyxl
import pytest

from statistics.measures.choices import Provenance
from statistics.measures.wording import basis_text, provenance_text
from tests.factories import MeasureFactory, StatTableFactory

pytestmark = pytest.mark.django_db
FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}
SAID = {
    **{"provenance": "survey", "sample_size": 1240, "place": "Wales"},
    "margin": "± 3 points",
}
LINE = "Survey · 1,240 asked or counted · margin of error ± 3 points · Wales"


@pytest.fixture
def table():
    basis = {"statistic": "median", "pay_period": "year", "pay_tax": "gross"}
    measure = MeasureFactory(name="Senior pay", slug="senior-pay")
    return StatTableFactory(measure=measure, **SAID, **FACT, **basis)


@pytest.mark.parametrize(
    "place", ["{table}", "{table}embed/", "{career}", "{career}all/", "/statistics/"]
)
def test_readers_see_it(client, table, place):
    path = place.format(
        table=table.get_absolute_url(), career=table.career.get_absolute_url()
    )
    assert LINE in client.get(path).content.decode()


def test_page_in_memory_of_a_figure_changes_with_it(client, table):
    client.get("/statistics/")
    table.margin = "± 4 points"
    table.save()
    assert "± 4 points" in client.get("/statistics/").content.decode()


def test_page_says_what_the_quick_fact_counts(client, table):
    page = client.get(table.get_absolute_url()).content.decode()
    assert "Senior pay · Median · Per year · Before tax" in page


def test_page_says_that_it_is_not_stated(client):
    page = client.get(StatTableFactory().get_absolute_url()).content.decode()
    assert "How the numbers were found</dt><dd>not stated" in page


@pytest.mark.parametrize("address", ["json", "catalogue"])
def test_programs_read_it(client, table, address):
    if address == "json":
        found = client.get(f"/statistics/{table.slug}.json").json()
    else:
        [found] = client.get("/statistics.json").json()["tables"]
    parts = {"kind": "survey", "sample_size": 1240, "margin": "± 3 points"}
    assert (found["provenance"], found["place"]) == (parts, "Wales")
    fact = found["quick_fact"]
    assert (fact["measure"]["key"], fact["statistic"]) == ("senior-pay", "median")
    assert (fact["column"], fact["pay_parts"]) == ("salary", None)


def test_catalogue_in_memory_changes_with_a_measure(client, table):
    client.get("/statistics.json")
    table.measure.name = "Pay of seniors"
    table.measure.save()
    [found] = client.get("/statistics.json").json()["tables"]
    assert found["quick_fact"]["measure"]["name"] == "Pay of seniors"


def test_spreadsheet_has_it_on_its_second_sheet(client, table):
    content = client.get(f"/statistics/{table.slug}.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    lines = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert lines["How the numbers were found"] == LINE
    fact = "Pay, senior · Senior pay · Median · Per year · Before tax"
    assert lines["Quick fact"] == fact


def test_what_is_not_said_takes_no_word():
    table = StatTableFactory.build()
    assert (provenance_text(table), basis_text(table)) == ("", "")


def test_constant_prices_name_their_year():
    table = StatTableFactory.build(prices="constant", price_year=2020)
    assert basis_text(table) == "At the prices of 2020"


@pytest.mark.usefixtures("seeded")
def test_tables_of_the_guide_say_that_its_document_claims_them(client):
    page = client.get("/statistics/machine-learning-engineer-ages/").content.decode()
    assert str(Provenance.CLAIMED.label) in page
