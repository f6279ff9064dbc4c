"""Test the look of a book's pages, as a device that lays out HTML shows them."""

from pathlib import Path

import pytest

from careerguide.offline import paint

pytestmark = pytest.mark.browser

BARS = """<style>{css}</style><body><section dir="{outer}"><section dir="{inner}">
<div class="chart"><table class="bars"><tr><th>A</th><td><svg class="track" width="100%"
height="22"></svg><span class="value">EGP 4,321</span></td></tr></table></div>"""


@pytest.mark.parametrize("outer", ["ltr", "rtl"])
@pytest.mark.parametrize("inner", ["ltr", "rtl"])
def test_number_of_the_longest_bar_stays_on_the_page(page, outer, inner):
    sheet = Path(paint.__file__).with_name("book.css").read_text()
    page.set_viewport_size({"width": 420, "height": 600})
    page.set_content(BARS.format(css=sheet, outer=outer, inner=inner))
    box = page.locator(".value").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 420
    assert page.locator("svg").bounding_box()["width"] > 100
