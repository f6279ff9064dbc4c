"""Test files and pasted tables with more around them than names and rows."""

import io
import re

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, violations
from tests.browser.grids import (
    NEW,
    PASTE,
    cell,
    cells,
    grid,
    head,
    open_grid,
    paste,
    tool,
)

pytestmark = pytest.mark.browser

PAY = [
    ["Table 1: Median weekly pay by area, 2024"],
    [],
    ["Area", "Dial code", "Median pay"],
    ["Newport", "01633", 612.5],
    ["York", "01904", 655.25],
    ["Total", None, 640],
    [],
    ["Source: Example Survey of Hours"],
]
HOURS = [["Area", "Hours"], ["Newport", 37], ["York", 36]]


# Parts of an element that are wider than they are shown.
CLIPPED = """(e) => [e, ...e.querySelectorAll("*")]
  .filter((part) => part.scrollWidth > part.clientWidth && part.clientWidth)
  .map((part) => part.textContent)"""


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin", viewport={"width": 1280, "height": 900})


@pytest.fixture
def new(page):
    return open_grid(page, NEW)


@pytest.fixture
def dialog(new):
    return new.get_by_role("dialog", name="Read a file")


def give(page, dialog, buffer, name="earnings.csv"):
    """Choose a file and ask what it would change."""
    tool(page, "Read a file…").click()
    dialog.get_by_label("File").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": buffer}
    )
    dialog.get_by_role("button", name="Show what would change").click()


@pytest.fixture
def read(new, dialog):
    """The panel on a workbook of two sheets, of which the first is proposed."""
    book = Workbook()
    for name, rows in (("Pay", PAY), ("Hours", HOURS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    tool(new, "Read a file…").click()
    dialog.get_by_label("File").set_input_files(
        {
            "name": "earnings.xlsx",
            "mimeType": "application/zip",
            "buffer": file.getvalue(),
        }
    )
    dialog.get_by_role("button", name="Show what would change").click()
    put(dialog)
    return dialog


def put(dialog):
    button = dialog.get_by_role("button", name="Put it into the table")
    expect(button).to_be_visible()
    return button


def rows_of_names(dialog):
    return dialog.get_by_role("group", name="The row that holds the names")


def test_says_where_the_table_stands_and_what_is_left_out(read):
    expect(read.get_by_label("Sheet")).to_have_value("Pay")
    expect(rows_of_names(read).get_by_role("radio", checked=True)).to_have_value("3")
    expect(read.get_by_text("Left out above the table")).to_be_visible()
    expect(read.locator("[data-above] li")).to_contain_text(["Table 1: Median weekly"])
    expect(read.locator("[data-below] li")).to_contain_text(["Source: Example"])


def test_puts_the_table_in_with_its_note_and_says_what_it_worked_out(read, new):
    put(read).click()
    expect(cell(new, 1, "Dial code")).to_have_text("01633")
    assert [line[0] for line in cells(new)[:4]] == ["Area", "Newport", "York", "Total"]
    expect(new.locator("#id_note")).to_have_value("Source: Example Survey of Hours")
    expect(new.locator(".grid-inferred")).to_contain_text("Dial code: text")
    new.get_by_role("button", name="Dial code: Make it a number").click()
    expect(new.locator("#id_columns")).to_have_value(
        "Area: text\nDial code: integer\nMedian pay: decimal"
    )
    tool(new, "Undo").click()
    expect(new.locator(".grid-inferred")).to_contain_text("Dial code: text")


def test_note_is_left_alone_where_somebody_wants_that(read, new):
    read.get_by_role("checkbox", name="Put this into the note").uncheck()
    put(read).click()
    expect(cell(new, 1, "Area")).to_have_text("Newport")
    expect(new.locator("#id_note")).to_have_value("")


def test_another_sheet_is_chosen_and_chosen_again(read, new):
    read.get_by_label("Sheet").select_option("Hours")
    expect(rows_of_names(read).get_by_role("radio", checked=True)).to_have_value("1")
    put(read).click()
    expect(cell(new, 1, "Hours")).to_have_text("37")
    new.get_by_role("button", name="Choose its sheet").click()
    expect(read.get_by_label("Sheet")).to_have_value("Hours")
    read.get_by_label("Sheet").select_option("Pay")
    expect(rows_of_names(read).get_by_role("radio", checked=True)).to_have_value("3")
    put(read).click()
    expect(cell(new, 1, "Dial code")).to_have_text("01633")


def test_another_row_of_names_is_chosen_by_keyboard(read, new):
    rows_of_names(read).get_by_role("radio", checked=True).focus()
    new.keyboard.press("ArrowDown")
    expect(rows_of_names(read).get_by_role("radio", checked=True)).to_have_value("4")
    expect(rows_of_names(read).get_by_role("radio", checked=True)).to_be_focused()
    put(read).click()
    expect(head(new, "Newport")).to_be_attached()


def test_pasted_table_with_a_title_and_a_note_is_read_as_a_file(new, dialog):
    lines = [[str(c or "") for c in row] or [""] for row in PAY]
    paste(new, *lines)
    expect(dialog.locator("[data-above] li")).to_contain_text(["Table 1: Median"])
    expect(dialog.get_by_label("File")).to_be_hidden()
    put(dialog).click()
    expect(cell(new, 1, "Median")).to_have_text("612.5")


def test_title_above_two_columns_is_no_name(new, dialog):
    paste(new, ["Table 3: Pay", ""], ["Area", "Pay"], ["Newport", "5"], ["York", "7"])
    expect(dialog.locator("[data-above] li")).to_contain_text(["Table 3: Pay"])
    put(dialog).click()
    expect(cell(new, 2, "Pay")).to_have_text("7")


@pytest.mark.parametrize(
    ("line", "name", "says"),
    [
        (["(1)", "(2)", "(3)"], "Men", "numbers the columns"),
        (["1", "2", "3"], "Men", "numbers the columns"),
        (["", "1,000", "%"], "Men", "units of the columns"),
    ],
)
def test_line_below_the_names_is_no_row(new, dialog, line, name, says):
    rows = ["Nurse", "12.5", "3.4"], ["Cook", "20.1", "15.2"]
    paste(new, ["Job", "Men", "Women"], line, *rows)
    expect(dialog).to_contain_text(says)
    put(dialog).click()
    expect(cell(new, 1, name)).to_have_text("12.5")
    assert len([line for line in cells(new) if any(line)]) == 3


def test_separator_of_a_pasted_table_is_chosen(new, dialog):
    paste(new, ["Area|Jobs"], ["Newport|5"], ["York|7"])
    expect(dialog.locator("[data-headers]")).to_contain_text("Area")
    put(dialog).click()
    expect(cell(new, 2, "Jobs")).to_have_text("7")


def test_simple_paste_is_in_at_once_and_can_be_read_otherwise(new, dialog):
    paste(new, ["Area", "Jobs"], ["Newport", "5"], ["York", "7"])
    expect(cell(new, 2, "Jobs")).to_have_text("7")
    expect(dialog).to_be_hidden()
    new.get_by_role("button", name="Choose its sheet").click()
    expect(rows_of_names(dialog).get_by_role("radio", checked=True)).to_have_value("1")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_every_name_of_a_row_is_in_sight(new, dialog, width):
    new.set_viewport_size({"width": width, "height": 900})
    names = [f"Median weekly earnings of area {n}" for n in range(9)]
    table = [["Earnings by area, 2024"], names, ["1"] * 9, ["2"] * 9]
    give(new, dialog, "\n".join(",".join(row) for row in table).encode())
    headers = dialog.locator(".grid-headers")
    expect(headers.get_by_role("radio").first).to_be_visible()
    assert headers.evaluate(CLIPPED) == []


def test_button_of_a_file_has_the_colours_of_the_page(new, dialog):
    tool(new, "Read a file…").click()
    look = """(e) => {
      const style = getComputedStyle(e, "::file-selector-button");
      return [style.color, getComputedStyle(e.form).color, style.backgroundColor];
    }"""
    seen = []
    for scheme in ("light", "dark"):
        new.emulate_media(color_scheme=scheme)
        words, around, ground = dialog.get_by_label("File").evaluate(look)
        assert words == around
        seen.append(ground)
    assert seen == ["rgb(244, 239, 230)", "rgb(28, 34, 41)"]


def test_panel_is_accessible(read, new):
    looks = {"light": 360, "dark": 1280}
    assert violations(new, ALL_RULES, looks, "dialog[open]") == []


class TestTotals:
    LINES = (["Area", "Pay"], ["Leeds", "612"], ["York", "655"], ["Insgesamt", "640"])

    @pytest.fixture
    def pasted(self, new):
        paste(new, *self.LINES)
        expect(new.locator(".grid-inferred")).to_contain_text("“Insgesamt” is named")
        return new

    def test_of_a_plain_paste_is_proposed_and_marked_by_one_click(self, pasted):
        pasted.get_by_role("button", name="Mark it as a total").click()
        assert cells(pasted)[:4] == [
            ["Area", "Pay", "Mark"],
            ["Leeds", "612", ""],
            ["York", "655", ""],
            ["Insgesamt", "640", "total"],
        ]
        button = pasted.get_by_role("button", name="Mark it as a total")
        expect(button).to_have_count(0)

    def test_marking_is_undone_and_proposed_again(self, pasted):
        pasted.get_by_role("button", name="Mark it as a total").click()
        tool(pasted, "Undo").click()
        assert cells(pasted)[0] == ["Area", "Pay"]
        button = pasted.get_by_role("button", name="Mark it as a total")
        expect(button).to_be_visible()

    def test_row_that_moved_is_the_one_that_is_marked(self, pasted):
        cell(pasted, 3, "Area").click()
        tool(pasted, "Row up").click()
        pasted.get_by_role("button", name="Mark it as a total").click()
        assert cells(pasted)[2] == ["Insgesamt", "640", "total"]


PASTED = {
    "MySQL": (
        "+-----+-----+\n| Job | Pay |\n+-----+-----+\n| A   |   1 |\n| B   |   2 |",
        ["Job", "Pay"],
    ),
    "SQLite": (
        "│ Job │ Pay │\n├─────┼─────┤\n│ A   │   1 │\n│ B   │   2 │",
        ["Job", "Pay"],
    ),
    "Markdown": (
        "| Job | Pay |\n|:--|--:|\n| A \\| B | 1 |\n| C | 2 |",
        ["Job", "Pay"],
    ),
    "years": (
        "Job\t2022\t2022\n\tMen\tWomen\nA\t1\t2\nB\t3\t4",
        ["Job", "2022 Men", "2022 Women"],
    ),
    "flags": (
        "GEO\t2021\t\t2022\nMalta\t6.2\t\t4\nItaly\t7\tb\t5",
        ["GEO", "2021", "2022"],
    ),
}


@pytest.mark.parametrize(("text", "names"), PASTED.values(), ids=PASTED)
def test_what_is_drawn_or_has_more_names_is_read_as_a_file(new, dialog, text, names):
    plain = PASTE.replace('transfer.setData("text/html", "<table></table>");', "")
    grid(new).focus()
    grid(new).evaluate(plain, text)
    put(dialog).click()
    expect(new.locator("#id_numbers")).to_have_value(re.compile("^" + "\t".join(names)))
