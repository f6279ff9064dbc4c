"""Test the pages of a site with many careers: by axe, by keyboard, on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, NOT_OURS, violations
from tests.browser.keyboard import follow, tab_to
from tests.browser.pages import OPEN_ANSWERS, TOO_WIDE

pytestmark = pytest.mark.browser

MANY = 200
CAREER = "/careers/sample-1-harbour-engineer/"
MISSING = "/careers/harbor-enginer/"
PAGES = (
    *("/", "/careers/", "/careers/?page=4", "/careers/?by=field", "/careers/?q=zzz"),
    *("/careers/?group=sample-energy-and-water&q=wind", CAREER, "/articles/?page=9"),
    *(MISSING, "/search/?q=salary&page=2", "/search/?q=harbor+enginer&kind=article"),
    "/search/?q=salary&kind=page",
)
# Of a career's page, the rest of which other tests try.
PART = {CAREER: {"include": [".related-careers"]}}
SCREEN = 800
FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    copy = prepared_site.copy(tmp_path_factory.mktemp("many") / "state")
    copy.manage("make_sample_guides", str(MANY - 1), "--beside-real-guides")
    with copy as running:
        yield running


def test_break_no_rule_and_fit_a_phone(page, watch):
    watch.expect(404, MISSING)
    found = []
    for path in PAGES:
        page.goto(path)
        page.evaluate(OPEN_ANSWERS)
        found += violations(page, ALL_RULES, context=PART.get(path, NOT_OURS))
        page.set_viewport_size({"width": 320, "height": SCREEN})
        found += [(path, wide) for wide in page.evaluate(TOO_WIDE)]
    assert found == []


def test_home_of_many_is_under_six_screens_of_a_phone(page):
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.goto("/")
    expect(page.get_by_role("link", name=f"All {MANY} careers")).to_be_visible()
    height = page.evaluate("document.scrollingElement.scrollHeight")
    assert height < 6 * SCREEN


def test_letter_leads_to_its_heading_on_another_page(page):
    page.goto("/careers/")
    letters = page.get_by_role("navigation", name="Letters")
    follow(page, letters.get_by_role("link", name="M", exact=True))
    heading = page.get_by_role("heading", name="M", exact=True)
    expect(heading).to_be_in_viewport()
    assert page.url.endswith("#letter-M")


def test_pages_are_turned_by_keyboard(page):
    page.goto("/careers/?page=4")
    pages = page.get_by_role("navigation", name="Pages")
    expect(pages.locator("[aria-current=page]")).to_have_text("4")
    pages.get_by_role("link", name="Previous page").focus()
    read = []
    for _ in range(6):
        page.keyboard.press("Tab")
        read.append(page.evaluate(FOCUSED))
    assert read == ["1", "2", "3", "4", "5", "9"]
    page.keyboard.press("Enter")
    expect(pages.locator("[aria-current=page]")).to_have_text("9")


def test_home_finds_a_career_by_another_name(page):
    page.goto("/")
    page.get_by_label("Search all guides").fill("harbour engineering specialist")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Harbour Engineer", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Engineer")


def test_home_suggests_below_its_own_field(page):
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.goto("/")
    field = page.get_by_label("Search all guides")
    field.press_sequentially("harbour en")
    expect(field).to_have_attribute("aria-expanded", "true")
    box, choices = field.bounding_box(), page.get_by_role("listbox").bounding_box()
    assert choices["y"] >= box["y"] + box["height"]
    assert choices["x"] >= 0 and choices["x"] + choices["width"] <= 360
    page.get_by_role("option").nth(3).click(trial=True)  # nothing covers or cuts it
    assert violations(page, ALL_RULES, looks={"light": 360}) == []


def test_list_is_narrowed_by_keyboard(page):
    page.goto("/careers/")
    tab_to(page, page.get_by_label("Find a career by any of its names"))
    page.keyboard.type("radio")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".index-list h3").first).to_contain_text("Radio")
    fields = page.get_by_role("navigation", name="Fields of work")
    follow(page, fields.get_by_role("link", name="Signals and space"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Signals and space")
    follow(page, fields.get_by_role("link", name="By field of work"))
    assert "by=field" in page.url and "q=radio" in page.url


def test_editor_chooses_related_careers_in_an_order(new_page):
    page = new_page("admin")
    page.goto("/admin/careerguide/career/1/change/")
    for name in ("Optics Planner", "Harbour Engineer"):
        box = page.locator(".field-related .select2-search__field")
        box.click()
        box.fill(name)
        page.get_by_role("option", name=name).click()
    page.get_by_role("button", name="Save draft").first.click()
    chosen = page.locator(".field-related .select2-selection__choice")
    expect(chosen).to_have_count(2)
    expect(chosen.first).to_contain_text("Optics Planner")
