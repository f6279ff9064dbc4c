"""Test that content that is too long, too wide or too much leaves each page whole."""

import pytest
from playwright.sync_api import expect

from careerguide.media import filenames
from tests.browser.odd_content import MISSING, write_fixture
from tests.browser.pages import TOO_WIDE

pytestmark = pytest.mark.browser

# Text that the page cuts off, or that lies under another's.
CUT_OFF = """() =>
  [...document.querySelectorAll("h1, h2, h3, h4, summary, .lead, dd, a")]
  .filter((e) => e.checkVisibility() && !e.closest(".table-scroll, .visually-hidden"))
  .filter((e) => e.scrollWidth > e.clientWidth + 1 &&
    getComputedStyle(e).display !== "inline")
  .map((e) => e.outerHTML.slice(0, 100))"""


def expect_missing_picture(watch):
    for name in [MISSING, *filenames.renditions(MISSING).values()]:
        watch.expect(404, f"/media/{name}")


@pytest.fixture(scope="module")
def odd_pages(editing_site, tmp_path_factory):
    path = tmp_path_factory.mktemp("odd") / "odd.json"
    found = write_fixture(path)
    editing_site.manage("loaddata", str(path), "--verbosity=0")
    return found


@pytest.fixture
def site(editing_site):
    return editing_site


def test_no_page_is_too_wide_or_cut_off(page, odd_pages, watch):
    expect_missing_picture(watch)
    found = {}
    for name, path in odd_pages.items():
        page.goto(path)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wrong = page.evaluate(TOO_WIDE) + page.evaluate(CUT_OFF)
            if wrong:
                found[name, width] = wrong
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert found == {}


def test_number_of_a_career_among_many_is_on_one_line(page, odd_pages, watch):
    expect_missing_picture(watch)
    page.goto(odd_pages["home"])
    numbers = page.locator(".career-grid .fact dt + dd")
    assert numbers.count() == 1
    heights = numbers.evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert max(heights) < 60


def test_picture_that_is_gone_leaves_its_words(page, odd_pages, watch):
    expect_missing_picture(watch)
    page.goto(odd_pages["a picture that is gone"])
    picture = page.get_by_role("img", name="A hive in a garden")
    box = picture.bounding_box()
    assert box["height"] < box["width"]


def test_text_from_right_to_left_begins_at_the_right(page, odd_pages):
    page.goto(odd_pages["from right to left"])
    for locator in ("h1", ".lead", ".prose h2", ".prose p"):
        direction = page.locator(locator).first.evaluate(
            "(e) => getComputedStyle(e).direction"
        )
        assert direction == "rtl", locator


def test_long_contents_scroll_by_themselves(page, odd_pages):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(odd_pages["60 headings"])
    contents = page.get_by_role("navigation", name="On this page")
    assert contents.bounding_box()["height"] < 800
    last = contents.get_by_role("link").last
    last.focus()
    expect(last).to_be_in_viewport()


def test_500_questions_are_a_few_and_the_way_to_the_rest(page, odd_pages):
    page.goto(odd_pages["500 questions"])
    questions = page.get_by_role("region", name="Questions people ask")
    assert questions.get_by_role("link").count() == 13
    questions.get_by_role("link", name="All questions").click()
    pages = page.get_by_role("navigation", name="Pages")
    expect(pages.get_by_role("link", name="Page 21")).to_be_visible()
