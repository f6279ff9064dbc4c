"""The first sheet of an .xlsx workbook, as lines of cells in our own notation."""

import datetime
import io
import zipfile
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from .data import MAX_COLUMNS, MAX_ROWS
from .numbers import SYMBOLS
from .problems import DataError, Problem

MAX_UNPACKED = 20_000_000
MAX_PARTS = 500
MOST_ROWS = MAX_ROWS + 1  # and the line of names
MOST_COLUMNS = MAX_COLUMNS + 2  # the marks, and one that shows there are too many
EXCEL_DIGITS = ".15g"  # what a spreadsheet shows of a number: 0.1 + 0.2 is 0.3


def read_workbook(data):
    """(lines, notes) of a workbook's bytes; `DataError` says why there are none."""
    _check_parts(data)
    try:
        # Two readings: the results of formulas, and which cells are formulas.
        results, formulas = (
            load_workbook(io.BytesIO(data), read_only=True, data_only=only)
            for only in (True, False)
        )
        sheets = [name for name in results.sheetnames if name in _worksheets(results)]
        if not sheets:
            raise DataError([_("There is no sheet with cells in this workbook.")])
        lines = list(_lines(results[sheets[0]], formulas[sheets[0]]))
    except DataError:
        raise
    except Exception as error:
        # openpyxl meets damaged files with errors of a dozen kinds.
        raise DataError(
            [_("The workbook is damaged: open it in a spreadsheet and save it anew.")]
        ) from error
    notes = []
    if len(sheets) > 1:
        notes.append(
            _("Only the first sheet, “%(name)s”, was read; the workbook has %(count)d.")
            % {"name": sheets[0], "count": len(sheets)}
        )
    return lines, notes


def _check_parts(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = [part.filename for part in parts]
            if any("vbaproject" in name.lower() for name in names):
                raise DataError(
                    [_("This workbook holds macros: save it as .xlsx or .csv.")]
                )
            if "xl/workbook.xml" not in names:
                raise DataError(
                    [_("This is no .xlsx workbook: save it as .xlsx or .csv.")]
                )
            # zipfile unpacks no more of a part than it declares here.
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
                raise DataError(
                    [_("The workbook is too large: copy the table into a new one.")]
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_xml(archive.read(part))
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
        raise DataError([_("The file is damaged: it cannot be unpacked.")]) from error


def _check_xml(text):
    """No workbook declares entities; a file made to harm its readers does."""
    if b"<!" in text.replace(b"\0", b"").replace(b"<![CDATA[", b""):
        if b"<!DOCTYPE" in text.replace(b"\0", b"").upper():
            raise DataError([_("This is no .xlsx workbook: save it as .xlsx or .csv.")])
        if b"macroenabled" in text.lower():
            raise DataError([_("This workbook holds macros: save it as .xlsx or .csv.")])


def _worksheets(workbook):
    return {sheet.title for sheet in workbook.worksheets}


def _lines(results, formulas):
    """The lines that hold something; problems name the cell as a spreadsheet does."""
    filled, problems = 0, []
    for sheet in (results, formulas):
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows = zip(
        results.iter_rows(max_col=MOST_COLUMNS),
        formulas.iter_rows(max_col=MOST_COLUMNS),
        strict=True,
    )
    for number, (cells, sources) in enumerate(rows, 1):
        line = [
            _text(cell, source, f"{get_column_letter(place)}{number}", problems)
            for place, (cell, source) in enumerate(zip(cells, sources, strict=True), 1)
        ]
        while line and not line[-1]:
            line.pop()
        if not line:
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise DataError([_("More than %d rows.") % MAX_ROWS])
        yield line
    if problems:
        raise DataError(problems)


def _text(cell, source, place, problems):
    value = cell.value
    if value is None:
        if source.data_type == "f" and cell.data_type != "str":
            problems.append(
                Problem(
                    _(
                        "Cell %s holds a formula without a result: open the file in a "
                        "spreadsheet and save it."
                    )
                    % place
                )
            )
        return ""
    if cell.data_type == "e":
        problems.append(
            Problem(_("Cell %(place)s holds the error %(error)s.") % {"place": place, "error": value})
        )
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or "")
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return str(value)


def _number(value, shown_as):
    """A number as its cell shows it, but for the digits that rounding hides."""
    number = Decimal(str(value) if isinstance(value, int) else f"{value:{EXCEL_DIGITS}}")
    if not number.is_finite():
        return str(number)
    if "%" in shown_as:
        return f"{number.scaleb(2):f}%"
    text = f"{number:f}"
    sign = next((s for s in SYMBOLS.values() if s in shown_as), "")
    return text.replace("-", f"-{sign}") if text[:1] == "-" else f"{sign}{text}"
