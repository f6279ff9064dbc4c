"""Test the search in a browser: with a mouse, a keyboard, a phone, and no script."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, violations
from tests.browser.keyboard import tab_to

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
QUESTION = "/search/?q=machine+learning"


@pytest.fixture
def field(page):
    page.goto("/articles/")
    return page.get_by_role("search").get_by_label("Search all guides")


def options(page):
    return page.get_by_role("option")


class TestSuggestions:
    def test_script_comes_on_first_use(self, page):
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/articles/")
        expect(page.locator(".search-link[role=button]")).to_have_count(1)
        assert not [url for url in asked if "search/search" in url]
        page.get_by_label("Search all guides").focus()
        expect(page.locator(".site-search [role=combobox]")).to_have_count(1)
        assert [url for url in asked if "search/search" in url]

    def test_are_complete_by_keyboard(self, page, field):
        tab_to(page, field)
        page.keyboard.type("machine lear")
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(field).to_be_focused()
        count = options(page).count()
        assert count > 2
        page.keyboard.press("ArrowDown")
        first = options(page).first
        expect(first).to_have_attribute("aria-selected", "true")
        assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
        for key in ("ArrowUp", "ArrowUp"):  # by way of the field to the last one
            page.keyboard.press(key)
        expect(options(page).last).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowDown")
        assert not field.get_attribute("aria-activedescendant")
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/careers/machine-learning-engineer/")

    def test_escape_closes_them_and_enter_searches(self, page, field):
        field.press_sequentially("machine lear")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(field).to_have_attribute("aria-expanded", "false")
        expect(field).to_have_value("machine lear")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/search/?q=machine+lear")

    def test_keys_of_the_text_leave_the_list(self, page, field):
        field.press_sequentially("machine lear")
        expect(field).to_have_attribute("aria-expanded", "true")
        for key, caret in (("Home", 0), ("End", len("machine lear"))):
            page.keyboard.press("ArrowDown")
            expect(page.locator("[role=option][aria-selected]")).to_have_count(1)
            page.keyboard.press(key)
            expect(page.locator("[role=option][aria-selected]")).to_have_count(0)
            assert field.evaluate("(e) => e.selectionStart") == caret
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/search/?q=machine+lear")

    def test_go_and_leave_the_text_when_one_comes_back(self, page, field):
        field.press_sequentially("machine lear")
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.go_back()
        assert page.url.endswith("/articles/")
        expect(options(page)).to_have_count(0)

    def test_open_what_is_clicked(self, page, field):
        field.press_sequentially("outlook")
        with page.expect_navigation():
            options(page).first.click()
        assert page.url.endswith("#outlook")

    def test_go_when_the_field_is_left(self, page, field):
        field.press_sequentially("machine")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        expect(field).to_have_attribute("aria-expanded", "false")

    def test_of_a_server_that_fails_are_none(self, page, field, watch):
        page.route("**/suggestions/**", lambda route: route.fulfill(status=500))
        watch.expect(500, "/search/suggestions/")
        with page.expect_response("**/suggestions/**"):
            field.press_sequentially("machine")
        expect(field).to_have_attribute("aria-expanded", "false")


class TestPhone:
    def test_button_opens_the_field_and_escape_closes_it(self, page):
        page.set_viewport_size(PHONE)
        page.goto("/")
        button = page.get_by_role("button", name="Search").first
        field = page.get_by_label("Search all guides")
        expect(field).to_be_hidden()
        tab_to(page, button)
        page.keyboard.press("Enter")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_be_hidden()
        expect(button).to_be_focused()

    def test_without_script_it_is_a_link(self, new_page):
        page = new_page(java_script_enabled=False, viewport=PHONE)
        page.goto("/")
        with page.expect_navigation():
            page.locator(".search-link").click()
        assert page.url.endswith("/search/")
        page.get_by_label("Search all guides").fill("salary")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/search/?q=salary")


def test_form_works_without_script(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/faq/")
    page.get_by_label("Search all guides").fill("outlook")
    with page.expect_navigation():
        page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Outlook", exact=True).first.click()
    assert page.url.endswith("#outlook")


class TestAccessibility:
    @pytest.mark.parametrize(
        "path",
        ["/search/", QUESTION, "/search/?q=zymurgyx", "/search/?q=machne"]
        + [f"{QUESTION}&kind=faqentry&career=machine-learning-engineer"],
    )
    def test_of_pages(self, page, path):
        page.goto(path)
        assert violations(page, ALL_RULES) == []

    def test_of_suggestions(self, page, field):
        field.press_sequentially("machine lear")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        assert violations(page, ALL_RULES, looks={"dark": 1280}) == []
        assert violations(page, ALL_RULES, looks={"light": 1280}) == []

    def test_of_the_open_field_of_a_phone(self, page):
        page.set_viewport_size(PHONE)
        page.goto("/")
        page.get_by_role("button", name="Search").first.click()
        expect(page.get_by_label("Search all guides")).to_be_focused()
        assert violations(page, ALL_RULES, looks={"light": 360}) == []


@pytest.mark.parametrize("path", ["/search/", QUESTION, "/search/?q=" + "wide" * 60])
def test_page_is_not_wider_than_a_phone(page, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    wide = (
        "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    )
    assert page.evaluate(wide) <= 0


@pytest.mark.parametrize("width", [320, 360])
def test_open_field_with_large_text_is_not_wider_than_a_phone(page, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto("/articles/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.get_by_role("button", name="Search").first.click()
    field = page.get_by_label("Search all guides")
    field.press_sequentially("machine lear")
    expect(field).to_have_attribute("aria-expanded", "true")
    box = field.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
