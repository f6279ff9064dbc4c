"""Write numbers with words beside them in text, and rare words for no value."""

from .model import ASKED, REFUSED, file, number, percent, table, text, year
from .writing import lines_of, separated, text_file

TOWNS = ("London", "Leeds", "York", "Hull", "Deal")
BOTH = (ASKED, REFUSED)
UNITS = (  # how a cell is written, and its number
    ("{} kg", "kg"),
    ("{} hours", "hours"),
    ("{}h", "h"),
    ("{} days", "days"),
    ("{} km", "km"),
    ("{}x", "x"),
    ("{} years", "years"),
    ("{} p", "p"),
    ("{}pp", "pp"),
    ("{} Std.", "Std."),
    ("{}°", "°"),
    ("{}/10", "/10"),
    ("{}‰", "‰"),
)
NUMBERS = ("31.5", "28.25", "7", "26.5", "25.25")
UNKNOWN = (
    *("suppressed", "not available", "unknown", "conf.", "(X)", "D", "S", "***", "?"),
    *("tbc", "nil", "n. v.", "keine Angabe", "•", "/", "(NA)", "#", "§", "o", "…*"),
)


def files():
    for template, word in UNITS:
        cells = [template.format(value) for value in NUMBERS]
        yield _file(f"unit {template}", cells, _read(NUMBERS, word), _kept(cells))
    for mark in UNKNOWN:
        cells = [*NUMBERS[:2], mark, *NUMBERS[3:]]
        values = [*NUMBERS[:2], None, *NUMBERS[3:]]
        yield _file(f"no value {mark}", cells, _read(values, mark), _kept(cells))
    for name, cells, *columns in (
        (
            "fractions",
            ("1/2", "3/4", "1 1/2", "2", "1/4"),
        ),
        (
            "ranges",
            ("85-90", "100–120", "7-9", "1-2", "3-4"),
        ),
        (
            "times",
            ("5:30", "6:45", "7:00", "8:15", "9:00"),
        ),
        (
            "ordinals",
            ("1st", "2nd", "3rd", "4th", "5th"),
        ),
        (
            "shared ranks",
            ("1", "=2", "=2", "4", "5"),
        ),
        (
            "ratios",
            ("1:2", "3:4", "1:20", "2:3", "1:4"),
        ),
        (
            "number and percent",
            ("12 (31%)", "7 (18%)", "3 (8%)", "9 (23%)", "8 (20%)"),
        ),
        (
            "margin",
            ("12±2", "7±1", "3±1", "9±2", "8±1"),
            ("12", "7", "3", "9", "8"),
        ),
        (
            "footnote digits",
            ("12¹", "7²", "3³", "9¹", "8²"),
            ("12", "7", "3", "9", "8"),
        ),
        (
            "phones in brackets",
            ("(020)", "(0113)", "(01904)", "(01482)", "(01304)"),
        ),
        (
            "bracketed codes",
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ("-1", "-2", "-3", "-4", "-5"),
        ),
        (
            "versions",
            ("1.2.3", "1.10.0", "2.0.0", "2.1.0", "3.0.1"),
        ),
        (
            "addresses",
            ("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.1.1", "10.1.0.1"),
        ),
        (
            "grouped oddly",
            ("1,2345", "12,34", "1,2,3", "12,3456", "1,23"),
        ),
        (
            "two points",
            ("1.2.3", "31.5", "28.25", "26.5", "25.25"),
        ),
        (
            "letters within",
            ("1O5", "28", "2l", "26", "25"),
        ),
        (
            "hexadecimal",
            ("1F", "2A", "10", "22", "3C"),
        ),
        (
            "exponents of codes",
            ("1E5", "2E7", "3A1", "4B2", "5E1"),
        ),
        (
            "genes",
            ("SEPT2", "MARCH1", "DEC1", "OCT4", "NOV"),
        ),
        (
            "truth",
            ("true", "false", "TRUE", "no", "yes"),
        ),
    ):
        readings = [table(text("Town", *TOWNS), text("Value", *cells))]
        for values in columns:
            readings.append(table(text("Town", *TOWNS), number("Value", *values)))
        yield _file(f"kept: {name}", cells, *readings)
    yield from _years()


def _file(name, cells, *readings):
    lines = lines_of(("Town", "Value"), TOWNS, cells)
    return file(name, "a.csv", text_file(separated(lines, ";")), *readings, also=BOTH)


def _read(values, word):
    return table(text("Town", *TOWNS), number("Value", *values), says=word)


def _kept(cells):
    return table(text("Town", *TOWNS), text("Value", *cells), says="text")


def _years():
    """Numbers that look like years, by what their label says."""
    for label, cells, is_year in (
        ("Founded", ("1950", "1951", "1952", "1960", "1999"), None),
        ("Since", ("2001", "1999", "2015", "1987", "2020"), None),
        ("Postcode", ("1010", "1500", "2100", "1900", "2000"), False),
        ("Calories", ("1800", "1650", "2050", "1700", "2100"), False),
        ("Price", ("1999", "1850", "2199", "1500", "1750"), False),
        ("Seats", ("1999", "1850", "2199", "1500", "1750"), False),
        ("Population", ("2019", "2020", "2021", "2022", "2023"), False),
        ("Students per year", ("1650", "1720", "1800", "1910", "2000"), False),
        ("Yearly pay", ("1650", "1720", "1800", "1910", "2000"), False),
        ("Jahresgehalt", ("1650", "1720", "1800", "1910", "2000"), False),
        ("Hours worked in a year", ("1650", "1720", "1800", "1910", "2000"), False),
        ("End year", ("2019", "2020", "2021", "2022", "2023"), True),
        ("Census year", ("1991", "2001", "2011", "2021", "2031"), True),
    ):
        lines = lines_of(("Town", label), TOWNS, cells)
        readings = []
        if is_year is not False:
            readings.append(table(text("Town", *TOWNS), year(label, *cells)))
        if not is_year:
            readings.append(table(text("Town", *TOWNS), number(label, *cells)))
            readings.append(table(text("Town", *TOWNS), text(label, *cells)))
        yield file(
            f"years? {label}",
            "a.csv",
            text_file(separated(lines)),
            *readings,
            also=ASKED,
        )
    shares = ("12 %", "7 percent", "3 per cent", "9%", "8 pct")
    right = table(text("Town", *TOWNS), percent("Value", "12", "7", "3", "9", "8"))
    yield _file(
        "percent in words",
        shares,
        right,
        table(text("Town", *TOWNS), text("Value", *shares), says="text"),
    )
