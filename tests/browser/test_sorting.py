"""Test that script sorts a table as the server does."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import SALARIES

pytestmark = pytest.mark.browser
ROWS = "[data-sortable] tbody tr"


def rows(page):
    return page.locator(ROWS).all_inner_texts()


def test_script_and_server_agree_on_each_column(site, page):
    page.goto(SALARIES)
    given = rows(page)
    for number in range(page.locator("button.sort").count()):
        page.goto(SALARIES)
        button = page.locator("button.sort").nth(number)
        asked = [button.get_attribute("value")]
        button.click()
        by_script = [rows(page)]
        asked.append(button.get_attribute("value"))
        button.click()
        by_script.append(rows(page))
        button.click()
        assert rows(page) == given
        expect(page.locator("th[aria-sort]")).to_have_count(0)
        for sort, order in zip(asked, by_script, strict=True):
            page.goto(f"{SALARIES}?sort={sort}")
            assert rows(page) == order


def test_a_page_that_the_server_sorted_finds_back_to_the_given_order(site, page):
    page.goto(SALARIES)
    given = rows(page)
    sort = page.locator("button.sort").first.get_attribute("value")
    page.goto(f"{SALARIES}?sort={sort}")
    button = page.locator("button.sort").first
    button.click()
    button.click()
    assert button.get_attribute("value") == sort
    assert rows(page) == given
