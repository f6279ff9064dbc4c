"""Test the dialog that puts a number of a table into a text, by keyboard alone."""

import os
import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.editing import open_article

pytestmark = pytest.mark.browser

PAY = "machine-learning-engineer-salaries"
MID_LEVEL = f"[[number: {PAY}; Mid-Level; Average annual salary]]"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin")


@pytest.fixture
def dialog(page):
    return page.get_by_role("dialog", name="Put a number of a table here")


@pytest.fixture
def search(dialog):
    return dialog.get_by_role("combobox")


def options(dialog):
    return dialog.get_by_role("option")


def open_in(page, field):
    """Open the dialog by the keyboard from the button of a field."""
    button = page.locator(f".field-{field}").get_by_role("button", name="Number…")
    button.focus()
    page.keyboard.press("Enter")
    return button


def write(page, field, text):
    """Fill a field, and leave the caret at the end."""
    box = page.locator(f"#id_{field}")
    box.fill(text)
    box.press("Control+End")
    return box


def look(page, dialog, name):
    """Pictures of the dialog for whoever wants to look, with PICTURES=folder."""
    assert violations(page) == []
    if folder := os.environ.get("PICTURES"):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png")
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("field", ["summary", "takeaways", "body"])
def test_number_is_put_into_every_text_by_keyboard(page, dialog, search, field):
    open_article(page)
    box = write(page, field, "- Work pays ")
    open_in(page, field)
    expect(search).to_be_focused()
    expect(options(dialog).first).to_be_visible()
    page.keyboard.type("mid-level PAY average")
    expect(options(dialog)).to_have_count(1)
    expect(options(dialog)).to_contain_text("$120,000")
    look(page, dialog, f"cell-{field}")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(box).to_have_value(f"- Work pays {MID_LEVEL}")
    expect(box).to_be_focused()
    page.keyboard.press("Control+z")
    expect(box).to_have_value("- Work pays ")


def test_share_is_worked_out_before_readers_see_it(page, dialog, search):
    open_article(page)
    box = write(page, "summary", "")
    open_in(page, "summary")
    dialog.get_by_role("radio", name="Share").press("Space")
    preview = dialog.locator(".number-preview")
    expect(preview).to_have_text("Pick 2 more numbers.")
    for words in ("Entry Level", "Mid-Level"):
        search.fill(f"average salary {words}")
        expect(options(dialog).first).to_contain_text(f"{words}, Average")
        search.press("Enter")
    expect(preview).to_have_text(re.compile(r"^Readers see: (about )?[\d.]+%$"))
    look(page, dialog, "share")
    dialog.get_by_role("button", name="Swap the two").press("Enter")
    expect(dialog.get_by_role("button", name="Swap the two")).to_be_focused()
    dialog.get_by_role("button", name="Insert").press("Enter")
    expect(dialog).to_be_hidden()
    cells = "Mid-Level; Average annual salary;; Entry Level; Average annual salary"
    expect(box).to_have_value(f"[[share: {PAY}; {cells}]]")


def test_what_cannot_be_worked_out_is_said(page, dialog, search):
    open_article(page)
    open_in(page, "body")
    dialog.get_by_role("radio", name="Growth per year").press("Space")
    for _time in range(2):
        search.fill("mid-level average salary")
        expect(options(dialog)).to_have_count(1)
        search.press("Enter")
    preview = dialog.locator(".number-preview")
    expect(preview).to_have_text(re.compile("needs rows of years: “Mid-Level” is none"))
    look(page, dialog, "problem")
    dialog.get_by_role("button", name="Insert").press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("rows of years")
    dialog.get_by_role("button", name="Take out").first.press("Enter")
    expect(preview).to_have_text("Pick 1 more number.")


def test_escape_leaves_the_text_and_goes_back(page, dialog, search):
    open_article(page)
    box = write(page, "summary", "As it was.")
    button = open_in(page, "summary")
    expect(options(dialog).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    second = options(dialog).nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(search).to_have_attribute(
        "aria-activedescendant", second.get_attribute("id")
    )
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    expect(box).to_have_value("As it was.")


def test_number_that_is_selected_is_looked_for(page, dialog, search):
    open_article(page)
    box = write(page, "body", "$120,000")
    box.press("Control+a")
    open_in(page, "body")
    expect(search).to_have_value("$120,000")
    expect(options(dialog)).to_have_count(1)
    options(dialog).click()
    expect(box).to_have_value(MID_LEVEL)


def test_number_without_its_sign_takes_the_sign_along(page, dialog, search):
    """A double click selects the digits alone."""
    open_article(page)
    box = write(page, "body", "It is $120,000 now, of 50%.")
    for digits, sought in (("50", "50%"), ("120,000", "$120,000")):
        start = box.input_value().index(digits)
        box.evaluate(
            "(box, ends) => box.setSelectionRange(...ends)",
            [start, start + len(digits)],
        )
        open_in(page, "body")
        expect(search).to_have_value(sought)
        expect(options(dialog)).to_have_count(1)
        dialog.get_by_role("button", name="Cancel").click()
    open_in(page, "body")
    expect(options(dialog)).to_have_count(1)
    options(dialog).click()
    expect(box).to_have_value(f"It is {MID_LEVEL} now, of 50%.")


@pytest.mark.parametrize(
    ("field", "words"), [("summary", "“$120"), ("takeaways", "Line 1")]
)
def test_number_of_a_short_text_follows_with_one_click(page, field, words):
    open_article(page)
    box = write(page, field, "- It is $120,000.")
    proposals = page.locator(f".field-{field} .markdown-editor-claims li")
    expect(proposals).to_have_count(1)
    expect(proposals).to_have_text(re.compile(f"^{re.escape(words)}"))
    proposals.get_by_role("button", name="Let it follow the table").press("Enter")
    expect(box).to_have_value(f"- It is {MID_LEVEL}.")
    expect(proposals).to_have_count(0)
