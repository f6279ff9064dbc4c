"""Test themes: light, dark, or the system's; chosen once, kept, without a flash."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.body).backgroundColor"
SEE_FIRST = """
new MutationObserver((changes, observer) => {
  if (!document.body) return;
  window.first = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 24, 29)"


def button(page):
    return page.get_by_role("button", name="Colours:")


@pytest.fixture
def page(new_page):
    page = new_page()
    page.goto("/")
    return page


def test_is_the_systems_until_somebody_chooses(page):
    expect(button(page)).to_have_accessible_name("Colours: as the system")
    assert page.evaluate(PAPER) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) == DARK


def test_choice_goes_round_and_is_kept_on_every_page(page):
    button(page).click()
    expect(button(page)).to_have_accessible_name("Colours: light")
    button(page).click()
    expect(button(page)).to_have_accessible_name("Colours: dark")
    page.goto("/statistics/")
    assert page.evaluate(PAPER) == DARK
    button(page).click()
    assert page.evaluate(PAPER) == LIGHT


def test_choice_made_meanwhile_is_there_after_back(page):
    """A page that the browser kept heard nothing of it."""
    page.evaluate("localStorage.setItem('theme', 'dark')")
    assert page.evaluate(PAPER) == LIGHT
    expect(button(page)).to_be_visible()
    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    assert page.evaluate(PAPER) == DARK


def test_choice_is_there_before_anything_is_drawn(new_page):
    page = new_page(script=SEE_FIRST)
    page.goto("/")
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload()
    assert page.evaluate("window.first") == "dark"


def test_works_with_the_keyboard(page):
    button(page).focus()
    page.keyboard.press("Enter")
    expect(button(page)).to_have_accessible_name("Colours: light")


def test_nonsense_in_the_storage_is_the_systems(page):
    page.evaluate("localStorage.setItem('theme', '\"><script>')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "auto"


def test_paper_is_white(page):
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    expect(button(page)).to_be_hidden()


def test_without_script_there_is_no_button(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/")
    expect(page.locator(".theme-button")).to_be_hidden()
