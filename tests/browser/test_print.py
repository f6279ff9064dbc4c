"""Test pages on paper: what belongs together stays together, on A4 and Letter."""

import io
import re

import pytest
from pypdf import PdfReader

from careerguide.templatetags.print_view import paper_links
from tests.browser.pages import ANSWER, ARTICLE, CAREER, KINDS, SALARIES

pytestmark = pytest.mark.browser

SIZES = ("A4", "Letter")
# What is a heading of something below it; contents only name headings.
HEADINGS = """() =>
  [...document.querySelectorAll("main :is(h2, h3, h4, summary, caption, .eyebrow)")]
  .filter((one) => !one.closest("nav"))
  .map((one) => one.textContent)"""

# Where the links lead that have a number on paper, in the order of their numbers.
NUMBERED = """() =>
  [...document.querySelectorAll("main a")]
  .filter((one) => one.checkVisibility())
  .filter((one) => getComputedStyle(one, "::after").content === "counter(link)")
  .map((one) => one.getAttribute("href"))"""
# Each kind of link that a text has.
LINKS = """
<p><a href="https://example.org/?x=1&amp;y=2" rel="noopener">Out</a>
<a href="/faq/bees/#wax">Within</a> <a title="a" href="/about/">About</a>
<a href="mailto:bees@example.org">Mail</a> <a href="#honey">Below</a>
<sup><a href="#fn-1" id="fnref-1" class="footnote">1</a></sup>
<a class="live-number" href="/statistics/pay/#entry">$85,000</a>
<a class="live-number" href="https://example.org/" rel="noopener">46%</a></p>
<h3 class="figure-title"><a href="/statistics/pay/">Pay</a></h3>"""


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


def test_each_link_that_leads_off_the_page_has_a_number_and_a_note(page):
    page.goto(ARTICLE)
    page.locator(".prose").evaluate("(one, html) => (one.innerHTML = html)", LINKS)
    assert page.evaluate(NUMBERED) == []
    page.emulate_media(media="print")
    told = [
        *("https://example.org/?x=1&y=2", "/faq/bees/#wax", "/about/"),
        *("mailto:bees@example.org", "/statistics/pay/"),
    ]
    assert page.evaluate(NUMBERED) == told
    notes = paper_links(LINKS)["address_list"]
    assert [note.removeprefix("http://127.0.0.1:8000") for note in notes] == told


def test_notes_on_paper_are_those_of_the_numbers_in_the_text(page, site):
    counts = []
    page.emulate_media(media="print")
    for path in (
        ARTICLE,
        SALARIES,
        "/faq/machine-learning-engineer-definition/",
        "/faq/",
        CAREER,
    ):
        page.goto(path)
        notes = page.locator("section.on-paper li").all_text_contents()
        assert [note.removeprefix(site.url) for note in notes] == (
            page.evaluate(NUMBERED)
        )
        counts.append(len(notes))
    assert counts[0] > 5 and counts[2] == 1 and counts[3] > 3
    assert counts[4] > 10


LISTS = ("/faq/", "/articles/", "/statistics/?career=machine-learning-engineer")


@pytest.mark.parametrize("path", [SALARIES, CAREER, *LISTS])
def test_paper_tells_the_address_of_the_page_and_a_day(page, site, path):
    page.goto(path)
    address = page.locator(".on-paper").first
    assert address.is_hidden()
    page.emulate_media(media="print")
    assert address.is_visible() and f"{site.url}{path}" in address.text_content()
    head = page.locator("header:has(.on-paper)").text_content()
    assert re.search(r"\d+ \w+ 20\d\d", head)


def test_earlier_editions_are_not_on_paper(page):
    page.goto(SALARIES)
    page.locator(".aside").evaluate(
        "(one) => one.insertAdjacentHTML('beforeend', "
        "'<details class=\"earlier-editions\"><summary>Earlier</summary></details>')"
    )
    assert page.get_by_text("Earlier").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Earlier").is_hidden()


@pytest.mark.parametrize("path", [ARTICLE, SALARIES, ANSWER, CAREER])
def test_what_only_leads_on_is_not_on_paper(page, path):
    page.goto(path)
    onward = page.locator(".onward, .more")
    assert onward.first.is_visible()
    page.emulate_media(media="print")
    assert not [one for one in onward.all() if one.is_visible()]
    assert page.locator(".source, .sources").first.is_visible()


def test_table_is_on_one_sheet(page, addresses):
    tables = [path for path in addresses if re.fullmatch("/statistics/.+/", path)]
    sheets = {}
    for path in tables:
        page.goto(path)
        sheets[path] = len(printed(page, "A4"))
    assert len(sheets) > 5 and {*sheets.values()} == {1}, sheets


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
