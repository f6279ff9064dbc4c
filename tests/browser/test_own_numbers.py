"""Test that an editor of a table lets its title say its numbers, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.editing import choose, save_draft
from tests.browser.grids import NEW, open_grid, paste

pytestmark = pytest.mark.browser

SALARIES = "machine-learning-engineer-salaries"
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin", viewport=DESK)


@pytest.fixture
def salaries(page, site):
    [key] = site.query("SELECT id FROM statistics_stattable WHERE slug = ?", SALARIES)
    return open_grid(page, f"/admin/statistics/stattable/{key}/change/")


def test_title_takes_a_number_of_its_own_table(salaries):
    title = salaries.locator("#id_title")
    title.fill("Mid-level pay is ")
    salaries.locator(".field-title").get_by_role("button", name="Number…").focus()
    salaries.keyboard.press("Enter")
    dialog = salaries.get_by_role("dialog", name="Put a number of a table here")
    expect(dialog.get_by_role("option").first).to_be_visible()
    salaries.keyboard.type("mid-level average")
    expect(dialog.get_by_role("option")).to_have_count(1)
    salaries.keyboard.press("Enter")
    notation = "[[number: Mid-Level; Average annual salary]]"
    expect(title).to_have_value(f"Mid-level pay is {notation}")
    said = salaries.locator(".grid-title-said")
    expect(said).to_contain_text("Readers see: Mid-level pay is $120,000")
    expect(said).to_contain_text("4 of at most 15 words")
    assert violations(salaries) == []
    salaries.set_viewport_size(DESK)
    save_draft(salaries)
    expect(salaries.locator("main h1")).to_have_text("Mid-level pay is $120,000")
    expect(title).to_have_value(f"Mid-level pay is {notation}")


def test_address_is_made_of_what_readers_see(page):
    new = open_grid(page, NEW)
    title = new.locator("#id_title")
    title.press_sequentially("Seniors get [[number: Senior; Pay]] now")
    expect(new.locator(".grid-title-said")).to_contain_text("Seniors get no data now")
    paste(new, ["Level", "Pay"], ["Entry", "$7"], ["Senior", "$9"])
    expect(new.locator("#id_slug")).to_have_value("seniors-get-9-now")
    title.fill("Plain")
    title.press("End")
    expect(new.locator("#id_slug")).to_have_value("plain")


def test_address_that_somebody_typed_stays(page):
    new = open_grid(page, NEW)
    new.locator("#id_slug").fill("pay")
    new.locator("#id_title").press_sequentially("Get [[number: Senior; Pay]]")
    expect(new.locator(".grid-title-said")).to_contain_text("Readers see: ")
    expect(new.locator("#id_slug")).to_have_value("pay")


def test_enter_in_a_line_saves_the_draft(page):
    new = open_grid(page, NEW)
    choose(new, "Career:", "Machine Learning Engineer")
    paste(new, ["Level", "Pay"], ["Entry", "$7"], ["Senior", "$9"])
    new.locator("#id_title").fill("Seniors get more")
    new.locator("#id_period").press("Enter")
    expect(new.locator(".messagelist .success")).to_have_text(
        re.compile("^Draft saved")
    )
