"""Test pages on paper: what belongs together stays together, on A4 and Letter."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.pages import CAREER, KINDS

pytestmark = pytest.mark.browser

SIZES = ("A4", "Letter")
# What is a heading of something below it; contents only name headings.
HEADINGS = """() =>
  [...document.querySelectorAll("main :is(h2, h3, h4, summary, caption, .eyebrow)")]
  .filter((one) => !one.closest("nav"))
  .map((one) => one.textContent)"""


def squeezed(text):
    return re.sub(r"\s+", "", text)


def printed(page, size):
    return PdfReader(io.BytesIO(page.pdf(format=size))).pages


def last_line(sheet):
    lines = [squeezed(line) for line in sheet.extract_text().splitlines()]
    return [line for line in lines if line and not line.isdigit()][-1]


@pytest.mark.parametrize("size", SIZES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(page, size):
    alone = []
    for path in KINDS:
        page.goto(path)
        headings = {squeezed(text) for text in page.evaluate(HEADINGS)}
        for number, sheet in enumerate([*printed(page, size)][:-1], start=1):
            line = last_line(sheet)
            if any(heading.endswith(line) for heading in headings):
                alone.append((path, number, line))
    assert not alone


@pytest.mark.parametrize("size", SIZES)
def test_cover_of_the_whole_guide_is_one_page(page, size):
    page.goto(f"{CAREER}all/")
    page.emulate_media(media="print")
    title = page.get_by_role("heading", level=1).text_content()
    first, second = [*printed(page, size)][:2]
    assert squeezed(title) in squeezed(first.extract_text())
    assert len(first.images) == 1
    assert squeezed(second.extract_text()).lstrip("2").startswith("Contents")


def test_whole_guide_is_not_mirrored(page):
    """Its frame once had the class of a drawing that is mirrored from right to left."""
    page.goto(f"{CAREER}all/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    frame = page.locator("main > article")
    assert frame.evaluate("(one) => getComputedStyle(one).transform") == "none"


def lowest(sheet):
    """How high above the foot the last line of a page stands, as a share of it."""
    found, (_, _, _, top) = [], sheet.mediabox

    def see(text, page, at, *_rest):
        height = (page[3] * at[5] + page[5]) / float(top)
        if text.strip() and height > 0.07:  # above the number of the page
            found.append(height)

    sheet.extract_text(visitor_text=see)
    return min(found)


def test_whole_guide_is_a_booklet_without_half_empty_pages(page):
    page.goto(f"{CAREER}all/")
    sheets = [*printed(page, "A4")]
    assert len(sheets) <= 16
    gaps = {number: lowest(sheet) for number, sheet in enumerate(sheets, start=1)}
    assert {n: gap for n, gap in gaps.items() if gap > 0.5 and n < len(sheets)} == {}


def test_paper_tells_the_address_and_where_links_lead(page):
    page.goto("/statistics/machine-learning-market-size/")
    page.evaluate(
        """() => {
          const note = document.querySelector(".prose");
          note.innerHTML = '<p><a href="https://example.org/bees">Bees</a></p>';
        }"""
    )
    page.emulate_media(media="print")
    address = page.locator(".on-paper").first
    assert address.is_visible() and "/machine-learning-market-size/" in (
        address.text_content()
    )
    number = "getComputedStyle(document.querySelector('.prose a'), '::after').content"
    assert page.evaluate(number) == "counter(link)"
    page.emulate_media(media="screen")
    assert address.is_hidden()
    assert page.evaluate(number) == "none"


def test_only_a_figure_that_fits_on_a_page_is_kept_whole(page):
    """A longer one would begin on a page of its own, and leave the one before empty."""
    page.goto("/articles/what-a-machine-learning-engineer-does/")
    page.emulate_media(media="print")
    figure = page.locator(".figure:has(tbody)").first
    kept = "(one) => getComputedStyle(one).breakInside"
    assert figure.evaluate(kept) == "avoid"
    figure.evaluate("""(one) => {
      const body = one.querySelector("tbody");
      for (let i = 0; i < 40; i++) body.append(body.rows[0].cloneNode(true));
    }""")
    assert figure.evaluate(kept) == "auto"


def test_buttons_are_not_on_paper(page):
    page.goto("/articles/what-a-machine-learning-engineer-does/")
    button = page.get_by_text("Copy as Markdown")
    assert button.is_visible()
    page.emulate_media(media="print")
    assert not button.is_visible()
