"""Test the admin's forms on narrow screens, by keyboard, and in a chosen theme."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editing import ARTICLE, open_article
from tests.browser.grids import NEW, open_grid, paste, tool

pytestmark = pytest.mark.browser

DARK = "rgb(20, 24, 29)"
OUT_OF_SIGHT = """() => {
  const form = document.querySelector("#content-main").getBoundingClientRect();
  const fields = "input, textarea, .select2-container";
  return [...document.querySelectorAll(`#content-main :is(${fields})`)]
    .filter((e) => e.checkVisibility() && !e.closest(".tabulator"))
    .filter((e) => e.getBoundingClientRect().right > form.right + 1)
    .map((e) => e.outerHTML.slice(0, 100));
}"""
BROKEN = "See [here](example.org/x), [none]() and\n\n> [!NOET]\n> a note.\n"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.mark.parametrize("width", [768, 900, 1024])
@pytest.mark.parametrize("address", [ARTICLE, NEW])
def test_fields_stay_within_the_form(new_page, width, address):
    page = new_page("admin", viewport={"width": width, "height": 900})
    page.goto(address)
    expect(page.locator(".select2-container").first).to_be_visible()
    assert page.evaluate(OUT_OF_SIGHT) == []


@pytest.mark.parametrize("width", [320, 360])
def test_buttons_that_stay_in_sight_are_one_row_on_a_phone(new_page, width):
    page = open_article(new_page("admin", viewport={"width": width, "height": 740}))
    buttons = page.locator(".save-row button")
    tops = {buttons.nth(n).bounding_box()["y"] for n in range(buttons.count())}
    assert buttons.count() == 4
    assert max(tops) - min(tops) < 10


class TestPreviews:
    def test_are_in_the_theme_that_was_chosen(self, new_page):
        page = new_page("admin", viewport={"width": 1280, "height": 900})
        page.goto(ARTICLE)
        page.evaluate("localStorage.setItem('theme', 'dark')")
        for address, frame in (
            (ARTICLE, ".markdown-editor-preview"),
            (NEW, ".grid-chart"),
        ):
            page.goto(address)
            body = page.frame_locator(frame).locator("main, .prose").first
            expect(body).to_be_visible()
            expect(page.frame_locator(frame).locator("body")).to_have_css(
                "background-color", DARK
            )

    def test_of_a_table_is_no_stop_of_the_tab_key(self, new_page):
        page = open_grid(new_page("admin"), NEW)
        page.locator("#id_title").fill("York has more")
        paste(page, ["Area", "Jobs"], ["Hull", "5"], ["York", "8"])
        link = page.frame_locator(".grid-chart").get_by_role("link")
        expect(link).to_have_attribute("tabindex", "-1")

    def test_of_a_table_shows_the_focus(self, new_page):
        page = open_grid(new_page("admin"), NEW)
        page.locator("#id_chart_form").focus()
        page.keyboard.press("Shift+Tab")
        frame = page.locator(".grid-chart")
        expect(frame).to_be_focused()
        expect(frame).to_have_css("outline-width", "2px")


class TestDialog:
    @pytest.fixture
    def page(self, new_page):
        return open_grid(new_page("admin"), NEW)

    @pytest.fixture
    def dialog(self, page):
        tool(page, "Read a file…").press("Enter")
        return page.get_by_role("dialog", name="Read a file")

    def give(self, dialog, buffer):
        file = {"name": "jobs.csv", "mimeType": "text/csv", "buffer": buffer}
        dialog.get_by_label("File").set_input_files(file)
        dialog.get_by_role("button", name="Show what would change").press("Enter")

    def test_keeps_the_focus_while_it_asks(self, dialog):
        self.give(dialog, b"Area,Jobs\nHull,5\nYork,8\n")
        expect(dialog.get_by_role("button", name="Put it into")).to_be_focused()

    def test_says_of_a_refused_file_only_why(self, dialog, watch):
        watch.expect(400, "/admin/statistics/stattable/grid/file/")
        heading = dialog.get_by_text("What it would change")
        self.give(dialog, b"Area,Jobs\nHull,5\nYork,8\n")
        expect(heading).to_be_visible()
        self.give(dialog, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        expect(dialog.get_by_role("alert")).to_contain_text("no table")
        expect(heading).to_be_hidden()


class TestMistakesInAText:
    @pytest.fixture
    def refused(self, new_page):
        """The form of an article whose text was refused."""
        page = open_article(new_page("admin", viewport={"width": 1280, "height": 900}))
        page.locator("#id_body").fill(BROKEN)
        page.get_by_role("button", name="Publish", exact=True).click()
        expect(page.locator(".field-body .errorlist")).to_be_visible()
        return page.locator(".field-body")

    def test_each_is_said_once(self, refused):
        expect(refused.get_by_text("example.org/x” lacks")).to_have_count(1)
        expect(refused.locator(".markdown-editor-warnings")).to_contain_text("NOET")

    def test_one_that_was_mended_goes(self, refused):
        body = refused.locator("#id_body")
        body.fill(BROKEN.replace("(example", "(https://example"))
        expect(refused.get_by_text("example.org/x” lacks")).to_have_count(0)
        expect(refused.locator(".errorlist")).to_contain_text("no address")
        body.fill("No link.")
        expect(refused.locator(".errorlist")).to_have_count(0)
        expect(body).not_to_have_attribute("aria-invalid", re.compile("."))
