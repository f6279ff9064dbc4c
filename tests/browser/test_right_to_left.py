"""Test a site in Arabic: what is mirrored, and what points the way it goes."""

import pytest
from playwright.sync_api import expect

from tests.browser.grids import NEW

pytestmark = pytest.mark.browser

# The cell that the grid says is selected, and how far left it begins.
SELECTED_LEFT = """(grid) => {
  const cell = document.getElementById(grid.getAttribute("aria-activedescendant"));
  return cell.getBoundingClientRect().left;
}"""


@pytest.fixture(scope="module")
def arabic_site(prepared_site, tmp_path_factory):
    site = prepared_site.copy(tmp_path_factory.mktemp("arabic") / "state")
    site.environ["LANGUAGE_CODE"] = "ar"
    with site:
        yield site


@pytest.fixture
def site(arabic_site):
    return arabic_site


@pytest.fixture
def grid(new_page):
    page = new_page("admin", viewport={"width": 1280, "height": 900})
    page.goto(NEW)
    expect(page.locator(".grid-said")).to_contain_text("title")
    grid = page.get_by_role("grid")
    grid.focus()
    return grid


def test_button_of_the_colours_stands_clear_of_the_sites_name(new_page):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("/")
    button = page.locator(".theme-button")
    expect(button).to_be_visible()
    name = page.locator("header .site-name").bounding_box()
    assert button.bounding_box()["x"] + button.bounding_box()["width"] < name["x"]


def test_arrow_keys_go_the_way_they_point(grid):
    middle = press(grid, "ArrowLeft")
    assert press(grid, "ArrowLeft") < middle
    assert press(grid, "ArrowRight") == middle


def test_columns_move_the_way_the_arrow_points(grid):
    start = press(grid, "ArrowLeft")
    assert press(grid, "Alt+Shift+ArrowLeft") < start
    assert press(grid, "Alt+Shift+ArrowRight") == start


def press(grid, keys):
    """Where the selected cell stands after these keys."""
    place = grid.page.locator(".grid-place")
    before = place.inner_text(), grid.evaluate(SELECTED_LEFT)
    grid.page.keyboard.press(keys)
    grid.page.wait_for_function(
        "([grid, before]) => (" + SELECTED_LEFT + ")(grid) !== before",
        arg=[grid.element_handle(), before[1]],
    )
    return grid.evaluate(SELECTED_LEFT)
