"""Use the grid of a table in the admin as editors do."""

from playwright.sync_api import expect

NEW = "/admin/statistics/stattable/add/"
PASTE = """(element, text) => {
  const transfer = new DataTransfer();
  transfer.setData("text/plain", text);
  transfer.setData("text/html", "<table></table>");
  element.dispatchEvent(new ClipboardEvent(
    "paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
}"""


def open_grid(page, path):
    page.goto(path)
    expect(page.get_by_role("grid", name="Cells of the table")).to_be_visible()
    expect(page.locator(".grid-said")).to_contain_text("title")
    return page


def grid(page):
    return page.get_by_role("grid")


def paste(page, *lines):
    text = "\n".join("\t".join(line) for line in lines)
    grid(page).focus()
    grid(page).evaluate(PASTE, text)


def cells(page):
    """The text that is saved."""
    return [
        line.split("\t")
        for line in page.locator("#id_numbers").input_value().split("\n")
    ]


def head(page, name):
    return page.locator(".grid-table").get_by_role("columnheader", name=name)


def cell(page, row, name):
    """Looked for anew each time: a table that is read again has other columns."""
    named = f'//*[@role="columnheader"][contains(., "{name}")]/@tabulator-field'
    rows = grid(page).get_by_role("row")
    return rows.nth(row - 1).locator(f"xpath=./*[@tabulator-field={named}]")


def tool(page, name):
    return page.get_by_role("toolbar", name="Table").get_by_role(
        "button", name=name, exact=True
    )
