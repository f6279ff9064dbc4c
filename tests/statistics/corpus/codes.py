"""Write codes and numbers that are names, whose digits must all be kept."""

from .model import ASKED, REFUSED, file, number, table, text
from .writing import lines_of, separated, text_file, workbook

AREAS = ("London", "Leeds", "York", "Hull")
CALLS = ("10", "9", "8", "7")
CODES = {
    "Dial code": ("020", "0113", "01904", "01482"),
    "Postcode": ("01067", "80331", "50667", "20095"),
    "SIC": ("01.11", "62.01", "85.42", "86.10"),
    "Course": ("007", "101", "202", "303"),
    "Level": ("0", "00", "01", "02"),
    "Account": ("0000123", "0004567", "0000089", "0100000"),
    "Phone": ("+44 20 7946", "+44 113 496", "+44 1904 62", "+44 1482 30"),
    "Band": ("1-2", "3-5", "6-10", "11+"),
    "Grade": ("3/4", "1/2", "7/8", "9/10"),
    "Room": ("12E3", "7E10", "45A1", "3B2"),
    "Hex": ("0x1F", "0xA0", "0x00", "0xFF"),
    "Flat": ("1A", "2", "3", "4"),
    "ISBN": ("978-3-16", "978-0-30", "978-1-40", "978-0-12"),
    "Ward": ("E05000001", "E05000002", "W05000003", "S13000004"),
    "Time": ("09:30", "10:45", "08:00", "23:59"),
    "Value": ("inf", "nan-1", "infinity", "1_000"),
}


def files():
    for label, cells in CODES.items():
        for form in ("csv", "paste", "workbook"):
            # One form of the less usual ones is enough.
            usual = label in ("Dial code", "Postcode", "SIC", "Course", "Level")
            if usual or form == ("csv", "paste", "workbook")[len(label) % 3]:
                yield _file(label, cells, form)
    yield from _padded()
    yield from _long()


def _file(label, cells, form):
    lines = lines_of(("Area", label, "Calls"), AREAS, cells, CALLS)
    right = table(text("Area", *AREAS), text(label, *cells), number("Calls", *CALLS))
    if form == "workbook":
        rows = [[*line[:2], int(line[2])] for line in lines[1:]]
        return file(
            f"{label} workbook", "a.xlsx", workbook(lines[0], *rows), right, also=ASKED
        )
    separator, name = (",", "a.csv") if form == "csv" else ("\t", "")
    written = separated(lines, separator)
    return file(f"{label} {form}", name, text_file(written), right, also=ASKED)


def _padded():
    """Numbers of a workbook that their format fills up with noughts."""
    for code, values, shown in (
        ("0000", (7, 113, 1904, 0), ("0007", "0113", "1904", "0000")),
        ("00000", (1067, 80331, 50667, 20095), ("01067", "80331", "50667", "20095")),
        ("00-00", (1234, 105, 2020, 7), ("12-34", "01-05", "20-20", "00-07")),
        ("000", (700, 113, 904, 100), ("700", "113", "904", "100")),
        ("0000.0", (7.5, 113, 19.5, 0), ("0007.5", "0113.0", "0019.5", "0000.0")),
        (
            '"E"00000000',
            (5000001, 5000002, 3, 4),
            ("E05000001", "E05000002", "E00000003", "E00000004"),
        ),
    ):
        rows = [["Area", "Code"], *map(list, zip(AREAS, values, strict=True))]
        right = [table(text("Area", *AREAS), text("Code", *shown))]
        if code in ("000", "0000.0"):
            right.append(table(text("Area", *AREAS), number("Code", *map(str, values))))
        yield file(
            f"format {code}",
            "a.xlsx",
            workbook(*rows, formats={"B": code}),
            *right,
            also=ASKED,
        )


def _long():
    digits = ("12345678901234567890123456789012", "2", "3", "4")
    lines = lines_of(("Area", "Number"), AREAS, digits)
    right = table(text("Area", *AREAS), text("Number", *digits))
    yield file(
        "more digits than a number takes",
        "a.csv",
        text_file(separated(lines)),
        right,
        also=(ASKED, REFUSED),
    )
    cards = (
        "4111111111111111",
        "5500000000000004",
        "3400000000000009",
        "30000000000004",
    )
    lines = lines_of(("Area", "Card"), AREAS, cards)
    yield file(
        "sixteen digits",
        "a.csv",
        text_file(separated(lines)),
        table(text("Area", *AREAS), number("Card", *cards)),
        table(text("Area", *AREAS), text("Card", *cards)),
    )
    noughts = ("0", "12", "0", "7")
    lines = lines_of(("Area", "Jobs"), AREAS, noughts)
    yield file(
        "nought is a number",
        "a.csv",
        text_file(separated(lines)),
        table(text("Area", *AREAS), number("Jobs", *noughts)),
    )
    shares = ("0.5", "0.25", "0", "1.0")
    lines = lines_of(("Area", "Share"), AREAS, shares)
    yield file(
        "nought before the point",
        "a.csv",
        text_file(separated(lines)),
        table(text("Area", *AREAS), number("Share", *shares)),
    )
