"""Write days since 1904, days that a spreadsheet made of ages, and days in text."""

from datetime import datetime

from openpyxl import Workbook

from .dates import CHRISTMAS, DAYS, JOBS, MARCH, NEW_YEAR, dated
from .model import ASKED, REFUSED, file, number, table, text
from .writing import lines_of, saved, separated, text_file, workbook


def files():
    yield from _among_labels()
    yield from _texts()
    for code, shown in (
        ("yyyy-mm-dd", DAYS),
        ("mmm yy", ("Jan 24", "Dec 24", "Mar 24")),
    ):
        values = [value - 1462 for value in (NEW_YEAR, CHRISTMAS, MARCH)]
        right = table(text("Job", *JOBS), text("When", *shown))
        yield file(
            f"days since 1904 as {code}",
            "a.xlsx",
            lambda c=code, v=values: _since_1904(c, v),
            right,
        )
    hours = table(text("Job", *JOBS), text("When", "36:00", "6:00", "99:00"))
    yield file(
        "hours of a workbook of 1904",
        "a.xlsx",
        lambda: _since_1904("[h]:mm", (1.5, 0.25, 4.125)),
        hours,
    )
    early = ("1900-01-01", "1900-02-28", "1900-03-01")
    yield dated("the first days", "yyyy-mm-dd", (1, 59, 61), text("When", *early))
    # Spreadsheets show signs of a cell that is too narrow.
    yield dated(
        "time below nought",
        "h:mm",
        (0.5, -0.25, 0.75),
        text("When", "12:00", ("-6:00", "18:00", "########", None), "18:00"),
        also=(ASKED, REFUSED),
    )
    yield dated(
        "day beyond the last",
        "yyyy-mm-dd",
        (NEW_YEAR, 3000000, MARCH),
        text("When", DAYS[0], ("3000000", "########", None), DAYS[2]),
        also=(ASKED, REFUSED),
    )


def _since_1904(code, values):
    book = Workbook()
    book.active.append(["Job", "When"])
    for job, value in zip(JOBS, values, strict=True):
        book.active.append([job, value])
        book.active.cell(book.active.max_row, 2).number_format = code
    # openpyxl would convert what is a date, but leaves numbers as they are.
    book.epoch = datetime(1904, 1, 1)
    return saved(book)


def _among_labels():
    """What a spreadsheet made of 5-10: said where a day stands among labels."""
    for code, shown in (
        ("d-mmm", "10-May"),
        ("mmm-yy", "May-10"),
        ("d. mmm", "10. May"),
    ):
        values = {"10-May": 45422, "May-10": 40299, "10. May": 45422}
        rows = [["Age", "Jobs"], [values[shown], 12.5], ["11-15", 7], ["16-20", 3]]
        right = table(
            text("Age", shown, "11-15", "16-20"),
            number("Jobs", "12.5", "7", "3"),
            says="date",
        )
        yield file(
            f"an age became {shown}",
            "a.xlsx",
            workbook(*rows, formats={"A2": code}),
            right,
            also=ASKED,
        )


def _texts():
    for name, cells in (
        ("ISO days in text", DAYS),
        ("German days in text", ("31.12.2024", "24.12.2024", "06.01.2025")),
        ("months in text", ("Jan 2024", "Feb 2024", "Mar 2024")),
        ("times in text", ("9:30", "10:45", "23:59")),
        ("times with a point in text", ("9.30 am", "10.45 am", "11.59 pm")),
        ("weeks", ("2024-W01", "2024-W02", "2024-W03")),
        ("lost ages in text", ("10-May", "11-15", "16-20")),
        ("durations", ("36:00:00", "1:30:15", "0:45:00")),
    ):
        lines = lines_of(("Job", "When"), JOBS, cells)
        right = table(text("Job", *JOBS), text("When", *cells))
        yield file(name, "a.csv", text_file(separated(lines, ";")), right, also=ASKED)
