"""Test that drawings of a book have their colours without its sheet."""

from careerguide.offline.paint import paint, rules
from careerguide.offline.tree import parse

PARTS = (
    '<svg class="whole"><rect class="part-3" width="9"/>'
    '<text class="on-1" x="1">9%</text></svg>'
)


def painted(html):
    body = parse(html, "body")
    paint(body)
    return {one.get("class"): one.attrib for one in body.iter() if one.get("class")}


def test_each_class_of_a_shape_has_its_colour():
    found = painted(f'<div class="sequence">{PARTS}</div>')
    assert found["part-3"]["fill"] == "#a9cfe6"
    assert found["on-1"]["fill"] == "#fff"
    assert found["on-1"]["text-anchor"] == "middle"  # of `.whole text`


def test_what_is_around_a_shape_counts():
    found = painted(f'<div class="diverging">{PARTS}</div>')
    assert found["part-3"]["fill"] == "#c3c9cf"


def test_line_is_not_filled():
    line = '<div class="line"><svg class="path"><polyline class="p"/></svg></div>'
    assert painted(line)["p"]["fill"] == "none"


def test_only_drawings_are_painted():
    assert "fill" not in painted('<p class="part-3">Words</p>')["part-3"]


def test_sheet_is_read():
    assert len(rules()) > 20
