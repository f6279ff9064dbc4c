"""Test that an editor types a number, and it follows its table with one click."""

import os
import re

import pytest
from playwright.sync_api import expect

from tests.browser.editing import open_article

pytestmark = pytest.mark.browser

TEXT = "Work pays $120,000 in the middle.\n\nOr 45% of `$120,000`, and $120,000 again."
NUMBER = (
    "[[number: machine-learning-engineer-salaries; Mid-Level; Average annual salary]]"
)


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
    claims(page).last.get_by_role("button", name="Let it follow").press("Enter")
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


def test_number_is_tied_where_it_is_read(page):
    """Not in the words of a picture or the address of a link, which show no numbers."""
    open_article(page)
    body = page.locator("#id_body")
    before = "![Pay $120,000](https://a.example/b.png) [a $5](/b/$120,000) <i>"
    body.fill(f"{before}$120,000</i>")
    claims(page).last.get_by_role("button", name="Let it follow").press("Enter")
    expect(body).to_have_value(re.compile(re.escape(f"{before}[[number: ")))


@pytest.mark.parametrize(
    ("before", "written", "after"),
    [
        ("They earn ", r"\$120,000", "."),
        ("They earn ", "120&nbsp;000&#x20;dollars", "."),
        ("See https://a.example/$120,000/ of ", "$120,000", "."),
        ("| a |\n|---|\n| [earn ", "$120,000", "](/about/) |"),
        ("They earn ", "$120,000", "[^1].\n\n[^1]: A survey."),
    ],
)
def test_number_is_found_as_it_was_typed(page, before, written, after):
    open_article(page)
    body = page.locator("#id_body")
    body.fill(before + written + after)
    claims(page).first.get_by_role("button", name="Let it follow").press("Enter")
    expect(body).to_have_value(before + NUMBER + after)


def test_each_of_two_that_are_written_alike_is_tied_by_itself(page):
    open_article(page)
    body = page.locator("#id_body")
    body.fill("They earn $120,000, or `$120,000`, or $120,000.")
    expect(claims(page)).to_have_count(2)
    claims(page).nth(1).get_by_role("button", name="Let it follow").press("Enter")
    expect(body).to_have_value(f"They earn $120,000, or `$120,000`, or {NUMBER}.")


def test_number_that_is_not_found_as_it_was_typed_has_its_line_selected(page):
    open_article(page)
    body = page.locator("#id_body")
    body.fill("First.\n\nThey earn $1*2*0,000.\n\nOr **120**,000 dollars.")
    claims(page).last.get_by_role("button", name="Let it follow").press("Enter")
    expect(body).to_be_focused()
    selected = "t => t.value.slice(t.selectionStart, t.selectionEnd)"
    assert body.evaluate(selected) == "Or **120**,000 dollars."


def test_number_of_no_table_gets_a_source_by_keyboard(page):
    open_article(page)
    body = page.locator("#id_body")
    body.fill("In 2020 there were 1,234 of them, 90% of all.")
    expect(claims(page)).to_have_count(2)
    expect(claims(page).first).to_contain_text("nobody answers for “1,234” yet")
    claims(page).first.get_by_role("button", name="Say where").press("Enter")
    field = claims(page).first.get_by_role("textbox", name="Source of “1,234”")
    expect(field).to_be_focused()
    field.fill("The Census [2020], https://a.example/b_c")
    pictures(page, "answer")
    field.press("Enter")
    mark = r"[[claim: 1,234; source: The Census (2020), https://a.example/b\_c]]"
    expect(body).to_have_value(f"In 2020 there were {mark} of them, 90% of all.")
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    number = frame.get_by_role("link", name="1,234")
    expect(number).to_have_attribute("href", "https://a.example/b_c")
    expect(claims(page)).to_have_count(1)


def test_number_is_the_editors_own_for_a_reason(page):
    open_article(page)
    body = page.locator("#id_body")
    body.fill("Work is 90% waiting.")
    own = claims(page).get_by_role("button", name="It is my own figure")
    own.click()
    page.keyboard.press("Enter")
    expect(claims(page).get_by_role("textbox")).to_have_attribute(
        "aria-invalid", "true"
    )
    page.keyboard.press("Escape")
    expect(own).to_be_focused()
    own.click()
    page.keyboard.type("I worked there")
    claims(page).get_by_role("button", name="Put it into the text").click()
    expect(body).to_have_value("Work is [[claim: 90%; own: I worked there]] waiting.")
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    expect(frame.get_by_text("Work is 90% waiting.")).to_be_visible()
    expect(page.locator(".field-body .markdown-editor-claims")).to_be_hidden()


def test_summary_and_takeaways_have_the_list_too(page):
    open_article(page)
    for name, line in (("summary", "Nobody"), ("takeaways", "Line 1: nobody")):
        text = page.locator(f"#id_{name}")
        text.fill("- About 77% do.")
        rows = page.locator(f".field-{name} .markdown-editor-claims li")
        expect(rows).to_contain_text(f"{line} answers for “77%” yet")
        rows.get_by_role("button", name="It is my own figure").click()
        page.keyboard.type("I counted")
        page.keyboard.press("Enter")
        expect(text).to_have_value("- About [[claim: 77%; own: I counted]] do.")


def test_nothing_is_proposed_for_what_nobody_claims(page):
    open_article(page)
    page.locator("#id_body").fill("In 2020 I read 3 books about Python 3.11.")
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    expect(frame.get_by_text("3 books")).to_be_visible()
    expect(page.locator(".field-body .markdown-editor-claims")).to_be_hidden()


ENDS = """element => [...element.textContent].map((_letter, place) => {
  const range = new Range();
  range.setStart(element.firstChild, place);
  range.setEnd(element.firstChild, place + 1);
  return range.getBoundingClientRect().left;
})"""


def test_list_of_numbers_stands_below_the_text(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/articles/what-a-machine-learning-engineer-does/")
    prose = page.locator(".reading > .prose").bounding_box()
    numbers = page.locator(".numbers-in-text").bounding_box()
    assert numbers["x"] == prose["x"]
    assert numbers["width"] == prose["width"]


def test_number_keeps_its_order_in_a_text_from_right_to_left(page):
    open_article(page)
    name = "machine-learning-engineer-salaries; Mid-Level; Average annual salary"
    page.locator("#id_body").fill(f"الراتب [[number: {name}]] في السنة.")
    frame = page.frame_locator(".field-body .markdown-editor-preview")
    number = frame.locator("a.live-number")
    expect(number).to_have_text("$120,000")
    places = number.evaluate(ENDS)
    assert places == sorted(places)
