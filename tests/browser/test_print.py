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
