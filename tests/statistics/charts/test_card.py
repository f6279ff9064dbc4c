"""Test the pictures of charts: values, letters, room."""

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from statistics.charts import ChartError, Form
from statistics.charts.card import card_png, card_svg
from statistics.charts.card_canvas import HEIGHT, WIDTH, font_width
from statistics.charts.site_card import general_card_svg
from tests.each import each

from .cards import CARDS, HARD, WORDS
from .figures import COUNT, figure

SAFE_TAGS = {"svg", "rect", "text", "polyline", "circle", "g", "path"}


def tree(svg):
    return ElementTree.fromstring(svg)


def every(tag, svg):
    found = list(tree(svg).iterfind(f".//{{*}}{tag}"))
    assert found
    return found


def texts(svg):
    return [element.text for element in every("text", svg)]


def boxes(svg):
    """Each text with the rectangle it fills, and its anchor's side."""
    for element in every("text", svg):
        x, y, size = (float(element.get(name)) for name in ("x", "y", "font-size"))
        width = font_width(element.text, int(size), int(element.get("font-weight")))
        anchor = element.get("text-anchor")
        x -= {"start": 0, "middle": width / 2, "end": width}[anchor]
        yield element.text, (x, y - size * 0.75, x + width, y + size * 0.2)


def overlap(one, other):
    return all(one[i] < other[i + 2] and other[i] < one[i + 2] for i in (0, 1))


@pytest.mark.parametrize("name", CARDS)
class TestEveryCard:
    def card(self, name):
        return card_svg(*CARDS[name], "Career Guide")

    def test_is_a_drawing_and_nothing_else(self, name):
        for element in tree(self.card(name)).iter():
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SAFE_TAGS
            for attribute, value in element.attrib.items():
                assert not re.match("on|style|class|.*href", attribute)
                assert "url(" not in value or attribute == "aria-label"

    def test_says_title_site_and_source(self, name):
        shown = texts(self.card(name))
        assert "Career Guide" in shown
        assert any(text.startswith("Source: ") for text in shown)
        assert tree(self.card(name)).get("aria-label") == CARDS[name][0].title

    def test_no_text_leaves_it(self, name):
        for text, (left, top, right, bottom) in boxes(self.card(name)):
            assert left >= 16 and right <= WIDTH - 16, text
            assert top >= 16 and bottom <= HEIGHT - 16, text

    def test_no_text_covers_another(self, name):
        seen = list(boxes(self.card(name)))
        for place, (text, box) in enumerate(seen):
            for other, other_box in seen[:place]:
                assert not overlap(box, other_box), (text, other)

    def test_no_shape_leaves_it(self, name):
        for rect in every("rect", self.card(name)):
            x, y = float(rect.get("x", 0)), float(rect.get("y", 0))
            assert x >= 0 and x + float(rect.get("width")) <= WIDTH
            assert y >= 0 and y + float(rect.get("height")) <= HEIGHT


class TestValues:
    def test_are_written_as_on_the_page(self):
        shown = texts(card_svg(*CARDS["bars-below-zero"], "Career Guide"))
        assert {"12.5%", "−7.25%", "0%", "no data"} <= set(shown)

    def test_lengths_are_in_proportion(self):
        svg = card_svg(*CARDS["bars"], "Career Guide")
        widths = [float(r.get("width")) for r in every("rect", svg)[1:]]
        assert widths == pytest.approx(
            [widths[0] * n / 452 for n in (452, 287, 97)], abs=1
        )

    def test_below_zero_stand_left_of_the_line(self):
        rects = every("rect", card_svg(*HARD["negative-and-missing"], "G"))
        _paper, up, down, _zero, line = rects
        middle = float(line.get("x")) + 1
        assert float(up.get("x")) == pytest.approx(middle, abs=0.2)
        end = float(down.get("x")) + float(down.get("width"))
        assert end == pytest.approx(middle, abs=0.2)
        assert up.get("fill") != down.get("fill")

    def test_forecast_is_dashed_and_named(self):
        svg = card_svg(*CARDS["bars-forecast"], "Career Guide")
        assert svg.count("stroke-dasharray") == 1
        assert "2027 (forecast)" in texts(svg)

    def test_missing_are_not_drawn(self):
        svg = card_svg(*HARD["only-negative"], "Career Guide")
        assert len(every("rect", svg)) == 1 + 2 + 1  # paper, bars, zero

    def test_missing_year_breaks_the_line(self):
        assert card_svg(*CARDS["line"], "Career Guide").count("<polyline") == 3

    def test_of_parts_are_all_in_the_legend(self):
        shown = texts(card_svg(*CARDS["parts-diverging"], "Career Guide"))
        assert {"Highly", "Fairly", "Neutral", "Hardly", "Not", "1%"} <= set(shown)


class TestTooMuch:
    def test_rows_are_counted(self):
        assert "and 23 more" in texts(card_svg(*HARD["thirty-rows"], "Career Guide"))

    def test_title_is_cut_with_an_ellipsis(self):
        shown = texts(card_svg(*HARD["long-title-and-source"], "Career Guide"))
        assert shown[0].startswith("The longest name")
        assert shown[1].endswith("…")

    def test_number_is_refused(self):
        for number in ("9" * 30, "-" + "9" * 30):
            with pytest.raises(ChartError, match="a number is too long for the card"):
                card_svg(figure([("a", number), ("b", 1)]), Form.BARS, "Career Guide")


class TestLetters:
    @each("text", ["蜜蜂", "مرحبا", "🐝", "a\x01b", "a\nb", "\u202ea"])
    @each("place", ["title", "unit", "source", "label"])
    def test_that_the_font_lacks_are_refused(self, text, place):
        label = text if place == "label" else "a"
        more = {place: text} if place in ("title", "unit", "source") else {}
        drawn = figure([(label, 1), ("b", 2)], COUNT, **more)
        with pytest.raises(ChartError, match="font lacks a character"):
            card_svg(drawn, Form.BARS, "Career Guide")

    def test_of_the_site_s_name_are_left_out_and_the_chart_is_drawn(self):
        drawn = figure([("a", 1), ("b", 2)], COUNT, title="Bees")
        shown = texts(card_svg(drawn, Form.BARS, "蜜蜂"))
        assert "Bees" in shown and "蜜蜂" not in shown

    def test_of_europe_are_drawn(self):
        title = "Ærøskøbing, Łódź, Αθήνα, Київ, € 5 – “so”"
        drawn = figure([("a", 1), ("b", 2)], title=title)
        assert title in texts(card_svg(drawn, Form.BARS, "Ü"))

    def test_of_markup_are_text(self):
        title = "<script>alert('1')</script> & \"more\""
        svg = card_svg(figure([("a", 1), ("b", 2)], title=title), Form.BARS, "Guide")
        assert "<script" not in svg
        assert texts(svg)[0] == title


class TestPng:
    @pytest.mark.parametrize("name", ["bars-below-zero", "parts", "line", "list"])
    def test_is_the_drawing(self, name):
        image = Image.open(io.BytesIO(card_png(card_svg(*CARDS[name], "Career Guide"))))
        image.load()
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        assert len(image.convert("RGB").getcolors(1_000_000)) > 20  # letters, too


class TestGeneralCard:
    @pytest.mark.parametrize("name", ["Career Guide", "<&>", "A" * 12, WORDS])
    def test_says_the_name_in_the_middle(self, name):
        svg = general_card_svg(name)
        assert texts(svg) == [name]
        [text] = every("text", svg)
        end = float(text.get("x")) + font_width(name, int(text.get("font-size")), 700)
        mark = float(re.search(r"translate\(([\d.]+)", svg)[1])
        assert mark == pytest.approx(WIDTH - end, abs=1)

    def test_is_the_mark_alone_where_the_font_lacks_a_letter(self):
        assert texts(general_card_svg("蜜蜂")) == [None]
