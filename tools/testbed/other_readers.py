"""Read tables as others do: by Python's own CSV module, and by openpyxl.

Neither knows titles, notes or marks, so that what they read is laid beside ours by the
names of the columns, and cells that hold a mark for no value are let through.
"""

import csv
import datetime
import re
from decimal import Decimal, InvalidOperation

NO_NUMBER = re.compile(r"^[\s.…:*–—-]*$|^\W?\w{0,4}\W?$|^no data$|^n/?a$", re.I)
AROUND = re.compile(r"[$£€¥₹%\s\u200b\u200e\ufeff]|US(?=\$)|(?<=\d)[A-Za-z*†]{1,2}$")
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def differences(path, answer):
    """Return how an answer differs: cells, or (`unlike`) how the table is laid out."""
    lines = [line for line in read(path) if any(cell != "" for cell in line)]
    labels = [column.label for column in answer.columns]
    found = _place(lines, labels)
    if found is None:
        return {"unlike": "other names of columns", "compared": False}
    places, body = found
    if len(body) != len(answer.rows):
        how = f"{len(answer.rows)} rows, where the other reader has {len(body)}"
        if not any(str(len(body) - len(answer.rows)) in s for s in answer.sentences):
            return {"unlike": how, "compared": False}
    differing = []
    for number, (row, line) in enumerate(zip(answer.rows, body, strict=False), 1):
        for column, place, cell in zip(answer.columns, places, row.cells, strict=True):
            theirs = line[place] if place < len(line) else ""
            named = any(
                f"“{column.label}”" in s or s.startswith(column.label)
                for s in answer.sentences
            )
            if not named and not _same(column, cell, theirs):
                shown = f"{cell!s} ({column.type})"
                where = f"{column.label!r}, row {number}"
                differing.append(f"{where}: {shown}, the other reader {theirs!r}")
    return {"differing": differing, "compared": True}


def read(path):
    """Return the lines of a file's first visible sheet, or of its text."""
    if path.suffix.lower() == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(path, data_only=True)
        sheet = next(s for s in book.worksheets if s.sheet_state == "visible")
        return [[_cell(cell) for cell in row] for row in sheet.iter_rows()]
    text = _text(path.read_bytes())
    try:
        dialect = csv.Sniffer().sniff(text[:20_000], ",;\t|")
    except csv.Error:
        dialect = csv.excel_tab if path.suffix.lower() == ".tsv" else csv.excel
    dialect.doublequote = True
    return [
        [cell.strip() for cell in line]
        for line in csv.reader(text.splitlines(True), dialect)
    ]


def _text(data):
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _cell(cell):
    value = cell.value
    if isinstance(value, float | int) and "%" in cell.number_format:
        return str(Decimal(repr(value)).scaleb(2))
    return "" if value is None else value


def _place(lines, labels):
    """The places of our columns, and the lines below the one that names them.

    Columns without a name have a number for ours; where there are no names at all, the
    table begins with the first line.
    """
    labels = [" ".join(label.split()) for label in labels]
    for number, line in enumerate(lines[:30]):
        names = [
            " ".join(str(cell).split()) or f"Column {place}"
            for place, cell in enumerate(line, 1)
        ]
        if all(label in names for label in labels):
            return [names.index(label) for label in labels], lines[number + 1 :]
    if labels == [f"Column {place}" for place in range(1, len(labels) + 1)]:
        return [*range(len(labels))], lines
    return None


def _same(column, ours, theirs):
    if isinstance(theirs, bool):
        return str(ours).upper() == str(theirs).upper()
    if isinstance(theirs, datetime.date | datetime.time | datetime.timedelta):
        return ours is not None  # judged by the files of our own corpus
    if ours is None:
        return bool(NO_NUMBER.match(str(theirs)))
    if isinstance(ours, str):
        return " ".join(ours.split()) == " ".join(str(theirs).split())
    number = _number(theirs)
    if number is None:
        return False
    if column.decimals is not None:
        number, ours = round(number, column.decimals), round(ours, column.decimals)
    if ours == number or f"{float(ours):.12g}" == f"{float(number):.12g}":
        return True
    return ours.scaleb(SCALES[column.scale]) == number


def _number(cell):
    """A cell as a number by the marks of English, which most programs know alone."""
    text = AROUND.sub("", str(cell)).replace("−", "-").replace("–", "-")
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{2,3})+(\.[0-9]*)?", text):
        text = text.replace(",", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
