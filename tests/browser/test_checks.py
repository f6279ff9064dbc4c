"""Test the list of findings beside a form, and the dialog of links, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.editing import open_article, save_draft
from tests.browser.grids import NEW, open_grid

pytestmark = pytest.mark.browser

SELECTED = """() => {
  const box = document.activeElement;
  return [box.id, box.value.slice(box.selectionStart, box.selectionEnd)];
}"""
IS_SKIP_LINK = """document.activeElement.matches(
  '.skip-to-content-link, .skip-to-title')"""


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def todo(request):
    """A passage of this test alone: what another one ignores is ignored here, too."""
    return f"TODO: ask Ana of {request.node.originalname[5:30]}."


@pytest.fixture
def page(new_page, todo):
    page = new_page("admin")
    open_article(page)
    body = page.locator("#id_body")
    body.fill(f"{body.input_value()}\n\n{todo}")
    save_draft(page)
    expect(page.locator("#checks")).to_contain_text(todo)
    return page


def finding(page, todo):
    return page.locator("#checks > .checks-list li").filter(has_text=todo)


def test_it_leads_to_the_words_and_ignores_beside_what_is_typed(page, todo):
    link = finding(page, todo).get_by_role("link")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(SELECTED) == ["id_body", todo]
    page.locator("#id_summary").fill("Typed, and not saved.")
    finding(page, todo).locator("summary").press("Enter")
    finding(page, todo).get_by_role("textbox").fill("She answers in May.")
    page.keyboard.press("Enter")
    expect(finding(page, todo)).to_have_count(0)
    expect(page.locator("#checks")).to_be_focused()
    expect(page.locator("#id_summary")).to_have_value("Typed, and not saved.")
    assert violations(page) == []


def test_what_is_corrected_is_struck_out(page, todo):
    body = page.locator("#id_body")
    body.fill(body.input_value().replace(todo, "She agrees."))
    expect(finding(page, todo).get_by_role("link")).to_have_class(
        "checks-jump is-changed"
    )


def test_the_title_is_within_ten_tabs(page):
    page.reload()
    for _tab in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(IS_SKIP_LINK):
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.id") == "id_title":
            return
    pytest.fail("The title is further away.")


def test_a_page_is_linked_by_keyboard(page):
    body = page.locator("#id_body")
    body.fill("Read on: ")
    body.press("Control+End")
    page.locator(".field-body [data-tool=page]").click()
    dialog = page.get_by_role("dialog", name="Link to a page of this site")
    dialog.get_by_role("combobox").fill("skills required")
    expect(dialog.get_by_role("option")).to_have_count(1)
    assert violations(page) == []
    dialog.get_by_role("combobox").press("Enter")
    written = body.input_value()
    assert written.startswith("Read on: [What skills are required")
    assert written.endswith("](/faq/machine-learning-engineer-skills/)")


def test_a_table_without_rows_leads_to_its_grid(page):
    open_grid(page, f"{NEW}?career=1")
    page.locator("#id_title").fill("Hives by town")
    save_draft(page)
    link = finding(page, "It has no rows yet").get_by_role("link")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.field-numbers') !== null")
    assert page.evaluate("document.activeElement.tabIndex") == 0
