"""Find the decimal mark of the columns of a table, or ask.

A column's own cells tell it. Where they do not, those of other measures do; numbering,
times, days and codes tell nothing about measures.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.table.errors import DataError, Problem, shortened

from .digits import COMMA, POINT, own_mark
from .subjects import counts_wholes

TIME = re.compile(r"([01]?[0-9]|2[0-4])\.[0-5][0-9]")
DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])")
THIN = 4  # cells of two readings to each that has one
MAY_LACK_A_DIGIT = re.compile(r"-?[0-9]+\.[0-9]{2}")  # 12,34, which may be 12,345
MONTH = re.compile(r"(19|20)[0-9]{2}\.(0?[1-9]|1[0-2])")


class Unsettled(DataError):
    """The cells do not tell how decimals are written: one `cell` and its `readings`,
    or neither where cells contradict each other."""

    kind = "decimals"

    def __init__(self, problem, cell="", readings=None):
        super().__init__([problem])
        self.cell, self.readings = cell, readings or {}

    def along_with(self, problems):
        """Return the same, with what else is wrong.

        Nothing more where cells contradict.
        """
        self.problems += problems if self.readings else []
        return self


class Evidence:
    """Findings in one column; `places` are (row, label, type, cell, amount).

    `is_weak` says that its numbers may be times or days, which tell of no other column.
    """

    def __init__(self, places, is_weak=False):
        self.found, self.ambiguous, self.is_weak = {}, [], is_weak
        self.told = 0  # how many cells tell the mark
        self.is_sure = False  # whether one of them cannot be grouped wrongly
        for row, label, kind, cell, amount in places:
            readings = amount.of_type(kind)
            if len(readings) == 1:
                self.found.setdefault(next(iter(readings)), (row, label, cell))
                self.told += 1
                [text] = readings.values()
                self.is_sure |= not MAY_LACK_A_DIGIT.fullmatch(text)
            elif len(set(readings.values())) > 1:
                self.ambiguous.append((row, label, cell, readings))

    @property
    def only_mark(self):
        """The mark that some cells tell, where none could be read by the other."""
        is_clear = len(self.found) == 1 and not self.ambiguous
        return next(iter(self.found)) if is_clear else None

    @property
    def is_thin(self):
        """Whether a few cells would make decimals of many, against the site's own mark.

        12,34 among 1,234 and 2,345 may be the one that is grouped wrongly.
        """
        mark = next(iter(self.found), None)
        fractions = [
            readings
            for _row, _label, _cell, readings in self.ambiguous
            if "." in readings.get(mark, "")
        ]
        most = (THIN if self.is_sure else 1) * self.told
        return mark not in (None, own_mark()) and len(fractions) >= most

    def would_be_thousandths(self, mark):
        """Return whether another column's mark makes doubtful decimals of all.

        45.300 beside 41.20 on a German site are forty-five thousand rather than 45.3;
        and so are 45.300 people anywhere.
        """
        return mark is not None and any(
            "." in readings.get(mark, "")
            and (mark != own_mark() or counts_wholes(label))
            for _row, label, _cell, readings in self.ambiguous
        )


def looks_like_times(texts):
    """Return whether all could be times of day, days or months: 9.30, 31.12."""
    marked = [text for text in texts if "." in text]
    return bool(marked) and any(
        all(pattern.fullmatch(text) for text in marked)
        for pattern in (TIME, DAY, MONTH)
    )


def agree(columns):
    """Return the decimal mark of each `Evidence`.

    Raises `Unsettled` where cells of a column contradict each other, or where some
    could mean two numbers and nothing tells which.
    """
    for column in columns:
        if len(column.found) > 1:
            raise _contradiction(column.found)
    strong = {mark for column in columns if not column.is_weak for mark in column.found}
    common = next(iter(strong)) if len(strong) == 1 else None
    decimals = [next(iter(column.found), common) for column in columns]
    thin = [
        column
        for column in columns
        if (column.is_thin and not _is_shared(column, columns))
        or (not column.found and column.would_be_thousandths(common))
    ]
    open_ones = [
        place
        for mark, column in zip(decimals, columns, strict=True)
        if mark is None or column in thin
        for place in column.ambiguous
    ]
    if open_ones:
        raise _question(*min(open_ones, key=lambda place: place[0]), len(open_ones) - 1)
    return [mark or POINT for mark in decimals]


def _is_shared(column, columns):
    """Whether another measure, which holds enough, tells the same mark."""
    return any(
        other is not column
        and not other.is_weak
        and not other.is_thin
        and other.found.keys() == column.found.keys()
        for other in columns
    )


def _contradiction(evidence):
    (row, label, cell), (row2, label2, cell2) = evidence[COMMA], evidence[POINT]
    sentence = _(
        "Row %(row)d, column “%(column)s”: “%(cell)s” has a decimal comma, but "
        "“%(cell2)s” in row %(row2)d, column “%(column2)s”, has a decimal point. "
        "Write them alike, or choose under “Decimals” how they are written."
    )
    parts = {"row": row, "column": label, "cell": shortened(cell)}
    parts |= {"row2": row2, "column2": label2, "cell2": shortened(cell2)}
    return Unsettled(Problem(sentence % parts, row, label))


def _question(row, label, cell, readings, others):
    sentence = (
        ngettext(
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s, and so could %(others)d more. Choose under “Decimals” how they "
            "are written.",
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s, and so could %(others)d more. Choose under “Decimals” how they "
            "are written.",
            others,
        )
        if others
        else _(
            "Row %(row)d, column “%(column)s”: “%(cell)s” could mean %(point)s or "
            "%(comma)s. Choose under “Decimals” how they are written."
        )
    )
    parts = {"row": row, "column": label, "cell": shortened(cell), "others": others}
    parts |= {"point": readings[POINT], "comma": readings[COMMA]}
    return Unsettled(Problem(sentence % parts, row, label), shortened(cell), readings)
