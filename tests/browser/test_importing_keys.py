"""Test the review of an import by keyboard alone, where the window is narrow."""

import pytest
from playwright.sync_api import expect

from tests.browser.importing import ADD

pytestmark = pytest.mark.browser

SIZE = {"width": 768, "height": 800}
TEXT = """Baker

A baker bakes bread. Most earn $85,000 a year, and 43% work at night.

Key takeaways

- Bread is old.
- Ovens are hot.

The bread

Bread needs an oven. Cake needs one, too.

The shop

A shop needs a door. It is open early.

Pay

1. Average pay

Level Average Annual Pay
Junior $58,000
Experienced $74,500
Lead $85,000

The young earn less.

2. Ovens of bakers in towns

Kind of oven Bakers there
Wood fired 31
Gas fired 42
Steam 17

So it is.

FAQ

How long does it take?

Three years.

Who may learn it?

Everybody may.
"""
# What keeps the focus from being seen; "" where nothing does.
SEEN = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return "nothing has the focus";
  const holder = e.matches(".row") ? e.querySelector(".to-be") : e;
  const box = holder.getBoundingClientRect();
  const style = getComputedStyle(holder);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
    return `no ring: ${e.outerHTML.slice(0, 120)}`;
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < Math.min(box.width, 24) || bottom - top < Math.min(box.height, 16))
    return `out of the window: ${e.outerHTML.slice(0, 120)}`;
  const middle = [(left + right) / 2, (top + bottom) / 2];
  const places = [[left + 3, top + 3], [right - 3, top + 3], middle];
  const isOver = (at) => {
    const there = document.elementFromPoint(...at);
    return !there || !(holder.contains(there) || there.contains(holder));
  };
  return places.some(isOver) ? `behind something: ${e.outerHTML.slice(0, 120)}` : "";
}"""
LOST = "nothing has the focus"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def scheme():
    return "light"


@pytest.fixture
def review(new_page, scheme):
    page = new_page("admin", viewport=SIZE, color_scheme=scheme)
    page.goto(ADD)
    page.locator("#id_text").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".import-review .rows")).to_be_visible()
    page.keyboard.press("Home")
    return page


def expect_seen(page):
    """See that the focus is somewhere, and in sight; it may take a moment."""
    page.wait_for_function(f"() => ({SEEN})() === ''")


def press(locator, key="Enter"):
    locator.focus()
    locator.page.keyboard.press(key)


def walk(page, key, most=400):
    """Press a key until the focus leaves the page: (stops, those out of sight)."""
    hidden, count = [], 0
    for _ in range(most):
        page.keyboard.press(key)
        said = page.evaluate(SEEN)
        if said == LOST:
            break
        count += 1
        hidden += [said] * bool(said)
    return count, hidden


def row(page, words):
    return page.locator(".row", has=page.locator(".as-read", has_text=words)).first


def open_dialog(page, words):
    press(row(page, words).get_by_role("link", name="Change…"))
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def tell_decimals(page):
    press(page.locator(".decide[data-kind=decimals] button").first)
    expect(page.locator(".decide[data-kind=decimals]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestEachStop:
    def test_is_seen_forwards_and_backwards(self, review):
        for summary in review.locator("summary").all():
            summary.evaluate("(e) => { e.parentElement.open = true }")
        review.evaluate("scrollTo(0, 0); document.activeElement?.blur()")
        count, hidden = walk(review, "Tab")
        again, hidden_back = walk(review, "Shift+Tab")
        assert hidden + hidden_back == []
        assert count == again > 60


class TestWholeReview:
    def test_each_decision_leads_to_the_next(self, review):
        press(review.get_by_role("link", name="Next decision"))
        while left := review.locator(".decide").count():
            expect_seen(review)
            review.keyboard.press("Enter")
            expect(review.locator(".decide")).to_have_count(left - 1)
        expect(review.get_by_role("link", name="Create drafts…")).to_be_focused()
        expect_seen(review)

    def test_a_block_is_changed_and_its_dialog_closed(self, review):
        dialog = open_dialog(review, "A shop needs")
        expect_seen(review)
        count, hidden = walk(review, "Tab", 30)
        assert hidden == [] and count > 5
        review.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(
            row(review, "A shop needs").get_by_role("link", name="Change…")
        ).to_be_focused()
        dialog = open_dialog(review, "A shop needs")
        dialog.get_by_role("radio", checked=True).first.focus()
        review.keyboard.press("ArrowDown")
        review.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        expect(row(review, "A shop needs")).to_contain_text("Key takeaways")
        expect_seen(review)

    def test_parted_merged_moved_and_of_another_level(self, review):
        rows = review.locator(".row").count()
        dialog = open_dialog(review, "A shop needs")
        press(dialog.get_by_role("button", name="Part it here"))
        expect(review.locator(".row")).to_have_count(rows + 1)
        expect_seen(review)
        dialog = open_dialog(review, "It is open early")
        press(dialog.get_by_role("button", name="Merge with the one before"))
        expect(review.locator(".row")).to_have_count(rows)
        expect_seen(review)
        dialog = open_dialog(review, "A shop needs")
        press(dialog.get_by_role("button", name="Move up"))
        expect(dialog).to_be_hidden()
        expect(review.locator(".rows")).to_contain_text("Moved: it stands after")
        expect_seen(review)
        dialog = open_dialog(review, "The shop")
        dialog.get_by_label("Level of the heading").select_option("3")
        press(dialog.get_by_role("button", name="Use this level"))
        expect(row(review, "The shop")).to_contain_text("level 3")
        expect_seen(review)

    def test_a_number_is_tied_and_freed(self, review):
        tell_decimals(review)
        first = row(review, "A baker bakes")
        press(first.get_by_role("button", name="Tie it to").first)
        expect(first).to_contain_text("→")
        expect_seen(review)
        press(first.locator(".numbers-of-row summary").first)
        press(first.get_by_role("button", name="Leave it as it is"))
        expect(first).not_to_contain_text("→")
        expect_seen(review)

    def test_a_table_is_opened_and_the_row_found_again(self, review):
        tell_decimals(review)
        table = row(review, "Experienced")
        press(table.get_by_role("link", name="Open in the grid").first)
        expect(review.locator(".grid-table .tabulator-row").first).to_be_visible()
        press(review.get_by_role("button", name="Use these cells"))
        expect(review.locator(".import-review .rows")).to_be_visible()
        expect_seen(review)

    def test_left_out_and_undone(self, review):
        press(row(review, "A shop needs").get_by_role("button", name="Leave out"))
        expect(row(review, "A shop needs")).to_contain_text("you left it out")
        expect_seen(review)
        press(review.get_by_role("button", name="Undo"))
        expect(row(review, "A shop needs")).not_to_contain_text("you left it out")
        expect_seen(review)
