"""Test typing into the grid: no key is lost, and numbers are understood."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.grids import NEW, cell, cells, grid, open_grid, paste, tool

pytestmark = pytest.mark.browser

CHECK = "**/grid/check/"
CLIPBOARD = "**/grid/clipboard/"
LAPTOP = {"width": 1366, "height": 768}
RATES = [
    ["Area", "Rate of unemployment", "Rate of employment", "Median weekly earnings"],
    ["Newport and the valleys", "3.8%", "71.4%", "$612"],
    ["York", "2.9%", "77.0%", "$655"],
]


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin", viewport=LAPTOP)


@pytest.fixture
def new(page):
    return open_grid(page, NEW)


class Held:
    """The next answers to a request, which come when somebody lets them."""

    def __init__(self, page, address):
        self.routes = []
        page.route(address, lambda route: self.routes.append(route))
        self.page, self.address = page, address

    def wait(self):
        while not self.routes:
            self.page.wait_for_timeout(20)

    def let_go(self):
        for route in self.routes:
            route.continue_()
        self.page.unroute(self.address)


def refuse(page, rome="$1,250.50", bonn="$2,000.00"):
    """A form that comes back with errors: its cells are in somebody's own notation."""
    tool(page, "As text").click()
    page.locator("#id_numbers").fill(f"Place\tPay\nRome\t{rome}\nBonn\t{bonn}\n")
    page.locator("#id_slug").fill("not a slug")
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_selector(".errorlist")


def test_no_key_is_lost_where_a_refused_form_is_scrolled_and_typed_into(new):
    held = Held(new, CHECK)
    refuse(new)
    held.wait()
    # One motion: the grid comes into view, and its cell is double-clicked at once.
    cell(new, 2, "Place").dblclick()
    new.keyboard.press("Control+a")
    new.keyboard.type("Bonn ")
    with new.expect_response(CHECK):
        held.let_go()
    new.keyboard.type("am Rhein")
    expect(grid(new).locator("textarea")).to_have_value("Bonn am Rhein")
    new.keyboard.press("Enter")
    expect(cell(new, 2, "Place")).to_have_text("Bonn am Rhein")
    expect(cell(new, 1, "Pay")).to_have_text("1,250.50")
    assert cells(new)[1:3] == [["Rome", "1250.50"], ["Bonn am Rhein", "2000.00"]]


def test_what_is_typed_at_once_after_a_refused_form_takes_the_focus_stands_there(new):
    held = Held(new, CHECK)
    refuse(new)
    held.wait()
    grid(new).focus()
    new.keyboard.type("Ro")
    with new.expect_response(CHECK):
        held.let_go()
    new.keyboard.type("stock")
    new.keyboard.press("Tab")
    new.keyboard.type("7")
    new.keyboard.press("Enter")
    expect(cell(new, 1, "Place")).to_have_text("Rostock")
    expect(cell(new, 2, "Pay")).to_have_text("2,000.00")
    assert cells(new)[1] == ["Rostock", "7"]


def test_selection_stays_when_the_grid_first_comes_into_view(new):
    refuse(new)
    expect(new.locator(".grid-said")).to_contain_text("title")
    cell(new, 2, "Pay").click()
    expect(new.locator(".grid-place")).to_have_text("Row 2, Pay")
    new.mouse.wheel(0, 60)
    new.wait_for_function("() => new Promise((done) => setTimeout(done, 300, true))")
    expect(new.locator(".grid-place")).to_have_text("Row 2, Pay")


def test_grid_stays_where_a_refused_form_asks_how_decimals_are_written(new):
    refuse(new, rome="$1,250", bonn="$2,000")
    expect(new.locator(".grid-problems")).to_contain_text("“$1,250” could mean")
    grid(new).focus()
    new.keyboard.type("Rostock")
    new.keyboard.press("Enter")
    expect(grid(new)).to_be_visible()
    new.get_by_role("radio", name="1,234.56").check()
    expect(cell(new, 2, "Pay")).to_have_text("2,000")
    assert cells(new)[1] == ["Rostock", "1250"]


def test_three_columns_are_seen_beside_the_preview(new):
    paste(new, *RATES)
    expect(cell(new, 1, "Median")).to_have_text("$612")
    expect(new.locator(".grid-aside")).to_be_visible()
    # At once, as the grid may be drawn anew meanwhile.
    new.wait_for_function(
        """names => {
            const edge = document.querySelector(".tabulator").getBoundingClientRect();
            return names.every((name) => {
                const heads = [...document.querySelectorAll(".tabulator-col")];
                const head = heads.find((one) => one.innerText.startsWith(name));
                const box = head?.getBoundingClientRect();
                return box?.width && box.left >= edge.left && box.right <= edge.right;
            });
        }""",
        arg=["Area", "Rate of unemployment", "Rate of employment"],
    )


def test_order_is_said_and_one_click_changes_it(new):
    new.locator("#id_title").fill("Unemployment rose and fell")
    paste(new, ["Year", "Share"], *([f"{y}", f"{v}%"] for y, v in YEARS))
    remarks = new.locator(".grid-order-said")
    expect(remarks).to_contain_text("These are years: in their order they make a line")
    expect(new.locator(".grid-chart-said")).to_contain_text("Line over time")
    remarks.get_by_role("button", name="order by size instead").press("Enter")
    expect(remarks).to_contain_text("and stand by size")
    expect(new.locator("#id_row_order")).to_have_value("value")
    expect(new.locator(".grid-chart-said")).to_contain_text("Bars")
    expect(remarks.get_by_role("button")).to_be_focused()
    remarks.get_by_role("button").click()
    expect(new.locator("#id_row_order")).to_have_value("auto")


YEARS = [(2022, 3.7), (2021, 4.5), (2020, 4.6), (2019, 3.8)]


def test_reason_for_no_chart_is_said(new):
    new.locator("#id_title").fill("Jobs by area")
    paste(new, ["Area", "Jobs"], ["Newport", "5"], ["Newport", "8"], ["York", "4"])
    expect(new.locator(".grid-chart-said")).to_have_text(
        "No chart: two rows are called “Newport”: give each its own name."
    )


class TestInferred:
    """A sentence beside the cells for what was worked out, and a click to change it."""

    @pytest.fixture
    def told(self, page):
        """A form whose server says that a column is text."""
        open_grid(page, NEW)
        tool(page, "As text").click()
        page.locator("#id_numbers").fill("Town\tDial code\nHull\t01482\nYork\t01904\n")
        tool(page, "As text").click()
        return page

    def test_is_said_and_changed_by_a_click(self, told):
        remarks = told.locator(".grid-inferred")
        expect(remarks).to_contain_text("Dial code: text, as “01482” begins with 0.")
        remarks.get_by_role("button", name="Dial code: Make it a number").press("Enter")
        expect(remarks).to_be_hidden()
        expect(told.locator("#id_columns")).to_have_value("Dial code: integer")
        expect(grid(told)).to_be_focused()

    def test_is_back_when_the_click_is_taken_back(self, told):
        remarks = told.locator(".grid-inferred")
        remarks.get_by_role("button").click()
        expect(remarks).to_be_hidden()
        tool(told, "Undo").click()
        expect(remarks).to_contain_text("Dial code: text")
        tool(told, "Redo").click()
        expect(remarks).to_be_hidden()

    def test_is_still_there_when_the_form_was_refused(self, told):
        expect(told.locator(".grid-inferred")).to_be_visible()
        told.locator("#id_slug").fill("not a slug")
        told.get_by_role("button", name="Publish", exact=True).click()
        told.wait_for_selector(".errorlist")
        expect(told.locator(".grid-inferred")).to_contain_text("Dial code: text")

    def test_each_way_to_read_a_column_is_a_click(self, page):
        open_grid(page, NEW)
        tool(page, "As text").click()
        page.locator("#id_numbers").fill("Firm\tPay\nA\t5 kr\nB\t6 kr\n")
        tool(page, "As text").click()
        remarks = page.locator(".grid-inferred")
        expect(remarks.get_by_role("button")).to_have_count(4)
        remarks.get_by_role("button", name="Pay: Make it DKK").click()
        expect(page.locator("#id_columns")).to_have_value(re.compile("Pay: money DKK"))
        expect(remarks.get_by_role("button", name="Make it SEK")).to_have_count(0)

    def test_is_gone_in_another_form(self, told):
        expect(told.locator(".grid-inferred")).to_be_visible()
        told.on("dialog", accept := lambda dialog: dialog.accept())
        open_grid(told, NEW)
        told.remove_listener("dialog", accept)
        expect(told.locator(".grid-inferred")).to_be_hidden()


class TestTypedNumbers:
    """A typed cell is read by the marks of the site's language, and asked about."""

    def type_pay(self, page, text):
        cell(page, 1, "Column 1").click()
        page.keyboard.type("Entry")
        with page.expect_response(CHECK):
            page.keyboard.press("Tab")
        # The server has seen that the second column is empty.
        page.keyboard.type(text)
        page.keyboard.press("Enter")

    @pytest.fixture
    def asked(self, new):
        self.type_pay(new, "39,500")
        expect(new.locator(".grid-question")).to_contain_text("“39,500” can be read")
        return new

    def test_is_asked_about_at_its_cell_and_answered_by_keyboard(self, asked):
        expect(grid(asked)).to_be_focused()
        asked.keyboard.press("Escape")
        asked.keyboard.press("Tab")
        first, second = asked.locator(".grid-question button").all()
        expect(first).to_be_focused()
        expect(first).to_have_text("39,500, a whole number")
        expect(second).to_have_text("39.500, with decimals")
        asked.keyboard.press("Tab")
        asked.keyboard.press("Enter")
        expect(asked.locator(".grid-question")).to_be_hidden()
        expect(grid(asked)).to_be_focused()
        assert cells(asked)[1][1] == "39.500"

    def test_form_waits_for_the_answer_and_is_then_sent(self, asked):
        asked.locator("#id_title").fill("Beginners earn little")
        asked.get_by_role("button", name="Publish", exact=True).click()
        expect(asked.locator(".grid-message")).to_have_text(
            "Say first what “39,500” means."
        )
        expect(asked.locator(".grid-question button").first).to_be_focused()
        asked.keyboard.press("Enter")
        asked.wait_for_selector(".errorlist")  # it has no career yet
        assert cells(asked)[1][:2] == ["Entry", "39500"]

    def test_question_stays_in_view_when_the_window_narrows(self, asked):
        expect(asked.locator(".grid-question")).to_be_visible()
        asked.set_viewport_size({"width": 360, "height": 800})
        asked.wait_for_function(
            "() => document.querySelector('.grid-question')"
            ".getBoundingClientRect().right <= 360"
        )

    def test_form_waits_for_the_server(self, new):
        held = Held(new, CLIPBOARD)
        self.type_pay(new, "1,234.50")
        held.wait()
        new.get_by_role("button", name="Publish", exact=True).click()
        assert cells(new)[1][1] == "1,234.50"
        held.let_go()
        new.wait_for_selector(".errorlist")
        assert cells(new)[1][1] == "1234.50"

    def test_what_could_not_be_asked_is_said_and_asked_before_the_form_is_sent(
        self, new, watch
    ):
        watch.expect(429, "/admin/statistics/stattable/grid/clipboard/")
        refusal = {"error": "Too many at once."}
        new.route(CLIPBOARD, lambda route: route.fulfill(status=429, json=refusal))
        self.type_pay(new, "1,234.50")
        expect(new.locator(".grid-message")).to_have_text("Too many at once.")
        expect(cell(new, 1, "Column 2")).to_have_text("1,234.50")
        new.unroute(CLIPBOARD)
        new.get_by_role("button", name="Publish", exact=True).click()
        new.wait_for_selector(".errorlist")
        assert cells(new)[1][1] == "1234.50"

    def test_question_goes_with_its_cell(self, asked):
        grid(asked).press("Control+z")
        expect(asked.locator(".grid-question")).to_be_hidden()

    @pytest.mark.parametrize("label", ["1960s", "5G engineer", "(5)", "<1 year"])
    def test_label_stays_as_it_was_typed(self, new, label):
        cell(new, 1, "Column 1").click()
        new.keyboard.type(label)
        with new.expect_response(CLIPBOARD):
            new.keyboard.press("Enter")
        new.keyboard.type("Cook")
        with new.expect_response(CHECK):
            new.keyboard.press("Enter")
        assert [line[0] for line in cells(new)[1:3]] == [label, "Cook"]

    @pytest.mark.parametrize(
        "first", ["$", "(", "#", "&", "!", '"', "%", "'", "+", "<"]
    )
    def test_first_letter_is_not_lost(self, new, first):
        cell(new, 1, "Column 1").click()
        new.keyboard.type(f"{first}5")
        expect(grid(new).locator("textarea")).to_have_value(f"{first}5")

    def test_number_is_as_it_was_typed_again_where_its_column_is_made_text(self, new):
        self.type_pay(new, "10,5")
        expect(cell(new, 1, "Column 2")).to_have_text("10.5")
        expect(new.locator(".grid-message")).to_contain_text("“10,5” was read as")
        change = new.locator(".grid-inferred").get_by_role("button", name="Column 2")
        change.click()
        expect(cell(new, 1, "Column 2")).to_have_text("10,5")
        assert cells(new)[1][1] == "10,5"

    def test_plain_number_asks_nobody(self, new):
        new.route(CLIPBOARD, lambda route: pytest.fail("the server was asked"))
        self.type_pay(new, "39500")
        expect(cell(new, 1, "Column 2")).to_have_text("39,500")
        assert cells(new)[1][1] == "39500"


class TestGerman:
    @pytest.fixture
    def site(self, prepared_site, tmp_path_factory):
        site = prepared_site.copy(tmp_path_factory.mktemp("german") / "state")
        site.environ["LANGUAGE_CODE"] = "de"
        with site:
            yield site

    def test_numbers_are_typed_and_shown_in_german_and_stored_plain(self, page):
        page.goto(NEW)
        box = page.locator("[role=gridcell]")
        box.nth(1).click()
        for text in ("Entry", "Tab", "8,43", "Enter", "1234,5", "Enter"):
            if text in ("Tab", "Enter"):
                page.keyboard.press(text)
            else:
                page.keyboard.type(text)
        second = page.locator(".tabulator-row").nth(1).locator("[role=gridcell]").nth(2)
        expect(second).to_have_text("1.234,5")
        assert [line[1] for line in cells(page)[1:3]] == ["8.43", "1234.5"]
        second.click()
        page.keyboard.press("F2")
        expect(grid(page).locator("textarea")).to_have_value("1234,5")
        page.keyboard.press("Enter")
        assert cells(page)[2][1] == "1234.5"
        second.click()
        page.keyboard.press("Control+c")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Control+v")
        expect(page.locator(".grid-message")).to_be_visible()
        assert cells(page)[2] == ["", "1234.5", "1234.5"]
        page.keyboard.press("Control+z")
        third = page.locator(".tabulator-row").nth(2).locator("[role=gridcell]").nth(2)
        third.click()
        page.keyboard.type("39.500")
        page.keyboard.press("Enter")
        first = page.locator(".grid-question button").first
        expect(first).to_contain_text("39.500")
        first.click()
        expect(third).to_have_text("39.500")
        assert cells(page)[3][1] == "39500"
