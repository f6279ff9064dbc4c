"""Test reading the guide: by mouse and keyboard, on any screen, on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import follow, press_tab, stops, tab_to
from tests.browser.pages import (
    ANSWER,
    ARTICLE,
    CAREER,
    KINDS,
    MISSING,
    OPEN_ANSWERS,
    REPEATING,
    SALARIES,
    TOO_WIDE,
)
from tests.browser.serifs import BROKEN, SERIFS, USE
from tests.browser.serifs import WIDTHS as SERIF_WIDTHS

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280, 1920)
# Whether the browser paints it, though it may stand in closed details.
PAINTED = """(e) => e.checkVisibility({ contentVisibilityAuto: true,
  opacityProperty: true, visibilityProperty: true }) && e.offsetHeight > 0"""


def links_on(page):
    """The site's own addresses that a reader sees links to."""
    hrefs = page.locator("a[href^='/']:visible").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    return list(dict.fromkeys(href.partition("#")[0] for href in hrefs))


def go(page, link):
    """Click a link and wait for its page: the next step may ask what is not there."""
    with page.expect_navigation():
        link.click()


def click_through(page, unread):
    """Click every link to a page not read yet, come back, and go on to the next."""
    for path in links_on(page):
        if path not in unread:
            continue
        here = page.url
        page.locator(f"a[href='{path}']:visible").first.click()
        page.wait_for_url(f"**{path}")
        unread.discard(path)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("main")).to_have_count(1)
        click_through(page, unread)
        page.go_back()
        page.wait_for_url(here)


class TestWalk:
    def test_links_lead_to_every_page(self, page, addresses):
        unread = set(addresses) - {"/"}
        page.goto("/")
        click_through(page, unread)
        assert unread == set()

    def test_number_is_found(self, reader):
        reader.goto("/")
        reader.get_by_role("link", name="Read the Machine Learning Engineer").click()
        reader.get_by_role("link", name="Average annual salary, mid-level").click()
        expect(reader.get_by_role("heading", level=1)).to_contain_text("pay")
        row = reader.get_by_role("row", name="Mid-Level").last
        expect(row.get_by_role("cell")).to_have_text("$120,000")

    def test_next_and_previous_pass_every_table(self, reader, addresses):
        tables = [path for path in addresses if path.startswith("/statistics/")]
        reader.goto("/statistics/")
        go(reader, reader.locator(".figure-title a").first)
        steps = 0
        while reader.locator("a[rel=next]").count():
            go(reader, reader.locator("a[rel=next]"))
            steps += 1
        assert steps == len(tables) - 2
        for _ in range(steps):
            go(reader, reader.locator("a[rel=prev]"))
        expect(reader.locator("a[rel=prev]")).to_have_count(0)

    def test_contents_lead_to_headings(self, reader):
        reader.goto(ARTICLE)
        links = reader.get_by_role("navigation", name="On this page").get_by_role(
            "link"
        )
        assert links.count() > 4
        for link in links.all():
            link.click()
            heading = reader.locator(":target")
            expect(heading).to_have_text(link.inner_text())
            expect(heading).to_be_in_viewport()

    def test_answer_opens_in_place_and_has_a_page(self, reader):
        reader.goto("/faq/")
        question = reader.locator("details", has_text="What skills are required")
        answer = question.get_by_text("visualise data")
        expect(answer).to_be_hidden()
        question.locator("summary").click()
        expect(answer).to_be_visible()
        question.get_by_role("link", name="Page of this answer").click()
        expect(reader).to_have_url(re.compile(f"{ANSWER}$"))
        reader.go_back()
        expect(reader.get_by_role("heading", level=1)).to_have_text("Questions")

    def test_breadcrumbs_lead_home(self, reader):
        reader.goto(SALARIES)
        trail = reader.get_by_role("navigation", name="Breadcrumb")
        for name in ("Statistics", "Home"):
            go(reader, trail.get_by_role("link", name=name))
        expect(reader.get_by_role("link", name="All articles")).to_be_visible()

    def test_address_that_is_not_there(self, page, watch):
        watch.expect(404, MISSING)
        page.goto(MISSING)
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "There is no page here"
        )
        ways = page.get_by_role("navigation", name="Where to go from here")
        ways.get_by_role("link", name="Statistics").click()
        expect(page).to_have_url(re.compile("/statistics/$"))


class TestKeyboard:
    def test_skip_link_is_first_and_works(self, page):
        for path in KINDS:
            page.goto(path)
            press_tab(page)
            skip = page.get_by_role("link", name="Skip to the content")
            expect(skip).to_be_focused()
            page.keyboard.press("Enter")
            expect(page.locator("main")).to_be_focused()
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('main') !== null")

    def test_every_stop_is_visible_and_in_order(self, page):
        for path in KINDS:
            page.goto(path)
            visited, expected = stops(page)
            assert visited == list(range(expected)), path

    def test_number_is_found(self, page):
        page.goto("/")
        follow(
            page, page.get_by_role("link", name="Read the Machine Learning Engineer")
        )
        follow(page, page.get_by_role("link", name="Average annual salary, mid-level"))
        row = page.get_by_role("row", name="Mid-Level").last
        expect(row).to_contain_text("$120,000")

    def test_guide_is_read_on_by_next(self, page):
        page.goto("/articles/")
        follow(page, page.get_by_role("link", name="What a machine learning engineer"))
        follow(page, page.locator("a[rel=next]"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("misconceptions")

    def test_answer_opens(self, page):
        page.goto("/faq/")
        question = page.locator("details", has_text="What skills are required")
        tab_to(page, question.locator("summary"))
        page.keyboard.press("Enter")
        expect(question.get_by_text("visualise data")).to_be_visible()
        follow(page, question.get_by_role("link", name="Page of this answer"))
        expect(page).to_have_url(re.compile(f"{ANSWER}$"))


class TestScreens:
    def test_no_page_scrolls_sideways(self, page, addresses, watch):
        watch.expect(404, MISSING)
        found = {}
        for path in [*addresses, *REPEATING, MISSING]:
            page.goto(path)
            page.evaluate(OPEN_ANSWERS)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                found[path, width] = page.evaluate(TOO_WIDE)
            page.set_viewport_size({"width": 360, "height": 800})
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found[path, "360 and 200 % text"] = page.evaluate(TOO_WIDE)
        assert {where: wide for where, wide in found.items() if wide} == {}

    def test_no_quick_fact_is_broken(self, page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for path in ("/", CAREER):
                page.goto(path)
                heights = page.locator(".fact dt + dd").evaluate_all(
                    "(facts) => facts.map((fact) => fact.offsetHeight)"
                )
                assert len(set(heights)) == 1, f"{path} at {width} px: {heights}"


class TestPaper:
    @pytest.mark.parametrize("path", [CAREER, ARTICLE, SALARIES, "/faq/", ANSWER])
    def test_navigation_is_not_printed(self, page, path):
        page.goto(path)
        expect(page.get_by_role("navigation").first).to_be_visible()
        page.emulate_media(media="print")
        for navigation in page.locator("nav:not(footer nav), .skip-link").all():
            expect(navigation).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    def test_every_answer_is_printed(self, page):
        page.goto("/faq/")
        answers = page.locator("details .prose")
        assert answers.count() == 10
        assert not any(answer.evaluate(PAINTED) for answer in answers.all())
        page.emulate_media(media="print")
        assert all(answer.evaluate(PAINTED) for answer in answers.all())


class TestSerifs:
    @pytest.mark.parametrize("serif", SERIFS)
    def test_no_word_or_number_of_home_breaks(self, page, serif):
        page.goto("/")
        assert page.evaluate(USE, serif), f"{serif} is not on this machine"
        found = {}
        for width in SERIF_WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if broken := page.evaluate(BROKEN) + page.evaluate(TOO_WIDE):
                found[width] = broken
        assert found == {}
