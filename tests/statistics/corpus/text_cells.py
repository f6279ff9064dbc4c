"""Write text cells of workbooks, which are read as the text of a CSV is."""

from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import workbook

JOBS = ("Cook", "Doctor", "Driver")


def files():
    for name, cells, readings, also, mark in (
        (
            "points that end thousands or decimals",
            ("45.300", "85.100", "61.250"),
            (),
            ASKED,
            "",
        ),
        (
            "commas that end thousands or decimals",
            ("45,300", "85,100", "61,250"),
            (),
            ASKED,
            "",
        ),
        (
            "points, and the comma chosen",
            ("45.300", "85.100", "61.250"),
            ("45300", "85100", "61250"),
            (),
            ",",
        ),
        (
            "commas, and the point chosen",
            ("1,234", "85,100", "7"),
            ("1234", "85100", "7"),
            (),
            ".",
        ),
        ("decimal commas", ("1,5", "2,25", "10"), ("1.5", "2.25", "10"), (), ""),
        (
            "decimal commas, and the comma chosen",
            ("1,5", "2,25", "10"),
            ("1.5", "2.25", "10"),
            (),
            ",",
        ),
        (
            "decimal commas, and the point chosen",
            ("1,5", "2,25", "10"),
            ("1.5", "2.25", "10"),
            (ASKED, REFUSED),
            ".",
        ),
        (
            "numbers and the comma chosen",
            (1.234, 2.5, 1000),
            ("1.234", "2.5", "1000"),
            (),
            ",",
        ),
        (
            "numbers beside text with a comma",
            (2.5, "1,5", 3),
            ("2.5", "1.5", "3"),
            ASKED,
            "",
        ),
        ("numbers beside text read in two ways", (2.5, "1,234", 3), (), ASKED, ""),
        (
            "numbers beside text, comma chosen",
            (2.5, "1.234", 3),
            ("2.5", "1234", "3"),
            (),
            ",",
        ),
        ("whole numbers as text", ("12", "7", "130"), ("12", "7", "130"), (), ""),
        (
            "numbers with spaces around",
            (" 12 ", "7", "130 "),
            ("12", "7", "130"),
            (),
            "",
        ),
        (
            "groups by no-break spaces",
            ("12\u00a0500", "7\u00a0000", "950"),
            ("12500", "7000", "950"),
            (),
            "",
        ),
        ("no value as a dash", (12.5, "-", 130), ("12.5", None, "130"), (), ""),
        ("no value as an empty text", (12.5, "", 130), ("12.5", None, "130"), (), ""),
    ):
        lines = [["Job", "Pay"], *map(list, zip(JOBS, cells, strict=True))]
        right = (
            [table(text("Job", *JOBS), number("Pay", *readings))] if readings else []
        )
        yield file(
            name, "a.xlsx", workbook(*lines), *right, also=also, decimal_mark=mark
        )
    yield from _kinds()


def _kinds():
    for name, cells, column in (
        (
            "dollars as text",
            ("$1,234.50", "$85.25", "$7"),
            money("Pay", "USD", "1234.50", "85.25", "7"),
        ),
        (
            "euros as German text",
            ("1.234,50 €", "85,25 €", "7 €"),
            money("Pay", "EUR", "1234.50", "85.25", "7"),
        ),
        ("percent as text", ("12.5%", "7%", "-3%"), percent("Pay", "12.5", "7", "-3")),
        ("truth", (True, False, True), text("Pay", "TRUE", "FALSE", "TRUE")),
        (
            "days as text",
            ("31.12.2024", "24.12.2024", "06.01.2025"),
            text("Pay", "31.12.2024", "24.12.2024", "06.01.2025"),
        ),
        (
            "lines in a cell",
            ("two\nlines", "one", "x"),
            text("Pay", ("two\nlines", "two lines"), "one", "x"),
        ),
        (
            "tabs in a cell",
            ("two\tparts", "one", "x"),
            text("Pay", ("two\tparts", "two parts"), "one", "x"),
        ),
        (
            "quotation marks",
            ('a "good" job', '"x"', "it's"),
            text("Pay", 'a "good" job', '"x"', "it's"),
        ),
        (
            "formula-like text",
            ("+44 20", "@home", "-x"),
            text("Pay", "+44 20", "@home", "-x"),
        ),
        ("ranges", ("16-24", "25–34", "65+"), text("Pay", "16-24", "25–34", "65+")),
        ("percent as a number and as text", (0.125, "7%", "-3%"), None),
    ):
        lines = [["Job", "Pay"], *map(list, zip(JOBS, cells, strict=True))]
        readings = [table(text("Job", *JOBS), column)] if column else []
        also = () if column else (ASKED, REFUSED)
        also = (ASKED,) if name == "dollars as text" else also
        yield file(name, "a.xlsx", workbook(*lines), *readings, also=also)
    two = [["Job", "Pay", "Share"], ["Cook", "45,300", 1.5], ["Doctor", "85,100", 2.25]]
    # A cell of type number is no evidence for how text is written.
    yield file("numbers in another column", "a.xlsx", workbook(*two), also=ASKED)
