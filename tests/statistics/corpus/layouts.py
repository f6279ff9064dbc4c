"""Write tables as offices publish them: titles, notes, covers, headers, totals."""

from openpyxl import Workbook

from .model import ASKED, file, number, table, text
from .pairs import all_pairs
from .writing import saved, separated, text_file

AREAS = ("London", "Leeds", "York", "Hull")
MEN = ("31.5", "28.25", "27.75", "26.5")
WOMEN = ("29.5", "27.25", "26.25", "25.75")
ABOVE = {
    "none": [],
    "title": [["Table 1: Median pay by area"]],
    "title and notes": [
        ["Table 1: Median pay by area"],
        ["This worksheet contains one table."],
        ["Source: Annual Survey of Hours and Earnings"],
    ],
    "title and blank": [["Median pay, 2024"], [], ["Pounds per hour"], []],
    "title of two cells": [["Table 1", "Median pay by area"], []],
}
BELOW = {
    "none": [],
    "source": [["Source: Office for National Statistics, 2024"]],
    "shorthand": [["[x] not available"], ["[c] confidential"]],
    "blank and notes": [[], ["Notes"], ["1. Full-time employees only."]],
    "long note": [[], ["Pay is gross, before tax, for the week of 24 April 2024."]],
}
TOTALS = {
    "none": None,
    "Total last": ("Total", False),
    "All first": ("All", True),
    "All areas last": ("All areas", False),
}


def files():
    for each in all_pairs(
        allowed=_makes_sense,
        above=tuple(ABOVE),
        below=tuple(BELOW),
        total=tuple(TOTALS),
        header=("one line", "two lines"),
        sheets=("alone", "after a cover", "after cover and contents", "before notes"),
        corner=("A", "B"),
        form=("workbook", "csv", "paste"),
    ):
        yield _file(**each)


def _makes_sense(above, below, total, header, sheets, corner, form):
    plain = header == "one line" and corner == "A" and sheets == "alone"
    return form == "workbook" or plain


def _file(above, below, total, header, sheets, corner, form):
    areas, men, women, totals = _with_total(total)
    names = [["Area", "Men", "Women"]]
    if header == "two lines":
        names = [["Area", "2024", ""], ["", "Men", "Women"]]
    body = [list(row) for row in zip(areas, men, women, strict=True)]
    lines = [*ABOVE[above], *names, *body, *BELOW[below]]
    labels = ("Men", "Women")
    if header == "two lines":
        labels = (("2024", "Men"), ("2024", "Women"))
    says = ["above"] * (above != "none") + ["below"] * (below != "none")
    says += ["total"] * (total != "none") + ["sheet"] * (sheets != "alone")
    right = table(
        text("Area", *areas),
        number(labels[0], *men),
        number(labels[1], *women),
        says=says,
        totals=totals,
    )
    name = (
        f"above {above}, below {below}, {total}, {header}, {sheets}, {corner}, {form}"
    )
    if form == "workbook":
        place = corner == "B"
        make = lambda: _book(lines, len(ABOVE[above]), header, sheets, place)  # noqa: E731
        return file(name, "a.xlsx", make, right, also=ASKED)
    separator, at = (",", "a.csv") if form == "csv" else ("\t", "")
    if form == "paste":  # which says nothing, but the grid shows it
        right = table(*right.columns, totals=totals)
    return file(name, at, text_file(separated(lines, separator)), right, also=ASKED)


def _with_total(total):
    """The columns with a total's row, and where it stands."""
    if not TOTALS[total]:
        return AREAS, MEN, WOMEN, ()
    label, first = TOTALS[total]
    columns = (AREAS, MEN, WOMEN)
    cells = (label, "28.5", "27.25")
    if first:
        joined = [(cell, *c) for cell, c in zip(cells, columns, strict=True)]
    else:
        joined = [(*c, cell) for cell, c in zip(cells, columns, strict=True)]
    return *joined, (1,) if first else (5,)


def _book(lines, above, header, sheets, moved):
    book = Workbook()
    sheet = book.active
    sheet.title = "Table 1"
    for number_, line in enumerate(lines, 1):
        for place, cell in enumerate(line, 1 + moved):
            if cell != "":
                sheet.cell(number_, place, _typed(cell))
    if header == "two lines":
        row = above + 1
        sheet.merge_cells(None, row, 2 + moved, row, 3 + moved)
        sheet.merge_cells(None, row, 1 + moved, row + 1, 1 + moved)
    if sheets.startswith("after"):
        cover = book.create_sheet("Cover", 0)
        cover.append(["Pay in 2024"])
        cover.append(["Office for National Statistics"])
        cover.append(["Contact: someone@example.org"])
    if sheets == "after cover and contents":
        contents = book.create_sheet("Contents", 1)
        contents.append(["Sheet", "What it holds"])
        contents.append(["Table 1", "Median pay by area"])
    if sheets == "before notes":
        notes = book.create_sheet("Notes")
        notes.append(["Note", "Text"])
        notes.append([1, "Full-time employees only."])
    return saved(book)


def _typed(cell):
    try:
        return float(cell) if "." in cell else cell
    except ValueError:
        return cell
