"""Test that a page is copied as Markdown by one click, and is a link without script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PATH = "/articles/what-a-machine-learning-engineer-does/"
NAME = "Copy as Markdown"
READ = "navigator.clipboard.readText()"


def test_click_copies_the_page_and_says_so(new_page):
    page, asked = new_page(), []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/site*.js"):
        page.goto(PATH)
    page.wait_for_load_state("networkidle")
    assert not any("copy_page" in url for url in asked)  # it comes on first use
    link = page.get_by_role("link", name=NAME)
    link.click()
    expect(page.get_by_role("link", name="Copied")).to_be_visible()
    copied = page.evaluate(READ)
    assert copied == page.request.get(f"{PATH[:-1]}.md").text()
    assert "# What a machine learning engineer does" in copied
    expect(link).to_be_visible(timeout=10_000)
    assert page.url.endswith(PATH)


def test_without_script_it_leads_to_the_text(new_page):
    page = new_page(java_script_enabled=False)
    page.goto(PATH)
    link = page.get_by_role("link", name=NAME)
    assert link.get_attribute("href") == f"{PATH[:-1]}.md"


def test_data_in_a_page_breaks_no_policy(page):
    """`page` fails where the browser tells of a violation."""
    page.goto(PATH)
    data = page.locator('script[type="application/ld+json"]')
    assert '"@type":"Article"' in data.text_content()
