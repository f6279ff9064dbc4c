"""Write a spreadsheet: typed cells on one sheet, and on a second what they mean.

Numbers are those of every other form: a percentage of 25 is 25 under a heading that
says "%". Text is marked as text, so no program runs it. Numbers of more digits than a
spreadsheet keeps stand as text rather than rounded. The same table gives the same
bytes, whenever and wherever they are made.
"""

import datetime
import io
import re
import zipfile
from math import ceil

from django.utils.translation import gettext as _

from careerguide.identity.current import current
from statistics.measures.wording import BETWEEN
from statistics.table.cell_notes import footnotes
from statistics.table.formatting import EXACT, SYMBOLS
from statistics.table.schema import cell_text

from .cells import (
    FLAGS_HEADING,
    has_row_flags,
    heading,
    is_formula,
    note_heading,
    noted_columns,
    row_flags,
)
from .citations import cited_day, edition_text, one_line
from .dataset import dataset

MOST_DIGITS = 15  # what a spreadsheet keeps of a number
MOST_TEXT = 32_000  # a cell takes 32,767 characters
WIDEST = 60  # characters of a column
LINE_HEIGHT, HIGHEST = 15, 400  # points
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what spreadsheets read as a character


class SameBytes(zipfile.ZipFile):
    """A ZIP file whose entries have no time."""

    def write(self, filename, arcname=None, **options):
        with open(filename, "rb") as file:
            self.writestr(arcname, file.read())

    def writestr(self, name, data, **options):
        entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        super().writestr(entry, data, **options)


def xlsx_bytes(item):
    # Only here: a process that makes no spreadsheet does without its 15 MB.
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    _properties(book.properties, item)
    _numbers(book.create_sheet(_sheet_name(_("Data"))), item)
    _about(book.create_sheet(_sheet_name(_("About these data"))), item)
    out = io.BytesIO()
    ExcelWriter(book, SameBytes(out, "w")).save()
    return out.getvalue()


def _sheet_name(words):
    """The words as spreadsheets take them, whatever a translator wrote."""
    return re.sub(r"[][:*?/\\]", " ", words)[:31]


def number_format(value, column):
    """Return a number's format: with the decimals of the source, or as set."""
    if column.type in ("year", "rank"):
        return "0"
    places = max(0, -value.as_tuple().exponent)
    if column.decimals is not None:
        places = column.decimals
    digits = f"#,##0.{'0' * places}" if places else "#,##0"
    if column.type != "money":
        return digits
    return f'"{SYMBOLS.get(column.currency, column.currency + " ")}"{digits}'


def readable(text):
    """Text as XML can hold it and a spreadsheet shows it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_TEXT:
        text = text[: MOST_TEXT - 1] + "…"
    return CODED.sub("_x005F_", ILLEGAL.sub("\ufffd", text))


# --- The sheets -----------------------------------------------------------------------


def _numbers(sheet, item):
    table = item.table
    marked = has_row_flags(table)
    noted = noted_columns(table)
    headings = [heading(column) for column in table.columns]
    headings += [note_heading(column) for column in noted] + [FLAGS_HEADING] * marked
    sheet.freeze_panes = "A2"
    widths = [_width(*column) for column in _columns(item, headings)]
    _widths(sheet, widths)
    _height(sheet, 1, zip(headings, widths, strict=True))
    aligned = ["right" if column.is_measure else None for column in table.columns]
    aligned += [None] * (len(noted) + marked)
    sheet.append([_head(sheet, *head) for head in zip(headings, aligned, strict=True)])
    for row in item.ordered_rows:
        cells = [
            _value(sheet, value, column)
            for value, column in zip(row.cells, table.columns, strict=True)
        ]
        cells += [_text(sheet, row.notes.get(column.key, "")) for column in noted]
        sheet.append(cells + ([_text(sheet, row_flags(row))] if marked else []))


def _about(sheet, item):
    from openpyxl.styles import Alignment

    widths = (28, 80)
    _widths(sheet, widths)
    for number, line in enumerate(about(item), 1):
        _height(sheet, number, zip(line, widths, strict=True))
        label, value = line
        cell = _text(sheet, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([_head(sheet, label), cell])


def about(item):
    """Yield what the second sheet says, line by line."""
    facts = dataset(item)
    terms = facts["licence"] or {}
    note, edition = facts["note"], facts["edition"]
    yield _("Title"), item.title
    yield _("Measure"), item.subtitle
    yield _("Guide"), item.career.name
    yield _("Source"), item.source_name or item.source_url or _("None is known.")
    if item.source_name and item.source_url:
        yield _("Address of the source"), item.source_url
    yield _("Period of the data"), item.period or _("Not stated.")
    yield _("How the numbers were found"), item.provenance_text or _("Not stated.")
    if item.measure:
        words = (item.headline_label, item.measure.name, item.basis_text)
        yield _("Quick fact"), BETWEEN.join(filter(None, words))
        yield _("Definition"), item.measure.definition
    if note:
        yield _("Note"), note["text"]
    for mark in footnotes(item.table.rows):
        if mark["meaning"]:
            yield _("Mark %s") % mark["mark"], mark["meaning"]
    for column in facts["columns"]:
        words = [column["type"]]
        words += [str(column[k]) for k in ("currency", "scale", "unit") if k in column]
        yield _("Column: %s") % column["label"], ", ".join(words)
    yield _("Content updated on"), facts["content_updated_on"] or _("Not stated.")
    yield _("Next update"), facts["next_update"] or _("No date is known.")
    yield _("Cite as"), facts["citation"]["text"]
    yield _("Licence"), " ".join(filter(None, terms.values())) or _("Not stated.")
    if edition:
        yield _("Edition"), edition_text(item.edition)
        yield _("Its address"), edition["address"]
    yield _("Page"), facts["address"]


def _properties(properties, item):
    midnight = datetime.time()
    day = cited_day(item) or datetime.date(1980, 1, 1)
    properties.title = readable(one_line(item.title))
    properties.creator = readable(one_line(current().name))
    properties.created = properties.modified = datetime.datetime.combine(day, midnight)


# --- Cells ----------------------------------------------------------------------------


def _value(sheet, value, column):
    if value is None:
        return None
    if isinstance(value, str):
        return _text(sheet, value)
    digits = EXACT.normalize(value).as_tuple().digits
    if len(digits) > MOST_DIGITS:
        return _text(sheet, cell_text(value))
    cell = _cell(sheet, float(value))
    cell.number_format = number_format(value, column)
    return cell


def _text(sheet, text):
    cell = _cell(sheet, readable(text))
    cell.data_type = "s"  # or "=1+1" would be a formula
    if is_formula(text):
        cell.quotePrefix = True  # and stay text when somebody edits it
    return cell


def _head(sheet, text, aligned=None):
    from openpyxl.styles import Alignment, Font

    cell = _text(sheet, text)
    cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=aligned)
    return cell


def _cell(sheet, value):
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet, value)


# --- Room ---------------------------------------------------------------------------


def _columns(item, headings):
    rows = item.ordered_rows
    for index, text in enumerate(headings):
        cells = (row.cells[index] for row in rows if index < len(row.cells))
        longest = max((len(str(c)) for c in cells if c is not None), default=0)
        yield text, longest


def _width(text, longest):
    """Room for the cells, and for the heading on some three lines of whole words."""
    longest_word = max(map(len, text.split()), default=0) * 1.3 + 2
    heading = max(longest_word, len(text) / 2.5 + 3)
    return min(WIDEST, max(10, longest * 1.15 + 3, heading))


def _height(sheet, number, cells):
    """Room for the lines of a row's wrapped cells, which not every program measures."""
    lines = max(
        (
            sum(ceil(len(line) * 1.15 / width) or 1 for line in text.split("\n"))
            for text, width in cells
        ),
        default=1,
    )
    sheet.row_dimensions[number].height = min(HIGHEST, lines * LINE_HEIGHT + 1)


def _widths(sheet, widths):
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0  # one page wide, as many as it takes long
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
