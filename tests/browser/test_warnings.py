"""Test that faults of a text are told once, at its field, also while one types."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser.editing import ARTICLE, open_article

pytestmark = pytest.mark.browser

TEXT = "Read [this](/articles/no-such/) and [a-z][0-9].\n\n<!-- a remark -->\n"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin")


def test_what_is_refused_is_said_in_red_alone(page):
    open_article(page)
    page.locator("#id_body").fill(TEXT)
    page.locator("#id_summary").fill("One **bold** word in C#.")
    page.get_by_role("button", name="Publish", exact=True).click()
    red, yellow = (
        page.locator("#id_body_error li"),
        page.locator(".field-body .markdown-editor-warnings li"),
    )
    expect(red).to_have_count(1)
    expect(red).to_contain_text("“/articles/no-such/” leads nowhere")
    expect(yellow).to_have_count(2)
    expect(page.locator(".field-summary .markdown-editor-warnings li")).to_contain_text(
        "“**bold**” with its marks"
    )
    if folder := os.environ.get("PICTURES"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.locator(".field-summary").scroll_into_view_if_needed()
            page.screenshot(path=f"{folder}/warnings-{width}.png", full_page=True)
    # The preview checks the text again: what stands in red is left out there, too.
    with page.expect_response("**/editor/preview/"):
        page.locator("#id_body").fill(f"{TEXT}\n[b](/no-such/)\n")
    expect(yellow).to_have_count(3)
    expect(page.get_by_text("“/articles/no-such/” leads nowhere")).to_have_count(1)
    page.goto(ARTICLE)
