"""Test charts as they are drawn: lengths, places and names, at readers' widths."""

import pytest

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 680, 1200)

# For each chart of bars: the length of each bar a unit of its value, in pixels.
PROPORTIONS = """
() => [...document.querySelectorAll("table.bars")].map((table) =>
  [...table.querySelectorAll("td:not(.missing)")].map((cell) => ({
    value: parseFloat(cell.textContent.replace(/[^\\d.]/g, "")),
    length: cell.querySelector("rect").getBoundingClientRect().width,
  })))
"""

# Boxes of all text that a figure shows, and of the figure itself.
BOXES = """
() => [...document.querySelectorAll("figure.figure")].map((figure) => {
  const boxes = [];
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (!text || walker.currentNode.parentElement.closest("title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width) boxes.push([text, box.left, box.top, box.right, box.bottom]);
    }
  }
  const frame = figure.getBoundingClientRect();
  return { boxes, left: frame.left, right: frame.right };
})
"""


def overlap(one, other):
    """How many pixels two boxes share in the direction in which they share less."""
    _, left, top, right, bottom = one
    _, left2, top2, right2, bottom2 = other
    return min(
        min(right, right2) - max(left, left2), min(bottom, bottom2) - max(top, top2)
    )


@pytest.fixture(params=WIDTHS)
def figures(request, new_page):
    page = new_page(viewport={"width": request.param, "height": 800})
    page.goto("/statistics/")
    return page


def test_bars_are_as_long_as_their_values(figures):
    charts = figures.evaluate(PROPORTIONS)
    assert len(charts) == 6
    for bars in charts:
        longest = max(bars, key=lambda bar: bar["value"])
        for bar in bars:
            wanted = longest["length"] * bar["value"] / longest["value"]
            assert bar["length"] == pytest.approx(wanted, abs=1)


def test_no_text_stands_on_another(figures):
    for figure in figures.evaluate(BOXES):
        boxes = figure["boxes"]
        pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
        # Line boxes of one paragraph may touch by the height of their spacing.
        on_another = [(a[0], b[0]) for a, b in pairs if overlap(a, b) > 3]
        assert on_another == []


def test_nothing_is_cut_off(figures):
    for figure in figures.evaluate(BOXES):
        outside = [
            text
            for text, left, _top, right, _bottom in figure["boxes"]
            if left < figure["left"] - 1 or right > figure["right"] + 1
        ]
        assert outside == []


def test_longest_bar_and_its_value_fill_the_width(figures):
    for figure in figures.locator("figure:has(table.bars)").all():
        box = figure.bounding_box()
        ends = [
            value.bounding_box()["x"] + value.bounding_box()["width"]
            for value in figure.locator(".value").all()
        ]
        assert max(ends) == pytest.approx(box["x"] + box["width"], abs=40)


class TestAccessibilityTree:
    def figure(self, page, slug):
        page.goto("/statistics/")
        return page.locator(f"figure[aria-labelledby=figure-{slug}]").aria_snapshot()

    def test_bars_are_read_as_a_table(self, page):
        tree = self.figure(page, "machine-learning-startups-by-country")
        assert 'rowheader "India"' in tree
        assert 'cell "287"' in tree

    def test_parts_are_read_as_a_table(self, page):
        tree = self.figure(page, "machine-learning-engineer-gender")
        assert 'rowheader "Male"' in tree
        assert 'cell "82%"' in tree

    def test_ranking_is_a_list(self, page):
        tree = self.figure(page, "machine-learning-programming-languages")
        assert "- list" in tree
        assert "listitem: Python" in tree

    def test_numbers_of_a_table_page_are_read_once(self, page):
        page.goto("/statistics/machine-learning-startups-by-country/")
        # Chromium's own tree, which leaves out what a picture is drawn from.
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        texts = [
            node["name"]["value"]
            for node in nodes
            if not node["ignored"] and node["role"]["value"] == "StaticText"
        ]
        assert texts.count("287") == 1
