"""Read the cells of a worksheet as its reader sees them: nothing that is hidden."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from math import isfinite

from django.utils.translation import gettext as _

from statistics.importing.layout.lines import Line
from statistics.table.errors import DataError
from statistics.table.schema import MAX_COLUMNS, MAX_ROWS, MAX_TEXT

from .cells import BadCell, DateCell, HiddenCell, StruckCell
from .dates import iso_day
from .rich_text import local_name, text_of
from .zips import damaged

MOST_LINES = 2 * MAX_ROWS  # a table, and what stands above and below it
MOST_COLUMNS = MAX_COLUMNS + 1  # and the marks
MOST_MERGES = 10_000
LETTERS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)?")
NUMBER = re.compile(r"-?[.]?[0-9][0-9.]*(E[-+]?[0-9]{1,3})?", re.IGNORECASE)
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
EXCEL_DIGITS = ".15g"  # what a spreadsheet keeps of a number: 0.1 + 0.2 is 0.3
MOST_TYPED = 11  # digits of a number that somebody typed; more are a result
NO_VALUE_ERROR = "#N/A"


class CellError(Exception):
    """Says what is wrong with one cell."""


@dataclass
class Worksheet:
    """`columns` are the numbers of those that are shown; so are `merges`' columns."""

    lines: list = field(default_factory=list)
    columns: list = field(default_factory=list)
    merges: list = field(default_factory=list)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    hidden_cells: list = field(default_factory=list)
    struck_cells: list = field(default_factory=list)
    unseen: dict = field(default_factory=dict)  # cells of hidden rows, by row and place

    def unseen_at(self, row, column):
        """The cell of a hidden row, which may be shown where rows below are joined."""
        return self.unseen.get(row, {}).get(self.columns[column - 1], "")

    def without_margin(self):
        """Return the same without the empty columns at its left."""
        margin = min((line.filled[0] for line in self.lines if line.filled), default=0)
        if not margin:
            return self
        lines = [Line(line.number, line.cells[margin:]) for line in self.lines]
        merges = [
            (top, max(1, left - margin), bottom, right - margin)
            for top, left, bottom, right in self.merges
            if right > margin
        ]
        return replace(self, lines=lines, columns=self.columns[margin:], merges=merges)


def read_worksheet(elements, strings, formats):
    """Return the `Worksheet` of XML elements: col, row and mergeCell."""
    hidden, rows, merges = _Hidden(), [], []
    sheet = Worksheet()
    number = 0
    for element in elements:
        name = local_name(element)
        if name == "col":
            hidden.add_columns(element)
        elif name == "mergeCell":
            merges.append(element.get("ref", ""))
            if len(merges) > MOST_MERGES:
                break
        else:
            number = _row_number(element, number + 1)
            cells = _cells(element, number, strings, formats)
            if not any(
                text.strip() or text.__class__ in (BadCell, StruckCell)
                for text in cells.values()
            ):
                continue
            if hidden.is_row(element):
                sheet.hidden_rows.append(number)
                sheet.unseen[number] = cells
                continue
            _check_width(cells, hidden)
            rows.append((number, cells))
            if len(rows) > MOST_LINES:
                raise DataError([_("More than %d rows.") % MAX_ROWS])
    rows.sort(key=lambda row: row[0])  # by their numbers, whatever the file's order
    sheet.hidden_rows.sort()
    _put_together(sheet, rows, hidden)
    sheet.merges = _visible_merges(merges, sheet.columns)
    return sheet


class _Hidden:
    """Which columns and rows a sheet does not show."""

    def __init__(self):
        self.ranges = []

    def add_columns(self, element):
        width = element.get("width", "")
        if _is_true(element.get("hidden")) or _is_zero(width):
            first, last = element.get("min", "0"), element.get("max", "0")
            if all(n.isdecimal() and len(n) < 10 for n in (first, last)):
                self.ranges.append((int(first), int(last)))

    def is_column(self, number):
        return any(first <= number <= last for first, last in self.ranges)

    @staticmethod
    def is_row(element):
        return _is_true(element.get("hidden")) or _is_zero(element.get("ht", ""))


def _is_true(value):
    return (value or "").casefold() in ("1", "true", "on")


def _is_zero(value):
    try:
        return bool(value) and float(value) == 0
    except ValueError:
        return False


def _row_number(element, otherwise):
    number = element.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 10 else otherwise


def _cells(row, number, strings, formats):
    cells, place = {}, 0
    for cell in row:
        if cell.tag != row.tag.removesuffix("row") + "c":
            continue
        place = place_of(cell.get("r")) or place + 1
        try:
            cells[place] = _text(cell, strings, formats)
            if cell.get("s") in formats.struck and cells[place].strip():
                cells[place] = StruckCell("")
        except CellError as error:
            cells[place] = BadCell("")
            name = f"{letters(place)}{number}"
            sentence = _("Cell %(name)s %(what)s.")
            cells[place].problem = sentence % {"name": name, "what": error}
    return cells


def _check_width(cells, hidden):
    shown = [p for p, text in cells.items() if text.strip() and not hidden.is_column(p)]
    if len(shown) > MOST_COLUMNS or max(shown, default=0) > 20 * MOST_COLUMNS:
        raise DataError([_("More than %d columns.") % MAX_COLUMNS])


def _put_together(sheet, rows, hidden):
    used = {p for _n, cells in rows for p, t in cells.items() if _is_something(t)}
    sheet.hidden_columns = sorted(p for p in used if hidden.is_column(p))
    last = max((p for p in used if not hidden.is_column(p)), default=0)
    sheet.columns = [p for p in range(1, last + 1) if not hidden.is_column(p)]
    if len(sheet.columns) > MOST_COLUMNS:
        raise DataError([_("More than %d columns.") % MAX_COLUMNS])
    for number, cells in rows:
        line = [cells.get(place, "") for place in sheet.columns]
        while line and not _is_something(line[-1]):
            line.pop()
        sheet.hidden_cells += [
            f"{letters(place)}{number}"
            for place, cell in cells.items()
            if isinstance(cell, HiddenCell)
        ]
        sheet.struck_cells += [
            f"{letters(place)}{number}"
            for place, cell in cells.items()
            if isinstance(cell, StruckCell) and not hidden.is_column(place)
        ]
        if line:
            sheet.lines.append(Line(number, line))


def _is_something(text):
    return bool(text.strip()) or isinstance(text, BadCell)


def _visible_merges(references, columns):
    """(top, left, bottom, right) of merged cells, by the columns that are shown."""
    places = {number: place for place, number in enumerate(columns, 1)}
    merges = []
    for reference in references:
        start, _colon, end = reference.partition(":")
        corners = LETTERS.fullmatch(start), LETTERS.fullmatch(end or start)
        if not all(corners) or not all(corner[2] for corner in corners):
            continue
        shown = [
            places[number]
            for number in range(place_of(start), place_of(end or start) + 1)
            if number in places
        ]
        if shown:
            top, bottom = int(corners[0][2][:8]), int(corners[1][2][:8])
            merges.append((top, shown[0], bottom, shown[-1]))
    return merges


def place_of(reference):
    """Return the number of a column: 28 for AB12."""
    found = LETTERS.fullmatch(reference or "")
    place = 0
    for letter in found[1] if found else "":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def letters(place):
    """Return the letters of a column: AB for 28."""
    text = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _text(cell, strings, formats):
    """A cell's text; `CellError` says what is wrong with it."""
    namespace = cell.tag.removesuffix("c")
    parts = {part.tag.removeprefix(namespace): part for part in cell}
    kind = cell.get("t", "n")
    value = parts["v"].text or "" if "v" in parts else ""
    if "f" in parts and not value and kind != "str":
        raise CellError(
            _("holds a formula without a result: save it in a spreadsheet first")
        )
    if kind == "e":
        if value == NO_VALUE_ERROR:
            return value
        raise CellError(_("holds the error %s") % value[:20])
    if kind == "n" and NUMBER.fullmatch(value):
        return _number(value, "f" in parts, formats, cell.get("s"))
    if kind == "s":
        value = _at(strings, value) if value else ""
    elif kind == "b":
        value = "TRUE" if value == "1" else "FALSE"
    elif kind == "d":
        return DateCell.of(*iso_day(value[:30]))
    elif kind == "inlineStr":
        value = text_of(parts["is"]) if "is" in parts else ""
    if len(value) > MAX_TEXT:
        length = {"length": len(value), "limit": MAX_TEXT}
        raise CellError(
            _("holds %(length)d characters; a cell takes %(limit)d") % length
        )
    text = ESCAPED.sub(_character, value).strip()
    return StruckCell(text) if isinstance(value, StruckCell) else text


def _at(strings, place):
    if not (place.strip().isdecimal() and len(place) < 10):
        raise damaged()
    if int(place) >= len(strings):
        raise damaged()
    return strings[int(place)]


def _character(found):
    """What a workbook writes as _x0041_; ends of lines come as one character."""
    code = int(found[1], 16)
    if code == ord("\r"):
        return ""
    return chr(code) if chr(code).isprintable() or code in (9, 10) else ""


def _number(value, is_result, formats, style):
    if value.count(".") > 1 or not isfinite(float(value)):
        raise damaged()
    is_whole = value.lstrip("-").isdigit()
    exact = Decimal(value if is_whole else f"{float(value):{EXCEL_DIGITS}}")
    exact = exact if exact else abs(exact)  # no minus before nothing
    digits = exact.as_tuple()
    many = len(digits.digits) > MOST_TYPED and digits.exponent < 0
    try:
        return formats.shown(exact, style, computed=is_result or many)
    except InvalidOperation:
        raise CellError(_("holds a number of too many digits")) from None
