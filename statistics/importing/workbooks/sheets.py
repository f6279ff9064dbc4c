"""Choose the sheet of a workbook that holds the table, and say what is hidden."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.importing.layout.lines import most_common_width
from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError, shortened

from .parts import MOST_LOOKED_AT, Workbook
from .worksheets import letters

MOST_NAMED = 8


def choose_sheet(data, chosen=""):
    """Return (name, `Worksheet`, all sheets as JSON, sentences) of a workbook.

    The first sheet with a table is proposed: a cover sheet holds text only.
    """
    book = Workbook(data)
    names = list(book.sheets)
    if chosen and chosen not in names:
        sentence = _("The workbook has no sheet “%(name)s”. It has: %(names)s.")
        some = ", ".join(f"“{name}”" for name in names[:MOST_NAMED])
        raise DataError([sentence % {"name": shortened(chosen), "names": some}])
    name = chosen or names[0]
    worksheet = book.sheet(name)
    if not chosen and not _holds_table(worksheet):
        for other in names[1:MOST_LOOKED_AT]:
            found = book.sheet(other)
            if _holds_table(found):
                name, worksheet = other, found
                break
    sheets = []
    for sheet in names:
        rows, columns = book.size(sheet)
        sheets.append({"name": sheet, "rows": rows, "columns": columns})
    return name, worksheet, sheets, _sentences(book, names, name, worksheet)


def _holds_table(worksheet):
    """Whether it has lines of several cells, and numbers in them."""
    lines = [line for line in worksheet.lines if len(line.filled) > 1]
    if len(lines) < 2 or most_common_width(lines) < 2:
        return False
    return any(take_apart(line.cells[p]) for line in lines for p in line.filled[1:])


def _sentences(book, names, name, sheet):
    if len(names) > 1:
        sentence = (
            _("Only the first sheet, “%(name)s”, was read; there are %(count)d.")
            if name == names[0]
            else _("Only the sheet “%(name)s” was read; there are %(count)d.")
        )
        yield sentence % {"name": name, "count": len(names)}
    if book.hidden:
        sentence = ngettext(
            "A hidden sheet was left out: %s.",
            "Hidden sheets were left out: %s.",
            len(book.hidden),
        )
        yield sentence % _some([f"“{hidden}”" for hidden in book.hidden])
    if sheet.hidden_columns:
        sentence = ngettext(
            "%(count)d hidden column was left out: %(names)s.",
            "%(count)d hidden columns were left out: %(names)s.",
            len(sheet.hidden_columns),
        )
        yield _naming(sentence, list(map(letters, sheet.hidden_columns)))
    if sheet.hidden_rows:
        sentence = ngettext(
            "%(count)d hidden row was left out: %(names)s.",
            "%(count)d hidden rows were left out: %(names)s.",
            len(sheet.hidden_rows),
        )
        yield _naming(sentence, list(map(str, sheet.hidden_rows)))
    if sheet.hidden_cells:
        sentence = _("Cells whose format shows nothing were left out: %s.")
        yield sentence % _some(sheet.hidden_cells)
    yield from _on_unknown_dates(sheet)
    if sheet.struck_cells:
        sentence = _("Text that is struck out was left out of these cells: %s.")
        yield sentence % _some(sheet.struck_cells)


def _on_unknown_dates(sheet):
    """Sentences on days whose format is not known, one for each format."""
    found = {}
    for line in sheet.lines:
        for cell in line.cells:
            if unknown := getattr(cell, "unknown", ""):
                found.setdefault(unknown, cell)
    for code, cell in list(found.items())[:MOST_NAMED]:
        sentence = _(
            "The number format “%(code)s” is not known here: its days are written in "
            "full, as %(day)s. Change the format if they are to be shown otherwise."
        )
        yield sentence % {"code": shortened(code), "day": cell}


def _naming(sentence, names):
    return sentence % {"count": len(names), "names": _some(names)}


def _some(names):
    more = ", …" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
