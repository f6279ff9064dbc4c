"""Write workbooks of several sheets, of which one holds the table."""

from openpyxl import Workbook

from .areas import AREAS, BOTH, PAY, pay, rows_of
from .model import file, number, percent, table, text
from .writing import saved, workbook


def files():
    shares = [0.315, 0.25, 0.2, 0.235]
    for name, sheets, right in (
        (
            "notes first, table second",
            {"Notes": [["Note"], ["Full-time only"]], "1": _plain()},
            pay(says="sheet"),
        ),
        (
            "two tables, second larger",
            {"Small": [["Area", "Pay"], ["London", 31.5]], "Large": _plain()},
            None,
        ),
        ("empty first sheet", {"Sheet1": [], "Pay": _plain()}, pay()),
        (
            "contents with numbers",
            {
                "Contents": [["Table", "Title"], [1, "Pay"], [2, "Jobs"]],
                "1": _plain(),
                "2": _plain(),
            },
            pay(says="sheet"),
        ),
        (
            "chart data last",
            {
                "Dashboard": [["Pay dashboard"], [], [None, "See sheet Data"]],
                "Data": _plain(),
            },
            pay(says="sheet"),
        ),
        (
            "read me first",
            {
                "READ ME": [
                    ["Licence", "Open"],
                    ["Contact", "a@b.org"],
                    ["Version", 1.2],
                ],
                "Data": _plain(),
            },
            pay(says="sheet"),
        ),
    ):
        # The first sheet that may be a table is no fault, as long as it is named.
        other = {"two tables, second larger": _small(), "read me first": _licence()}
        readings = [right or pay(says="sheet")]
        readings += [other[name]] if name in other else []
        yield file(name, "a.xlsx", lambda s=sheets: _book(s), *readings, also=BOTH)
    rows = [["Area", "Share"], *rows_of(AREAS, shares)]
    right = table(text("Area", *AREAS), percent("Share", "31.5", "25", "20", "23.5"))
    yield file(
        "an Excel table with a total",
        "a.xlsx",
        workbook(*rows, formats={"B": "0.0%"}),
        right,
    )


def _plain():
    return [["Area", "Pay"], *rows_of(AREAS, PAY)]


def _small():
    return table(text("Area", "London"), number("Pay", "31.5"), says="sheet")


def _licence():
    cells = ("Contact", "Version"), ("a@b.org", "1.2")
    return table(text("Licence", *cells[0]), text("Open", *cells[1]), says="sheet")


def _book(sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)
