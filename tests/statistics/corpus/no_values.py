"""Write signs for no value, marks beside a value, and unusual numbers."""

from .model import ASKED, REFUSED, file, number, table, text
from .writing import lines_of, separated, text_file, workbook

TOWNS = ("London", "Leeds", "York", "Hull", "Deal")
PAY = ("31.5", "28.25", "27.75", "26.5", "25.25")
# A mark for no value, and whether it says more than that.
NO_VALUE = dict.fromkeys(
    [
        "--",
        "NaN",
        "NULL",
        "None",
        "n/a",
        "N/A",
        "#N/A",
        "..",
        "-",
        "–",
        "—",
        ".",
        "n.a.",
        "NA",
        "…",
    ]
    + ["k. A."],
    False,
) | dict.fromkeys(
    [":", "x", "c", "[x]", "[c]", "[low]", "[z]", "*", "(c)", "z", "[u]"], True
)
BESIDE = (
    *("27.75*", "27.75p", "27.75 (p)", "27.75r", "27.75e", "27.75†", "27.75[1]"),
    *("27.75 [p]", "27.75¹", "27.75(1)", "~27.75", "ca. 27.75", "≈27.75", "27.75 b"),
)
LIMITS = ("<5", ">100", "≤5", "5+", "under 5", "<0.5", "1–4")
WAYS = {  # how a number may be written, and what it is
    "en dash": ("–12.5", "-12.5"),
    "minus": ("−12.5", "-12.5"),
    "minus and space": ("- 12.5", "-12.5"),
    "brackets": ("(12.5)", "-12.5"),
    "exponent": ("1.2E+05", "120000"),
    "small exponent": ("1.25e-2", "0.0125"),
    "zero-width space": ("\u200b12.5", "12.5"),
    "direction mark": ("\u200e12.5", "12.5"),
    "byte order mark within": ("\ufeff12.5", "12.5"),
    "no-break space": ("12.5\u00a0", "12.5"),
    "plus": ("+12.5", "12.5"),
    "without nought": (".5", "0.5"),
    "ends with a point": ("12.", "12"),
    "full width": ("１２.５", "12.5"),
}


def files():
    for number_, (mark, meant) in enumerate(NO_VALUE.items()):
        form = ("csv", "paste", "workbook")[number_ % 3]
        yield _no_value(mark, meant, form, few=True)
        # Two of five, where a column used to fall to text.
        yield _no_value(
            mark, meant, ("paste", "workbook", "csv")[number_ % 3], few=False
        )
    for cell in BESIDE:
        yield _beside(cell.replace("27.75", "").strip(), cell)
    for cell in LIMITS:
        yield _limit(cell)
    for name, (cell, value) in WAYS.items():
        yield _written(name, cell, value)
    yield from _others()


def _no_value(mark, meant, form, few):
    cells, values = list(PAY), list(PAY)
    for place in (2,) if few else (2, 4):
        cells[place], values[place] = mark, None
    says = [mark] * (meant and form != "paste")
    right = table(text("Town", *TOWNS), number("Pay", *values), says=says)
    count = "once" if few else "twice"
    return _five(f"{mark} {count} {form}", cells, right, form, also=ASKED)


def _five(name, cells, *readings, also=()):
    *readings, form = readings
    lines = lines_of(("Town", "Pay"), TOWNS, cells)
    if form == "workbook":
        rows = [[town, _typed(cell)] for town, cell in lines[1:]]
        return file(name, "a.xlsx", workbook(lines[0], *rows), *readings, also=also)
    separator, at = (",", "a.csv") if form == "csv" else ("\t", "")
    return file(name, at, text_file(separated(lines, separator)), *readings, also=also)


def _typed(cell):
    return float(cell) if cell in PAY else cell


def _beside(mark, cell):
    """A mark beside a number: kept in what is said, and never a digit more."""
    cells = [*PAY[:2], cell, *PAY[3:]]
    right = table(text("Town", *TOWNS), number("Pay", *PAY), says=mark)
    as_text = table(text("Town", *TOWNS), text("Pay", *cells), says="text")
    return _five(f"beside: {mark}", cells, right, as_text, "csv", also=(ASKED, REFUSED))


def _limit(cell):
    """What is no exact number becomes none, or the column is text, and that is said."""
    cells = [*PAY[:2], cell, *PAY[3:]]
    values = [*PAY[:2], None, *PAY[3:]]
    none = table(text("Town", *TOWNS), number("Pay", *values), says=cell)
    as_text = table(text("Town", *TOWNS), text("Pay", *cells), says="text")
    return _five(f"limit: {cell}", cells, none, as_text, "csv", also=(ASKED, REFUSED))


def _written(name, cell, value):
    cells = [*PAY[:2], cell, *PAY[3:]]
    values = [*PAY[:2], value, *PAY[3:]]
    right = table(text("Town", *TOWNS), number("Pay", *values))
    also = (ASKED, REFUSED) if name in ("full width", "ends with a point") else ()
    return _five(f"written: {name}", cells, right, "csv", also=also)


def _others():
    words = ("None", "x", "c", "NA", "NULL")
    lines = lines_of(("Town", "Code", "Pay"), TOWNS, words, PAY)
    right = table(
        text("Town", *TOWNS),
        text("Code", *[(w, None) if w != "c" else w for w in words]),
        number("Pay", *PAY),
    )
    yield file(
        "marks as words of a text column", "a.csv", text_file(separated(lines)), right
    )
    codes = ("x", "c", "a", "b", "z")
    lines = lines_of(("Town", "Code", "Pay"), TOWNS, codes, PAY)
    right = table(text("Town", *TOWNS), text("Code", *codes), number("Pay", *PAY))
    yield file("letters in a text column", "a.csv", text_file(separated(lines)), right)
    names = ("NA", "FR", "DE", "SE", "PL")
    lines = lines_of(("Country", "Pay"), names, PAY)
    right = table(text("Country", *names), number("Pay", *PAY))
    yield file("Namibia", "a.csv", text_file(separated(lines)), right)
    mixed = ("31.5", "good", "27.75", "bad", "25.25")
    right = table(text("Town", *TOWNS), text("Pay", *mixed), says="text")
    yield _five("words among numbers", mixed, right, "csv", also=(ASKED, REFUSED))
    one = ("31.5", "28.25", "27.75", "good", "25.25")
    right = table(text("Town", *TOWNS), text("Pay", *one), says="text")
    yield _five("one word among numbers", one, right, "csv", also=(ASKED, REFUSED))
    several = ("31.5", "[x]", "27.75p", "[c]", "25.25")
    right = table(
        text("Town", *TOWNS),
        number("Pay", "31.5", None, "27.75", None, "25.25"),
        says=("[x]", "[c]", "p"),
    )
    as_text = table(text("Town", *TOWNS), text("Pay", *several), says="text")
    yield _five("several marks", several, right, as_text, "csv", also=(ASKED, REFUSED))
    empty = ("", "", "", "", "")
    right = table(text("Town", *TOWNS), text("Pay", None, None, None, None, None))
    yield _five("no value at all", empty, right, "csv")
    only = ("[x]", "[x]", "[c]", "[x]", "[c]")
    right = table(text("Town", *TOWNS), text("Pay", *only))
    none = table(
        text("Town", *TOWNS), number("Pay", None, None, None, None, None), says="[x]"
    )
    yield _five("marks only", only, right, none, "csv", also=ASKED)
