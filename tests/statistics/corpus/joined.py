"""Write merged cells among rows, empty rows, columns called Mark, and markup."""

from datetime import date, timedelta

from .model import ASKED, REFUSED, file, number, percent, table, text
from .writing import text_file, workbook

BOTH = (ASKED, REFUSED)


def files():
    rows = (
        ["Region", "Sex", "Pay"],
        ["North", "m", 500],
        [None, "f", 450],
        ["South", "m", 600],
        [None, "f", 550],
    )
    regions = text("Region", "North", "North", "South", "South")
    sex = text("Sex", "m", "f", "m", "f")
    pay = number("Pay", "500", "450", "600", "550")
    yield file(
        "names that span rows",
        "a.xlsx",
        workbook(*rows, change=_merging("A2:A3", "A4:A5")),
        table(regions, sex, pay, says="North"),
    )
    yield file(
        "names that span rows, the first of them hidden",
        "a.xlsx",
        workbook(*rows, change=_hiding(2, "A2:A3", "A4:A5")),
        table(
            text("Region", "North", "South", "South"),
            text("Sex", "f", "m", "f"),
            number("Pay", "450", "600", "550"),
            says=("hidden", "North"),
        ),
    )
    titled = (["Pay by region"], [], *rows, [], ["Source: ONS"])
    yield file(
        "names that span rows, a title and a note that span columns",
        "a.xlsx",
        workbook(*titled, change=_merging("A1:C1", "A4:A5", "A6:A7", "A9:C9")),
        table(regions, sex, pay, says=("North", "above", "below")),
    )
    yield file(
        "a number that spans rows",
        "a.xlsx",
        workbook(
            ["Job", "Pay"], ["Cook", 31.5], ["Baker", None], ["Driver", 40],
            change=_merging("B2:B3"),
        ),
        table(
            text("Job", "Cook", "Baker", "Driver"),
            number("Pay", "31.5", "31.5", "40"),
            says="31.5",
        ),
    )  # fmt: skip
    yield file(
        "a number that spans columns",
        "a.xlsx",
        workbook(
            ["Job", "Men", "Women"], ["Cook", 31.5, 30], ["Baker", 28, None],
            ["Driver", 40, 41], change=_merging("B3:C3"),
        ),
        table(
            text("Job", "Cook", "Baker", "Driver"),
            number("Men", "31.5", "28", "40"),
            number("Women", "30", None, "41"),
            says="28",
        ),
    )  # fmt: skip
    yield from _text()
    times = [["Job", "When"], ["a", date(2024, 5, 10)], ["b", timedelta(hours=33)]]
    right = table(text("Job", "a", "b"), text("When", "2024-05-10", "33:00:00"))
    yield file("a duration beside a day", "a.xlsx", workbook(*times), right)


def _text():
    for sign in ("..", "n/a", "-", ":"):
        written = f"Jobs,Pay\n5,100\n{sign},{sign}\n7,200\n"
        right = table(
            number("Jobs", "5", "7"), number("Pay", "100", "200"), says="empty"
        )
        yield file(f"a row of {sign}", "a.csv", text_file(written), right)
    pupils = text("Pupil", "Ann", "Bob", "Eve")
    for name, cells, column in (
        ("percent", ("65%", "72%", "58%"), percent("Mark", "65", "72", "58")),
        ("numbers", ("65", "72", "58"), number("Mark", "65", "72", "58")),
        ("letters", ("A", "B+", "A-"), text("Mark", "A", "B+", "A-")),
    ):
        lines = "\n".join(map(",".join, zip(pupils.cells, cells, strict=True)))
        written = f"Pupil,Mark\n{lines}\n"
        for at in ("a.csv", ""):
            kind = "file" if at else "paste"
            right = table(pupils, column, says="Mark") if at else table(pupils, column)
            yield file(
                f"marks of a school, {name}, {kind}", at, text_file(written), right
            )
    for name, written in (
        ("HTML", "<table><tr><td>Cook</td><td>31.5</td></tr></table>\n"),
        ("rows of HTML", "<tr><td>Cook</td><td>31.5</td></tr>\n<tr><td>x</td></tr>\n"),
        ("LaTeX rows", "Job & Pay \\\\\nCook & 31,5 \\\\\nBaker & 28 \\\\ \\hline\n"),
        ("LaTeX", "\\begin{tabular}{ll}\nJob & Pay \\\\\n\\end{tabular}\n"),
        ("JSON", '[{"job": "Cook", "pay": 31.5}]\n'),
    ):
        for at in ("a.csv", ""):
            kind = "file" if at else "paste"
            yield file(f"{name}, {kind}", at, text_file(written), also=REFUSED)
    nameless = "Job,Town,Pay\n,Hull,unknown\nCook,York,31.5\nBaker,Leeds,28.25\n"
    towns = text("Town", "Hull", "York", "Leeds")
    right = table(
        text("Job", None, "Cook", "Baker"), towns, number("Pay", None, "31.5", "28.25")
    )
    kept = table(
        right.columns[0], towns, text("Pay", "unknown", "31.5", "28.25"), says="text"
    )
    yield file(
        "a first row without a name",
        "a.csv",
        text_file(nameless),
        right,
        kept,
        also=BOTH,
    )


def _hiding(row, *ranges):
    def change(sheet):
        _merging(*ranges)(sheet)
        sheet.row_dimensions[row].hidden = True

    return change


def _merging(*ranges):
    def change(sheet):
        for cells in ranges:
            sheet.merge_cells(cells)

    return change
