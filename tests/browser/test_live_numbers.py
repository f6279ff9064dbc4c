"""Test that an editor types a number, and it follows its table with one click."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser.editing import open_article

pytestmark = pytest.mark.browser

TEXT = "Work pays $120,000 in the middle.\n\nOr 45% of `$120,000`, and $120,000 again."


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin")


def claims(page):
    return page.locator(".field-body .markdown-editor-claims li")


def pictures(page, name):
    if folder := os.environ.get("PICTURES"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.locator(".field-body").scroll_into_view_if_needed()
            page.screenshot(path=f"{folder}/{name}-{width}.png")


def test_number_follows_its_table_with_one_click(page):
    open_article(page)
    body = page.locator("#id_body")
    body.fill(TEXT)
    expect(claims(page)).to_have_count(3)
    expect(claims(page).first).to_contain_text(
        "Line 1: “$120,000” is Mid-Level, Average"
    )
    pictures(page, "claims")
    claims(page).last.get_by_role("button").press("Enter")
    expect(body).to_have_value(
        TEXT.replace(
            "and $120,000 again",
            "and [[number: machine-learning-engineer-salaries; Mid-Level; Average "
            "annual salary]] again",
        )
    )
    expect(claims(page)).to_have_count(2)
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    expect(frame.locator("a.live-number")).to_have_text("$120,000")
    body.focus()
    page.keyboard.press("Control+z")
    expect(body).to_have_value(TEXT)
    expect(claims(page)).to_have_count(3)


def test_nothing_is_proposed_for_what_no_table_has(page):
    open_article(page)
    page.locator("#id_body").fill("In 2020 there were 1,234 of them, $119,999 each.")
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    expect(frame.get_by_text("$119,999")).to_be_visible()
    expect(page.locator(".field-body .markdown-editor-claims")).to_be_hidden()
