"""Test careers side by side: by axe, by keyboard, on a phone and without script."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, LOOKS, violations
from tests.browser.keyboard import follow, stops, tab_to
from tests.browser.pages import TOO_WIDE

pytestmark = pytest.mark.browser

MAKE = "from tests.comparison.guides import four_careers; four_careers()"
SLUGS = ("tailor", "weaver", "dyer", "spinner")
PAGES = (
    *("/compare/", "/compare/?careers=tailor,nobody&add=astronaut", "/careers/"),
    *(f"/compare/?careers={','.join(SLUGS[:count])}" for count in (1, 2, 3, 4)),
)
LEFT = "(e) => e.getBoundingClientRect().left"
TOP = "(e) => e.getBoundingClientRect().top"


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    copy = prepared_site.copy(tmp_path_factory.mktemp("compared") / "state")
    copy.manage("shell", "--verbosity=0", "-c", MAKE)
    with copy as running:
        yield running


def test_break_no_rule_and_fit_a_phone(page):
    found = []
    for path in PAGES:
        page.goto(path)
        found += violations(page, ALL_RULES)
        page.set_viewport_size({"width": 320, "height": 800})
        found += [(path, wide) for wide in page.evaluate(TOO_WIDE)]
    assert found == []


def test_careers_stand_side_by_side_or_one_below_the_other(page):
    page.goto(PAGES[-1])
    cells = page.locator("[aria-labelledby=measure-pay] .compare-cell")
    expect(cells).to_have_count(4)
    for width, by in ((1280, LEFT), (360, TOP)):
        page.set_viewport_size({"width": width, "height": 800})
        places = [cells.nth(number).evaluate(by) for number in range(4)]
        assert places == sorted(set(places))


def test_paper_has_the_whole_address_and_nothing_to_press(page):
    page.goto(PAGES[-1])
    page.emulate_media(media="print")
    expect(page.get_by_text(PAGES[-1])).to_be_visible()
    for words in ("Take away", "Add"):
        expect(page.get_by_text(words).locator("visible=true")).to_have_count(0)


def test_boxes_of_the_list_lead_there_by_keyboard(page):
    page.goto("/careers/")
    for name in ("Compare Tailor", "Compare Weaver"):
        tab_to(page, page.get_by_label(name))
        page.keyboard.press("Space")
    button = page.get_by_role("button", name="Compare", exact=True)
    expect(button).to_be_in_viewport()
    follow(page, button)
    assert page.url.endswith("/compare/?careers=tailor,weaver")


def test_name_that_is_typed_adds_a_career_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    page.goto("/compare/")
    for name in ("Dyer", "tailor"):
        page.get_by_label("by any of its names").fill(name)
        page.get_by_role("button", name="Add").press("Enter")
    assert page.url.endswith("/compare/?careers=dyer,tailor")
    page.get_by_role("link", name="Take away Dyer").press("Enter")
    assert page.url.endswith("/compare/?careers=tailor")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_visits_all_and_nothing_hides_it(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGES[-1])
    visited, expected = stops(page)
    assert visited == [*range(expected)]


def test_pictures(page):
    """Keeps the page as it looks, if `PICTURES` names a folder."""
    if folder := os.environ.get("PICTURES"):
        for scheme in LOOKS:
            page.emulate_media(color_scheme=scheme)
            for width in LOOKS.values():
                page.set_viewport_size({"width": width, "height": 900})
                for count in (2, 3, 4):
                    page.goto(f"/compare/?careers={','.join(SLUGS[:count])}")
                    name = f"{folder}/compare-{count}-{width}-{scheme}.png"
                    page.screenshot(path=name, full_page=True)
