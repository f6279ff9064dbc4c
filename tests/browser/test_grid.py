"""Test that somebody who knows spreadsheets edits a table, and readers see it."""

import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, violations
from tests.browser.editing import choose, publish, publish_with_note
from tests.browser.grids import NEW, cell, cells, grid, head, open_grid, paste, tool
from tests.browser.pages import eventually
from tests.statistics.workbook_files import workbook

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 900}
SALARIES = "machine-learning-engineer-salaries"
YEARS = ["Level", *(f"In {year}" for year in range(2020, 2025))]


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin", viewport=DESK)


@pytest.fixture
def new(page):
    """The form of a new table, with the grid ready."""
    return open_grid(page, NEW)


@pytest.fixture
def salaries(page, site):
    [key] = site.query("SELECT id FROM statistics_stattable WHERE slug = ?", SALARIES)
    return open_grid(page, f"/admin/statistics/stattable/{key}/change/")


def chart(page):
    return page.frame_locator(".grid-chart")


def fetch(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def drag(page, what, where):
    # Clear of the buttons, which stay at the foot of the window.
    where.evaluate("(element) => element.scrollIntoView({ block: 'center' })")
    what.hover()
    while not (box := where.bounding_box()):  # it is being drawn anew
        page.wait_for_timeout(50)
    page.mouse.down()
    page.wait_for_timeout(400)  # before that it is a click
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.8
    page.mouse.move(x, y, steps=8)
    page.mouse.up()


def pasted_lines():
    """A header and 20 rows of 6 cells, as a spreadsheet copies them."""
    return [YEARS] + [
        [f"Level {row}", *(f"${row},{column:03}.50" for column in range(5))]
        for row in range(1, 21)
    ]


class TestPaste:
    def test_block_fills_an_empty_table_and_names_its_columns(self, new):
        paste(new, *pasted_lines())
        expect(new.locator(".grid-message")).to_contain_text("Pasted 20 × 6 cells")
        expect(head(new, "In 2024")).to_be_attached()
        assert cells(new)[0] == YEARS
        assert cells(new)[20] == ["Level 20", *(f"$20{n:03}.50" for n in range(5))]

    def test_bad_cell_is_named_and_mended(self, new):
        lines = pasted_lines()
        lines[3][2] = "much"
        paste(new, *lines)
        problem = new.get_by_role(
            "button", name="Row 3, column “In 2021”: “much” is not"
        )
        expect(cell(new, 3, "In 2021")).to_have_attribute("aria-invalid", "true")
        problem.click()
        expect(grid(new)).to_be_focused()
        new.keyboard.type("7,000.25")
        new.keyboard.press("Enter")
        expect(problem).to_have_count(0)
        expect(cell(new, 3, "In 2021")).not_to_have_attribute("aria-invalid", "true")
        expect(cell(new, 3, "In 2021")).to_have_text("7,000.25")

    def test_at_the_cursor_changes_only_those_cells(self, salaries):
        before = cells(salaries)
        cell(salaries, 2, "Average").click()
        paste(salaries, ["1"], ["2"])
        expect(cell(salaries, 3, "Average")).to_have_text("2")
        after = cells(salaries)
        assert [line[0] for line in after] == [line[0] for line in before]
        assert after[1] == before[1]
        assert [after[2][-1], after[3][-1]] == ["1", "2"]

    def test_grows_rows_and_columns(self, new):
        cell(new, 5, "Column 3").click()
        paste(new, ["a", "b"], ["c", "d"])
        expect(cell(new, 6, "Column 4")).to_have_text("d")

    def test_asks_what_a_number_means(self, new):
        paste(new, ["Place", "People"], ["Rome", "1.234"], ["Bonn", "2.345"])
        dialog = new.get_by_role("dialog", name="How are decimals written?")
        dialog.get_by_role("radio", name="1.234,56: it means 1234").check()
        dialog.get_by_role("button", name="Paste").click()
        expect(cell(new, 1, "People")).to_have_text("1,234")

    def test_of_a_decimal_comma_needs_no_question(self, new):
        paste(new, ["Place", "Share"], ["Rome", "12,5 %"], ["Bonn", "1.234,5 %"])
        expect(cell(new, 2, "Share")).to_have_text("1,234.5%")


class TestTextThatWasThere:
    """What somebody typed without the grid, or what an error gave back."""

    def test_question_can_be_answered(self, new):
        tool(new, "As text").click()
        new.locator("#id_numbers").fill("Place\tPeople\nRome\t1.234\nBonn\t2.345\n")
        tool(new, "As text").click()
        expect(new.locator(".grid-problems")).to_contain_text("“1.234” could mean")
        new.get_by_role("radio", name="1.234,56").check()
        expect(cell(new, 2, "People")).to_have_text("2,345")
        assert cells(new)[1] == ["Rome", "1234"]
        expect(new.locator(".grid-problems li")).to_have_count(0)

    def test_is_put_into_our_notation(self, new):
        tool(new, "As text").click()
        new.locator("#id_numbers").fill("Place\tShare\nRome\t12,5\nBonn\t1.237,25\n")
        tool(new, "As text").click()
        expect(cell(new, 2, "Share")).to_have_text("1,237.25")
        assert cells(new)[1] == ["Rome", "12.5"]
        expect(new.locator("[name=decimal_mark][value='.']")).to_be_checked()


class TestKeyboard:
    def test_goes_through_cells_and_out(self, new):
        tool(new, "Undo").focus()
        new.keyboard.press("Tab")
        expect(grid(new)).to_be_focused()
        new.keyboard.type("Entry")
        new.keyboard.press("Tab")
        new.keyboard.type("5")
        new.keyboard.press("Enter")
        expect(cell(new, 1, "Column 2")).to_have_text("5")
        expect(new.locator(".grid-place")).to_have_text("Row 2, Column 2")
        new.keyboard.press("ArrowLeft")
        expect(new.locator(".grid-place")).to_have_text("Row 2, Column 1")
        new.keyboard.press("Escape")
        new.keyboard.press("Tab")
        expect(grid(new)).not_to_be_focused()
        assert not new.evaluate("document.activeElement.closest('.grid-table')")

    def test_leaves_at_the_end(self, new):
        cell(new, 5, "Column 3").click()
        for _ in range(2):
            new.keyboard.press("Tab")
        expect(new.locator(".grid-place")).to_have_text("Row 5, Total")
        new.keyboard.press("Tab")
        expect(grid(new)).not_to_be_focused()

    def test_copies_and_cuts(self, new):
        paste(new, ["Place", "Share"], ["Rome", "1"], ["Bonn", "2"])
        cell(new, 1, "Place").click()
        new.keyboard.press("Shift+ArrowRight")
        new.keyboard.press("Control+x")
        expect(cell(new, 1, "Share")).to_have_text("")
        cell(new, 2, "Place").click()
        new.keyboard.press("Control+v")
        expect(cell(new, 2, "Place")).to_have_text("Rome")
        expect(cell(new, 2, "Share")).to_have_text("1")

    def test_takes_back_and_does_again(self, salaries):
        before = cells(salaries)
        cell(salaries, 1, "Average").click()
        salaries.keyboard.press("Delete")
        tool(salaries, "Delete column").click()
        grid(salaries).focus()
        for _ in range(2):
            salaries.keyboard.press("Control+z")
        expect(cell(salaries, 1, "Average")).not_to_have_text("")
        assert cells(salaries) == before
        salaries.keyboard.press("Control+Shift+z")
        expect(cell(salaries, 1, "Average")).to_have_text("")

    def test_escape_leaves_the_cell_as_it_was(self, salaries):
        before = cells(salaries)
        cell(salaries, 1, "Average").click()
        salaries.keyboard.press("F2")
        salaries.keyboard.type("99")
        salaries.keyboard.press("Escape")
        expect(grid(salaries)).to_be_focused()
        assert cells(salaries) == before


class TestTools:
    def test_rows_and_columns_come_go_and_move(self, new):
        paste(new, ["Place", "Share"], ["x", "1"], ["y", "2"])
        expect(cell(new, 2, "Place")).to_have_text("y")
        cell(new, 2, "Place").click()
        tool(new, "Row up").click()
        expect(cell(new, 1, "Place")).to_have_text("y")
        tool(new, "Column right").click()
        assert cells(new)[:2] == [["Share", "Place"], ["2", "y"]]
        tool(new, "Add row").click()
        tool(new, "Delete row").click()
        tool(new, "Delete column").click()
        assert cells(new) == [['"Share"'], ['"2"'], ['"1"'], [""]]

    def test_rows_and_columns_are_dragged(self, new):
        paste(new, ["Place", "Share"], ["x", "1"], ["y", "2"], ["z", "3"])
        expect(cell(new, 3, "Place")).to_have_text("z")
        handles = new.locator(".tabulator-cell.grid-row-number")
        drag(new, handles.nth(0), handles.nth(2))
        expect(cell(new, 3, "Place")).to_have_text("x")
        assert [line[0] for line in cells(new)[:4]] == ["Place", "y", "z", "x"]
        head(new, "Place").click()
        drag(new, head(new, "Place"), head(new, "Share"))
        assert cells(new)[:2] == [["Share", "Place"], ["2", "y"]]

    def test_column_is_described(self, new):
        paste(new, ["Level", "Pay"], ["Entry", "5"], ["Senior", "7"])
        head(new, "Pay").get_by_text("Pay").dblclick()
        dialog = new.get_by_role("dialog", name="What this column holds")
        dialog.get_by_label("Name").fill("Salary")
        dialog.get_by_label("Type").select_option("money")
        dialog.get_by_label("Currency").fill("eur")
        dialog.get_by_label("Numbers are in").select_option("thousand")
        dialog.get_by_label("Unit").fill("per year, gross")
        dialog.get_by_role("button", name="Use this").click()
        expect(new.locator("#id_columns")).to_have_value(
            "Salary: money EUR, thousand, unit per year, gross"
        )
        new.locator("#id_title").fill("Seniors earn more")
        expect(chart(new).get_by_text("€7k")).to_be_visible()

    def test_rows_are_marked(self, new):
        paste(new, ["Year", "Size"], ["2020", "8.4"], ["2027", "96.7"])
        expect(cell(new, 2, "Size")).to_have_text("96.7")
        cell(new, 2, "Forecast").get_by_role("checkbox").click()
        expect(cell(new, 2, "Forecast").get_by_role("checkbox")).to_be_checked()
        assert cells(new)[:3] == [
            ["Year", "Size", "Mark"],
            ["2020", "8.4", ""],
            ["2027", "96.7", "forecast"],
        ]

    def test_cell_becomes_the_quick_fact(self, salaries):
        cell(salaries, 1, "Average").click()
        tool(salaries, "Quick fact").click()
        expect(salaries.locator("#id_headline_row")).to_have_value("Entry Level")
        expect(salaries.locator("#id_headline_column")).to_have_value(
            "Average annual salary"
        )

    def test_text_can_be_edited_instead(self, salaries):
        tool(salaries, "As text").click()
        expect(grid(salaries)).to_be_hidden()
        salaries.locator("#id_numbers").fill("Level\tPay\nChief\t9.5\n")
        tool(salaries, "As text").click()
        expect(cell(salaries, 1, "Pay")).to_have_text("9.5")

    def test_file_is_shown_before_it_is_used(self, salaries):
        tool(salaries, "Read a file…").click()
        dialog = salaries.get_by_role("dialog", name="Read a file")
        rows = ["Level", "Average annual salary"], ["Entry Level", 90000]
        file = {
            "name": "a.xlsx",
            "mimeType": "application/zip",
            "buffer": workbook(*rows),
        }
        dialog.get_by_label("File").set_input_files(file)
        dialog.get_by_role("button", name="Show what would change").click()
        expect(
            dialog.get_by_text("Entry Level, Average annual salary:")
        ).to_contain_text("→ $90,000")
        dialog.get_by_role("button", name="Put it into the table").click()
        expect(salaries.get_by_text("The cells of the file are here")).to_be_visible()
        expect(cell(salaries, 1, "Average")).to_have_text("90,000")
        grid(salaries).press("Control+z")
        expect(cell(salaries, 1, "Average")).not_to_have_text("90,000")


class TestReaders:
    def test_see_what_was_pasted_and_published(self, new, site):
        choose(new, "Career:", "Machine Learning Engineer")
        new.locator("#id_title").fill("Bees like clover best")
        paste(new, ["Flower", "Visits"], ["Clover", "1,287.5"], ["Thistle", "12.5"])
        expect(chart(new).get_by_text("1,287.5")).to_be_visible()
        expect(new.locator(".grid-chart-said")).to_have_text(
            "Bars, which fits these numbers."
        )
        publish(new)
        address = "/statistics/bees-like-clover-best/"
        new.goto(address)
        row = new.get_by_role("row", name="Clover").last
        expect(row).to_contain_text("1,287.5")
        data = fetch(f"{site.url}{address[:-1]}.csv").decode()
        assert "Clover,1287.5" in data

    def test_see_page_data_and_picture_change(self, salaries, site):
        address = f"{site.url}/statistics/machine-learning-engineer-salaries"
        picture = fetch(f"{address}.png")
        cell(salaries, 1, "Average").click()
        paste(salaries, ["91500"])
        expect(chart(salaries).get_by_text("$91,500")).to_be_visible()
        publish_with_note(salaries)
        eventually(lambda: "$91,500" in fetch(f"{address}/").decode())
        # Each in its two seconds: what nobody had asked for is made with the change
        # at once, and the picture of before stands until it is noticed.
        eventually(lambda: "Entry Level,91500" in fetch(f"{address}.csv").decode())
        eventually(lambda: fetch(f"{address}.png") not in (picture, b""))

    def test_script_in_a_cell_is_inert(self, new):
        new.locator("#id_title").fill("<img src=x onerror=alert(1)>")
        bad = "<img src=x onerror=alert(1)>"
        paste(new, ["Name", bad], [bad, "1"], ["\N{HEBREW LETTER ALEF}🐝", "2"])
        expect(chart(new).get_by_text(bad).first).to_be_visible()
        expect(new.locator(".table-grid img")).to_have_count(0)


def test_large_table_stays_quick(new):
    lines = [[f"Field {n:02}" for n in range(30)]]
    lines += [[f"r{row}", *(f"{row}.{n}" for n in range(29))] for row in range(1, 2001)]
    paste(new, *lines)
    expect(new.locator(".grid-message")).to_contain_text("Pasted 2000 × 30")
    cell(new, 2, "Field 01").click()
    new.keyboard.type("7.5")
    new.keyboard.press("Enter")
    expect(new.locator(".grid-place")).to_have_text("Row 3, Field 01")
    assert cells(new)[2][1] == "7.5"


def test_accessible(new):
    lines = pasted_lines()
    lines[2][2] = "much"
    paste(new, *lines)
    expect(new.locator(".grid-problems li")).to_have_count(1)
    looks = {"light": 768, "dark": 1280}
    assert violations(new, ALL_RULES, looks, ".table-grid") == []
