"""Test the pictures of charts that are downloaded."""

import io
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from PIL import Image

from statistics.downloads.pictures import has_picture, png_bytes, svg_bytes
from tests.each import each
from tests.factories import StatTableFactory

from .tables import HOSTILE_TEXTS, hostile, of_labels, of_types


def says(table, text):
    return text in "".join(ElementTree.fromstring(svg_bytes(table)).itertext())


def test_picture_shows_title_values_and_source():
    table = StatTableFactory.build(source_name="ONS", row_order="given")
    assert has_picture(table)
    for text in ("Senior beekeepers", "$170,000", "Source: ONS", "Career Guide"):
        assert says(table, text)


def test_png_is_of_the_size_that_previews_ask_for():
    image = Image.open(io.BytesIO(png_bytes(StatTableFactory.build())))
    image.load()
    assert (image.format, image.size) == ("PNG", (1200, 630))


class TestGeneralCard:
    def test_stands_in_where_no_chart_fits(self):
        table = of_types()
        assert not has_picture(table)
        assert not says(table, table.title)
        assert says(table, "Career Guide")

    def test_stands_in_where_the_font_lacks_a_letter(self):
        table = StatTableFactory.build(title="蜜蜂很忙")
        assert not has_picture(table)
        assert says(table, "Career Guide")

    def test_stands_in_for_more_rows_than_a_chart_takes(self):
        assert has_picture(of_labels(map(str, range(30))))
        assert not has_picture(of_labels(map(str, range(31))))

    def test_stands_in_where_a_chosen_form_does_not_fit(self):
        assert not has_picture(StatTableFactory.build(chart_form="parts"))

    def test_can_do_without_the_name(self, settings):
        settings.SITE_OVERRIDES = {"name": "蜜蜂"}
        assert "".join(ElementTree.fromstring(svg_bytes(of_types())).itertext()) == ""


class TestHostile:
    @each("text", HOSTILE_TEXTS)
    def test_text_makes_a_picture_without_script(self, text):
        tree = ElementTree.fromstring(svg_bytes(hostile(text)))
        tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
        assert tags <= {"svg", "rect", "text", "g", "path", "polyline", "circle"}
        names = {name for element in tree.iter() for name in element.attrib}
        assert not [n for n in names if n.startswith("on") or "href" in n]

    @pytest.mark.parametrize(
        "text", ["<script>top.xss=1</script>", "مرحبا", "\x01", "🐝"]
    )
    def test_text_makes_a_png(self, text):
        assert Image.open(io.BytesIO(png_bytes(hostile(text)))).size == (1200, 630)

    @pytest.mark.parametrize(
        "number", ["9" * 30, "-" + "9" * 30, "0." + "0" * 28 + "1"]
    )
    def test_numbers_make_a_picture(self, number):
        table = of_labels(["a", "b"])
        table.data["rows"][0]["cells"][1] = number
        assert Decimal(number) in [row.cells[1] for row in table.table.rows]
        assert Image.open(io.BytesIO(png_bytes(table))).size == (1200, 630)
