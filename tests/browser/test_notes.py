"""Test notes and right-to-left text with the style sheet that readers get."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from careerguide import markup

pytestmark = pytest.mark.browser

STYLES = Path(finders.find("careerguide/css/site.css"))
# Where the words of an element begin and end, seen from the edges of the page's text.
GAPS = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const words = range.getBoundingClientRect();
  const page = element.closest(".prose").getBoundingClientRect();
  return [words.left - page.left, page.right - words.right].map(Math.round);
}"""


@pytest.fixture
def show(page):
    def show(text):
        html = markup.render(text).html
        page.set_content(f'<main><div class="prose">{html}</div></main>')
        page.add_style_tag(content=STYLES.read_text())
        return page

    return show


class TestNotes:
    def test_note_is_announced_and_begins_with_its_kind(self, show):
        page = show("> [!WARNING]\n> Ask first.\n\n> [!FACT]\n> It is so.")
        expect(page.get_by_role("note")).to_have_text("Warning Ask first.")

    def test_myth_and_fact_differ_in_shape_and_not_only_in_colour(self, show):
        page = show("> [!MYTH]\n> a\n\n> [!FACT]\n> a")
        styles = [
            page.locator(f".note-{kind}").evaluate(
                "(e) => [getComputedStyle(e).borderInlineStartStyle,"
                " getComputedStyle(e.lastElementChild).fontStyle]"
            )
            for kind in ("myth", "fact")
        ]
        assert styles == [["dotted", "italic"], ["solid", "normal"]]


class TestDirection:
    TEXT = (
        "Left\n\n- ימין\n\n> [!NOTE]\n> يمين\n\n| A | B |\n|---|---|\n| Left | ימין |"
    )

    @pytest.mark.parametrize("block", ["li", ".note > p:last-child"])
    def test_block_begins_at_the_right(self, show, block):
        left, right = show(self.TEXT).locator(block).evaluate(GAPS)
        assert right < 40 < left

    def test_block_beside_it_begins_at_the_left(self, show):
        page = show(self.TEXT)
        left, right = page.get_by_text("Left").first.evaluate(GAPS)
        assert left == 0 < right

    def test_cell_alone_is_turned(self, show):
        cell = show(self.TEXT).locator("td:last-child")
        assert cell.evaluate("(e) => getComputedStyle(e).unicodeBidi") == "plaintext"
