"""Write what a workbook holds and does not show: left out, or said before storing."""

from openpyxl import Workbook

from .model import ASKED, REFUSED, file, number, table, text
from .writing import rezipped, saved, workbook

ROWS = (
    ["Job", "Pay", "Secret"],
    ["Cook", 31.5, 1],
    ["Doctor", 85, 2],
    ["Driver", 40, 3],
)
JOBS = ("Cook", "Doctor", "Driver")
PAY = ("31.5", "85", "40")


def files():
    for name, change, columns, rows, kind in (
        ("column", lambda s: _column(s, "C", hidden=True), (0, 1), (0, 1, 2), "hidden"),
        (
            "column in between",
            lambda s: _column(s, "B", hidden=True),
            (0, 2),
            (0, 1, 2),
            "hidden",
        ),
        (
            "column of no width",
            (
                "<sheetData>",
                '<cols><col min="3" max="3" width="0" customWidth="1"/></cols>'
                "<sheetData>",
            ),
            (0, 1),
            (0, 1, 2),
            "hidden",
        ),
        (
            "folded columns",
            lambda s: s.column_dimensions.group("B", "C", hidden=True),
            (0,),
            (0, 1, 2),
            "hidden",
        ),
        ("row", lambda s: _row(s, 3, hidden=True), (0, 1, 2), (0, 2), "hidden"),
        ("last row", lambda s: _row(s, 4, hidden=True), (0, 1, 2), (0, 1), "hidden"),
        (
            "row of no height",
            ('<row r="3"', '<row r="3" ht="0" customHeight="1"'),
            (0, 1, 2),
            (0, 2),
            "hidden",
        ),
        (
            "folded rows",
            lambda s: s.row_dimensions.group(3, 4, hidden=True),
            (0, 1, 2),
            (0,),
            "hidden",
        ),
        ("filtered rows", _filtered, (0, 1, 2), (0, 2), "filtered"),
        (
            "row and column",
            lambda s: (_row(s, 3, hidden=True), _column(s, "C", hidden=True)),
            (0, 1),
            (0, 2),
            "hidden",
        ),
    ):
        visible = _table(columns, rows, kind)
        everything = _table((0, 1, 2), (0, 1, 2), kind)
        yield file(
            name,
            "a.xlsx",
            _with(change),
            visible,
            everything,
            also=ASKED,
        )
    yield from _sheets()
    everything = lambda s: [_row(s, n, hidden=True) for n in (1, 2, 3, 4)]  # noqa: E731
    yield file(
        "all rows",
        "a.xlsx",
        workbook(*ROWS, change=everything),
        _table((0, 1, 2), (0, 1, 2), "hidden"),
        also=(ASKED, REFUSED),
    )
    headed = lambda s: _row(s, 1, hidden=True)  # noqa: E731
    # Without the line of names nothing tells what the columns hold.
    yield file(
        "line of names",
        "a.xlsx",
        workbook(*ROWS, change=headed),
        _table((0, 1, 2), (0, 1, 2), "hidden"),
        also=(ASKED, REFUSED),
    )
    shown = lambda s: (_column(s, "C", hidden=False), _row(s, 3, height=40))  # noqa: E731
    yield file(
        "nothing, though rows have heights",
        "a.xlsx",
        workbook(*ROWS, change=shown),
        _table((0, 1, 2), (0, 1, 2), ()),
    )
    outside = lambda s: (_column(s, "F", hidden=True), _row(s, 9, hidden=True))  # noqa: E731
    yield file(
        "nothing of the table",
        "a.xlsx",
        workbook(*ROWS, change=outside),
        _table((0, 1, 2), (0, 1, 2), ()),
    )


def _with(change):
    """The workbook changed; a pair of texts changes what openpyxl writes of no zero."""
    if callable(change):
        return workbook(*ROWS, change=change)
    old, new = (text.encode() for text in change)
    return lambda: rezipped(
        workbook(*ROWS)(), lambda name, part: (name, part.replace(old, new))
    )


def _column(sheet, letter, **options):
    for name, value in options.items():
        setattr(sheet.column_dimensions[letter], name, value)


def _row(sheet, number, **options):
    for name, value in options.items():
        setattr(sheet.row_dimensions[number], name, value)


def _filtered(sheet):
    sheet.auto_filter.ref = "A1:C4"
    sheet.auto_filter.add_filter_column(0, ["Cook", "Driver"])
    _row(sheet, 3, hidden=True)


def _table(columns, rows, says):
    every = (
        text("Job", *[JOBS[n] for n in rows]),
        number("Pay", *[PAY[n] for n in rows]),
        number("Secret", *[str(n + 1) for n in rows]),
    )
    return table(*[every[n] for n in columns], says=says)


def _sheets():
    for state in ("hidden", "veryHidden"):
        for place in (0, 1):
            right = table(text("Job", *JOBS), number("Pay", *PAY))
            yield file(
                f"{state} sheet, place {place}",
                "a.xlsx",
                lambda s=state, p=place: _book(s, p),
                right,
                also=ASKED,
            )


def _book(state, place):
    book = Workbook()
    for row in ROWS:
        book.active.append(row[:2])
    other = book.create_sheet("Secret", place)
    other.append(["Name", "Salary"])
    other.append(["Ann", 123456])
    other.sheet_state = state
    book.active = 1 - place
    return saved(book)
