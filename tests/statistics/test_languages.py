"""Test what readers see of numbers on sites in several languages."""

import io
import json
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from careerguide.languages.writing import DIRECTION
from statistics.charts import Figure, Form, Point, chart_html
from statistics.charts.card import card_svg, check_card
from statistics.downloads.links import size_text
from statistics.figures import chart_of
from statistics.models import StatTable
from statistics.table.formatting import format_value
from statistics.table.schema import Column, Row, TableData, parse
from tests.factories import ArticleFactory, StatTableFactory

pytestmark = pytest.mark.django_db

NBSP, APOSTROPHE = "\u00a0", "\u2019"
# By hand from CLDR: 38400.50 euros, 12.50 percent, 8.430 billion dollars.
LANGUAGES = {
    "en-gb": ("€38,400.50", "12.50%", "$8.430bn"),
    "de": ("38.400,50~€", "12,50~%", "8,430~Mrd.~$"),
    "de-ch": ("EUR~38’400.50", "12.50%", "$~8.430~Mrd."),
    "hi": ("€38,400.50", "12.50%", "$8.430~अ॰"),
    "sv": ("38~400,50~€", "12,50~%", "8,430~md~US$"),
    "ar": ("38,400.50~€", "12.50%", "8.430~مليار~US$"),
    "ar-eg": ("٣٨٬٤٠٠٫٥٠~€", "١٢٫٥٠٪", "٨٫٤٣٠~مليار~US$"),
}
MONEY, PERCENT, BILLIONS = (
    Column("pay", "Pay", "money", currency="EUR"),
    Column("share", "Share", "percent"),
    Column("size", "Size", "money", currency="USD", scale="billion"),
)
VALUES = {MONEY: "38400.50", PERCENT: "12.50", BILLIONS: "8.430"}


@pytest.fixture(params=LANGUAGES)
def language(request, settings):
    settings.LANGUAGE_CODE = request.param
    with translation.override(request.param):
        yield request.param


def spelled(text):
    """With marks of direction left out, and no-break spaces made visible."""
    return DIRECTION.sub("", text).replace(NBSP, "~")


def one_column(column, **more):
    """A table whose first row is the one that `LANGUAGES` is about, and its fact."""
    rows = [["One", VALUES[column]], ["Two", "1"], ["Three", None]]
    data = TableData((Column("name", "Name", "text"), column)).to_json()
    return StatTableFactory(
        data=data | {"rows": [{"cells": cells} for cells in rows]},
        headline_label="One of them",
        headline_row="One",
        headline_column=column.key,
        **more,
    )


def pages_of(table):
    yield table.get_absolute_url()
    yield reverse("statistics:embed", args=[table.slug])
    yield reverse("statistics:list")
    yield table.career.get_absolute_url()
    yield reverse("career_print", args=[table.career.slug])


@pytest.mark.parametrize("place", range(3))
def test_every_page_writes_as_the_language_does(client, language, place):
    column = (MONEY, PERCENT, BILLIONS)[place]
    table = one_column(column)
    article = ArticleFactory(career=table.career, body=f"[[table: {table.slug}]]")

    for page in (*pages_of(table), article.get_absolute_url()):
        html = spelled(client.get(page).content.decode())

        assert LANGUAGES[language][place] in html, page
        if LANGUAGES[language][place] != LANGUAGES["en-gb"][place]:
            assert LANGUAGES["en-gb"][place] not in html, page


def test_fact_and_its_list_in_the_admin_have_it(language):
    headline = one_column(MONEY).headline

    assert spelled(headline["value"]) == LANGUAGES[language][0]


def test_chart_card_and_alt_text(language):
    points = [(2020, "1000.50"), (2021, "2000"), (2022, "38400.50")]
    figure = Figure(
        "title",
        "Pay rises",
        tuple(Point(str(year), Decimal(value)) for year, value in points),
        MONEY,
        over_time=True,
    )
    chart = spelled(chart_html(figure, Form.LINE))
    described = chart.partition("<desc")[2].partition("</desc>")[0]

    assert LANGUAGES[language][0] in described
    assert chart.count(LANGUAGES[language][0]) == 3  # in words, on the line, in numbers
    if language not in ("hi", "ar", "ar-eg"):
        assert LANGUAGES[language][0] in spelled(card_svg(figure, Form.LINE, "Guide"))


def test_axis_is_written_alike():
    points = tuple(Point(str(2020 + n), Decimal(n * 500)) for n in range(4))
    figure = Figure("t", "Pay", points, MONEY, over_time=True)

    with translation.override("de"):
        assert f">1.000{NBSP}€</text>" in chart_html(figure, Form.LINE)


def test_a_long_first_label_stands_clear_of_a_line_that_climbs():
    points = tuple(Point(str(2020 + n), Decimal(1_000 + n * 500)) for n in range(4))
    figure = Figure("t", "Pay", points, BILLIONS, over_time=True)

    assert 'dy="-22" text-anchor="start">$1,000bn<' in chart_html(figure, Form.LINE)
    with translation.override("de"):
        chart = chart_html(figure, Form.LINE).replace(NBSP, "~")
    assert 'dy="24" text-anchor="start">1.000~Mrd.~$<' in chart


def test_a_part_too_narrow_for_its_number_has_it_in_the_legend_only():
    points = (Point("a", Decimal("82.75")), Point("b", Decimal("17.25")))
    figure = Figure("t", "Pay", points, PERCENT)

    with translation.override("de"):
        assert chart_html(figure, Form.PARTS).count(f"17,25{NBSP}%") == 1


def test_years_have_no_groups_in_any_language():
    year = Column("year", "Year", "year")

    with translation.override("de"):
        assert format_value(Decimal(2027), year) == "2027"
        assert format_value(Decimal(2566), year) == "2566"
    with translation.override("ar-eg"):
        rows = tuple(Row((Decimal(2020 + n), Decimal(n))) for n in range(4))
        data = TableData((year, PERCENT), rows).to_json()
        item = StatTable(title="Pay", slug="pay", data=data)
        assert format_value(Decimal(2027), year) == "٢٠٢٧"
        assert ">٢٠٢٣</text>" in chart_of(item)


def test_a_number_that_the_font_lacks_gets_no_card_of_its_own():
    figure = Figure(
        "t", "Pay", (Point("a", Decimal(1)), Point("b", Decimal(2))), PERCENT
    )

    check_card(figure)
    with translation.override("ar-eg"), pytest.raises(ValueError, match="font"):
        check_card(figure)


def test_numbers_in_a_picture_keep_their_direction():
    """The line is drawn from the left in Arabic, too."""
    points = tuple(Point(str(2020 + n), Decimal(n)) for n in range(4))
    figure = Figure("t", "Pay", points, PERCENT, over_time=True)

    with translation.override("ar"):
        assert "\u20683\u200e%\u200e\u2069</text>" in chart_html(figure, Form.LINE)
    with translation.override("de"):
        assert "\u2068" not in chart_html(figure, Form.LINE)


class TestSizes:
    def test_of_files(self):
        with translation.override("de"):
            assert size_text(2700) == "2,7 kB"
            assert size_text(1_234_567) == "1.234,6 kB"

    def test_counts_of_rows(self, client, settings):
        rows = [{"cells": [f"Town {n}", "5"]} for n in range(1_200)]
        data = TableData((Column("name", "Name", "text"), MONEY)).to_json()
        table = StatTableFactory(data=data | {"rows": rows})
        with translation.override("de"):
            page = client.get(table.get_absolute_url()).content.decode()
        assert "1.200 Zeilen" in page


class TestFiles:
    """Programs read them: they are the same in every language."""

    @pytest.mark.parametrize("language", ["de", "hi", "sv", "ar-eg"])
    def test_csv_and_schema_are_the_same_to_the_byte(self, client, language):
        table = one_column(MONEY)
        for path in (reverse("statistics:csv", args=[table.slug]),):
            english = client.get(path).content
            with translation.override(language):
                assert client.get(path).content == english
            assert b"38400.50" in english

    @pytest.mark.parametrize("language", ["de", "hi", "sv", "ar-eg"])
    def test_json_has_the_same_columns_and_rows(self, client, language):
        path = reverse("statistics:json", args=[one_column(BILLIONS).slug])
        english = json.loads(client.get(path).content)
        with translation.override(language):
            there = json.loads(client.get(path).content)
        for part in ("columns", "rows"):
            assert there[part] == english[part]
        assert english["rows"][0]["cells"]["size"] == "8.430"

    @pytest.mark.parametrize("language", ["de", "hi", "sv", "ar-eg"])
    def test_workbook_has_the_same_cells(self, client, language):
        path = reverse("statistics:xlsx", args=[one_column(MONEY).slug])

        def cells():
            sheet = load_workbook(io.BytesIO(client.get(path).content)).worksheets[0]
            return [[(c.value, c.number_format) for c in row] for row in sheet.rows]

        english = cells()
        with translation.override(language):
            assert cells() == english


class TestEnglish:
    def test_of_the_seeded_guide_is_as_it_was(self, seeded):
        """As it was written before languages were: by these four lines."""
        signs = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
        scales = {"thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"}
        count = 0
        for item in StatTable.objects.all():
            table = parse(item.data)
            for row in table.rows:
                for column, value in zip(table.columns, row.cells, strict=True):
                    if value is None or not column.is_measure:
                        continue
                    sign = "\N{MINUS SIGN}" if value < 0 else ""
                    before = {"money": signs.get(column.currency, "?")}
                    after = {"percent": "%"}.get(column.type, scales.get(column.scale))
                    text = f"{sign}{before.get(column.type, '')}{abs(value):,f}"
                    if column.decimals is None:
                        count += 1
                        assert format_value(value, column) == f"{text}{after or ''}"
        assert count > 30
