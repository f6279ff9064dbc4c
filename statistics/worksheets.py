"""The cells of a worksheet in our own notation, as its reader sees them."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from .data import CURRENCY as THREE_LETTERS
from .data import MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from .numbers import SYMBOLS
from .problems import DataError, Problem

MOST_ROWS = MAX_ROWS + 1  # and the line of names
MOST_COLUMNS = MAX_COLUMNS + 1  # and the marks
LETTERS = re.compile(r"([A-Z]{1,3})[0-9]+")
NUMBER = re.compile(r"-?[0-9.]+(E[-+]?[0-9]{1,3})?", re.IGNORECASE)
EXCEL_DIGITS = ".15g"  # what a spreadsheet shows of a number: 0.1 + 0.2 is 0.3
PERCENT_FORMATS = {"9", "10"}
DATE_FORMATS = {
    str(number) for number in (*range(14, 23), *range(27, 37), *range(45, 59))
}
DATE_FORMATS -= {"48", "49"}
BRACKETED = re.compile(r"\[\$([^-\]]+)")
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
LAST_DAY = 2_958_466  # of the year 9999


@dataclass(frozen=True)
class Formats:
    """How cells are shown: format codes by id, and the id of each style."""

    codes: dict
    styles: list
    starts_1904: bool = False

    def shown(self, number, style):
        """A number as it is shown, but for the digits that rounding hides."""
        known_as = self.styles[int(style)] if style else "0"
        code = self.codes.get(known_as, "")
        if known_as in DATE_FORMATS or re.search(
            "[dmyhs]", QUOTED.sub("", code.lower())
        ):
            return self._date(number)
        if known_as in PERCENT_FORMATS or "%" in QUOTED.sub("", code):
            return f"{number.scaleb(2):f}%"
        sign = _currency(code)
        text = f"{number:f}"
        return f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"

    def _date(self, number):
        days = float(number)
        if not 0 <= days < LAST_DAY:
            return f"{number:f}"
        if self.starts_1904:
            start = datetime.datetime(1904, 1, 1)
        else:
            # Excel counts a 29 February 1900, which never was.
            start = datetime.datetime(1899, 12, 30 if days >= 60 else 31)
        moment = start + datetime.timedelta(minutes=round(days * 24 * 60))
        is_day = moment.time() == datetime.time()
        return moment.date().isoformat() if is_day else moment.isoformat(" ", "minutes")


def _currency(code):
    """The sign of a currency in a format: "$"#,##0 or [$€-407]0 or [$CHF] 0."""
    if named := BRACKETED.search(code):
        sign = named[1].strip()
        return sign if sign in SYMBOLS.values() or THREE_LETTERS.fullmatch(sign) else ""
    return next((sign for sign in SYMBOLS.values() if sign in code), "")


def lines_of(rows, strings, formats):
    """The rows that hold something, as lists of texts; rows are XML elements."""
    lines, problems = [], []
    for number, row in enumerate(rows, 1):
        line = _line(row, row.get("r") or str(number), strings, formats, problems)
        if line:
            lines.append(line)
        if len(lines) > MOST_ROWS:
            raise DataError([_("More than %d rows.") % MAX_ROWS])
    if problems:
        raise DataError(problems)
    return lines


def _line(row, number, strings, formats, problems):
    cells, place = {}, 0
    for cell in row:
        place = _place(cell.get("r")) or place + 1
        try:
            text = _text(cell, strings, formats)
        except ValueError as error:
            place_in_row = {"place": place, "row": number[:9]}
            name = (cell.get("r") or "")[:20] or (
                _("%(place)d of row %(row)s") % place_in_row
            )
            sentence = _("Cell %(name)s %(what)s.")
            problems.append(Problem(sentence % {"name": name, "what": error}))
            continue
        if text.strip():
            cells[place] = text
    if not cells:
        return []
    if max(cells) > MOST_COLUMNS:
        raise DataError([_("More than %d columns.") % MAX_COLUMNS])
    return [cells.get(place, "") for place in range(1, max(cells) + 1)]


def _place(reference):
    """The number of a column: 28 for AB12."""
    found = LETTERS.fullmatch(reference or "")
    place = 0
    for letter in found[1] if found else "":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def _text(cell, strings, formats):
    """A cell's text; `ValueError` says what is wrong with it."""
    parts = {part.tag.rpartition("}")[2]: part for part in cell}
    kind = cell.get("t", "n")
    value = parts["v"].text or "" if "v" in parts else ""
    if "f" in parts and not value and kind != "str":
        raise ValueError(
            _("holds a formula without a result: save it in a spreadsheet first")
        )
    if kind == "e":
        raise ValueError(_("holds the error %s") % value[:20])
    if kind == "n" and NUMBER.fullmatch(value):
        exact = (
            value if value.lstrip("-").isdigit() else f"{float(value):{EXCEL_DIGITS}}"
        )
        return formats.shown(Decimal(exact), cell.get("s"))
    if kind == "s":
        value = strings[int(value)] if value else ""
    elif kind == "b":
        value = "TRUE" if value == "1" else "FALSE"
    elif kind == "inlineStr":
        value = "".join(
            part.text or "" for part in cell.iter() if part.tag[-2:] == "}t"
        )
    if len(value) > MAX_TEXT:
        length = {"length": len(value), "limit": MAX_TEXT}
        raise ValueError(
            _("holds %(length)d characters; a cell takes %(limit)d") % length
        )
    return value.replace("_x000D_", "")
