"""Test the form of the site's settings, and that readers see its colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WCAG, violations
from tests.browser.editing import messages

pytestmark = pytest.mark.browser

FORM = "/admin/careerguide/site/1/change/"
PURPLE = "rgb(122, 31, 162)"


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    with prepared_site.copy(tmp_path_factory.mktemp("settings") / "state") as running:
        yield running


def colour_of_links(page):
    page.goto("/")
    return page.evaluate("getComputedStyle(document.querySelector('.more')).color")


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_breaks_no_rule_and_fits(new_page, width):
    page = new_page("admin")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(FORM)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert violations(page, WCAG) == []


def test_colour_is_refused_with_the_nearest_and_then_shown(new_page):
    page = new_page("admin")
    page.goto(FORM)
    accent = page.get_by_label("Accent colour:", exact=True)
    accent.fill("#ffcc00")
    assert page.locator(".colour-picker").first.input_value() == "#ffcc00"
    accent.press("Enter")
    assert "nearest colour that passes is #856a11" in page.inner_text(".errorlist")
    accent.fill("#7a1fa2")
    page.get_by_label("Name:", exact=True).fill("Bienenkunde und Imkerei im Land")
    accent.press("Enter")
    expect(messages(page)).to_contain_text("was changed")
    reader = new_page(viewport={"width": 360, "height": 800})
    while colour_of_links(reader) != PURPLE:
        reader.wait_for_timeout(500)
    name = reader.locator(".site-header .site-name").bounding_box()
    button = reader.locator(".search-link").bounding_box()
    assert name["x"] + name["width"] <= button["x"]
    assert violations(reader, WCAG) == []
