"""Test the package of a guide: valid, whole, and the same bytes each time."""

import csv
import io
import json
import os
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.utils.timezone import localdate

from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.related import key_of
from statistics.downloads.package.describe import licences
from statistics.editions.recording import record_missing
from statistics.models import StatTable
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory
from tests.statistics.editions.worlds import corrected

pytestmark = pytest.mark.django_db

ODD = {
    "columns": [
        {"key": "name", "label": "=Name", "type": "text"},
        {"key": "pay", "label": "Pay", "type": "money", "currency": "EUR"},
        {"key": "size", "label": "Size", "type": "decimal", "scale": "million"},
        {"key": "year", "label": "Year", "type": "year"},
    ],
    "rows": [
        {"cells": ["=1+1", "-5.50", None, "2020"], "notes": {"size": "c"}},
        {"cells": ["All", "8.430", "3", "2021"], "total": True},
    ],
}


def opened(answer):
    return zipfile.ZipFile(io.BytesIO(answer.content))


def described(archive):
    return json.loads(archive.read("datapackage.json"))


def rows(archive, path):
    return list(csv.reader(io.StringIO(archive.read(path).decode())))


@pytest.fixture
def guide():
    career = CareerFactory(slug="bees", name="Beekeeper")
    StatTableFactory(
        career=career, slug="odd", data=ODD, source_name="ONS", period="2020"
    )
    fact = {"headline_label": "Pay", "headline_row": "Senior"}
    fact |= {"headline_column": "salary", "measure": MeasureFactory(name="Mean pay")}
    StatTableFactory(career=career, slug="pay", note="As *is*.", order=1, **fact)
    return career


def frictionless():
    """The validator; in CI a lack of it is a failure."""
    try:
        import frictionless
    except ImportError:
        if os.environ.get("CI"):
            raise
        pytest.skip("frictionless is not installed: make setup")
    return frictionless


@pytest.mark.one_database
@pytest.mark.parametrize("of", ["guide", "seeded"])
def test_package_is_valid(client, request, tmp_path, of):
    request.getfixturevalue(of)
    slug = "bees" if of == "guide" else "machine-learning-engineer"
    file = tmp_path / "data.zip"
    validator = frictionless()
    file.write_bytes(client.get(f"/careers/{slug}/data.zip").content)
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    report = validator.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == (2 if of == "guide" else 11)


def test_holds_each_table_as_its_own_file_is(client, guide):
    archive = opened(client.get("/careers/bees/data.zip"))
    assert archive.namelist() == [
        *("README.md", "datapackage.json", "dictionary.csv"),
        *("data/odd.csv", "data/pay.csv"),
    ]
    for slug in ("odd", "pay"):
        file = client.get(f"/statistics/{slug}.csv").content
        assert archive.read(f"data/{slug}.csv") == file


def test_each_column_has_its_name_type_and_unit(client, guide):
    archive = opened(client.get("/careers/bees/data.zip"))
    resource = described(archive)["resources"][0]
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == rows(archive, "data/odd.csv")[0]
    assert [field["type"] for field in fields] == [
        *("string", "number", "number", "integer", "string", "string"),
    ]
    assert fields[1]["currency"] == "EUR" and fields[2]["scale"] == "million"
    dictionary = rows(archive, "dictionary.csv")
    assert dictionary[0][:3] == ["table", "column", "type"]
    assert len(dictionary) == 1 + len(fields) + 2
    assert not any(cell.startswith("=") for row in dictionary for cell in row)


def test_source_or_its_absence_citation_and_measure_are_said(client, guide):
    archive = opened(client.get("/careers/bees/data.zip"))
    odd, pay = described(archive)["resources"]
    assert odd["sources"] == [{"title": "ONS"}] and "sources" not in pay
    assert odd["period"] == "2020" and pay["note"]["text"] == "As is."
    assert pay["quick_fact"]["measure"]["name"] == "Mean pay"
    assert "http://127.0.0.1:8000/statistics/pay/" in pay["citation"]["text"]
    text = archive.read("README.md").decode()
    assert "Source: ONS" in text and "Source: none is known" in text


@pytest.mark.one_database
def test_licence_is_said_as_far_as_it_is_known(settings):
    assert licences() == {}
    settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
    assert licences() == {"licenses": [{"name": "CC-BY-4.0"}]}
    settings.SITE_OVERRIDES |= {"licence_url": "https://a.org/"}
    known = {"path": "https://a.org/", "title": "CC BY 4.0"}
    assert licences() == {"licenses": [known]}


def test_same_guide_gives_the_same_bytes_and_another_state_others(client, guide, clock):
    first = client.get("/careers/bees/data.zip")
    clock(datetime(2030, 1, 1, tzinfo=UTC))
    assert client.get("/careers/bees/data.zip").content == first.content
    # Whenever it is made: a zip tells time in steps of two seconds.
    times = {info.date_time for info in opened(first).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}
    StatTableFactory(career=guide, slug="new")
    assert client.get("/careers/bees/data.zip").content != first.content


def test_is_open_to_others_and_known_by_its_tag(client, guide):
    first = client.get("/careers/bees/data.zip")
    assert first["Content-Type"] == "application/zip"
    assert first["Access-Control-Allow-Origin"] == "*"
    name = 'attachment; filename="bees-data-2026-01-05.zip"'
    assert first["Content-Disposition"] == name
    headers = {"If-None-Match": first["ETag"]}
    assert client.get("/careers/bees/data.zip", headers=headers).status_code == 304


def test_day_is_that_of_the_last_edition_or_note(client, guide, clock):
    def said():
        answer = client.get("/careers/bees/data.zip")
        created = datetime.fromisoformat(described(opened(answer))["created"])
        name = f'filename="bees-data-{localdate(created)}.zip"'
        assert answer["Content-Disposition"].endswith(name)
        return created

    record_missing()
    assert localdate(said()) == date(2026, 1, 5)
    clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    table = corrected(StatTable.objects.get(slug="pay"), note="Other.")
    assert localdate(said()) == table.edition.day == date(2026, 3, 1)
    noted = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
    note = {"kind": "correction", "text": "Typed wrong.", "made_at": noted}
    ChangeNote.objects.create(**key_of(table), **note)
    clock(noted)
    assert said() == noted
    clock(datetime(2026, 6, 1, tzinfo=UTC))
    assert said() == noted


def test_hidden_tables_are_not_in_it_and_without_any_there_is_none(client, guide):
    StatTableFactory(career=guide, slug="draft", status="draft")
    archive = opened(client.get("/careers/bees/data.zip"))
    assert "data/draft.csv" not in archive.namelist()
    CareerFactory(slug="empty")
    for slug in ("empty", "none"):
        assert client.get(f"/careers/{slug}/data.zip").status_code == 404


def test_page_of_the_guide_says_what_it_holds(client, guide):
    page = client.get("/careers/bees/").content.decode()
    assert 'href="/careers/bees/data.zip"' in page
    assert "(2 tables, 4 rows, zip)" in page


def test_speaks_the_language_of_its_guide(client):
    career = CareerFactory(slug="imker", name="Imker", language="de")
    table = StatTableFactory(career=career, slug="lohn", language="de")
    archive = opened(client.get("/careers/imker/data.zip"))
    readme = archive.read("README.md").decode()
    assert "Quelle: keine bekannt" in readme and "Source:" not in readme
    assert described(archive)["title"].startswith("Imker: ")
    assert "all tables" not in described(archive)["title"]
    own = client.get("/statistics/lohn.csv").content
    assert archive.read(f"data/{table.slug}.csv") == own
