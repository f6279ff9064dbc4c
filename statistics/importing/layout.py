"""Find a table among its lines: the names of its columns, its rows, and the rest.

Offices put a title above a table and notes below it, and several tables on one sheet.
What is found is a proposal: the editor sees what was left out, and can choose another
line for the names.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .amounts import take_apart
from .ends import end_of
from .headers import join, names_of
from .no_values import no_value
from .separators import most_common_width

MOST_NOTES = 2_000  # characters
MOST_NAMES = 3  # lines of names, one above the other


@dataclass
class Layout:
    """`header_row` is 0 where no line holds names; lines keep their numbers."""

    names: list
    body: list
    header_row: int = 0
    above: list = field(default_factory=list)
    below: list = field(default_factory=list)
    header_lines: list = field(default_factory=list)
    has_another: bool = False

    def left_out(self):
        """Sentences on the lines above the names and below the rows."""
        sentences = []
        if len(self.header_lines) > 1:
            names = ", ".join(f"“{name}”" for name in self.names[:6] if name)
            sentence = _("The names of the columns were joined from %(count)d lines: %(names)s.")
            parts = {"count": len(self.header_lines), "names": names}
            sentences.append(sentence % parts)
        if self.above:
            sentences.append(_lines_sentence(_above, self.above))
        if self.below:
            sentences.append(_lines_sentence(_below, self.below))
        if self.has_another:
            sentence = _("Another table begins in line %d: only the first was read.")
            number = next(line.number for line in self.below)
            sentences.append(sentence % number)
        return sentences

    def first_lines(self):
        """The lines that may hold the names of the columns."""
        return [*self.above, *self.header_lines, *self.body]

    def notes(self):
        """What stands below the table, as a proposal for the field of notes."""
        if self.has_another:
            return ""
        return "\n".join(line.text for line in self.below)[:MOST_NOTES]


def _above(count):
    return ngettext(
        "Line %(first)d above the names of the columns was left out.",
        "Lines %(first)d to %(last)d above the names of the columns were left out.",
        count,
    )


def _below(count):
    return ngettext(
        "Line %(first)d below the table was left out.",
        "Lines %(first)d to %(last)d below the table were left out.",
        count,
    )


def _lines_sentence(words, lines):
    first, last = lines[0].number, lines[-1].number
    return words(len(lines)) % {"first": first, "last": last}


def find(lines, header_row="", merges=()):
    """The `Layout` of lines; `header_row` is somebody's choice, "0" for none.

    `merges` are (top, left, bottom, right) of cells shown as one, counted from 1.
    """
    if not lines:
        return Layout([], [])
    if header_row == "0":
        return _without_names(lines)
    chosen = header_row.isdecimal() and len(header_row) < 8
    start = _line_numbered(lines, int(header_row)) if chosen else None
    if start is None:
        first, start = _names_at(lines, merges)
        if first == start and _is_data(lines, start):
            return _without_names(lines[start:], lines[:start])
    else:
        first = start
    last = _last_of_names(lines, start, merges)
    header, rest = lines[first : last + 1], lines[last + 1 :]
    end, has_another = end_of(header, rest)
    return Layout(
        join(header, merges),
        rest[:end],
        lines[first].number,
        lines[:first],
        rest[end:],
        header,
        has_another,
    )


def _line_numbered(lines, number):
    return next((i for i, line in enumerate(lines) if line.number >= number), None)


def _without_names(lines, above=()):
    width = max(len(line.cells) for line in lines)
    end, has_another = end_of([], lines)
    body = lines[:end]
    return Layout(
        names_of(width), body, 0, list(above), lines[end:], [], has_another
    )


def _names_at(lines, merges):
    """The first and the last line above which nothing is as wide as the table."""
    width = most_common_width(lines)
    if width < 2:
        return 0, 0
    start = next(i for i, line in enumerate(lines) if _is_wide(line, width))
    if start and (_numbers(lines[start]) or _all_words(lines[start:])):
        # Some columns above have no name, or the corner is empty.
        start -= _spans_names(lines[start - 1], lines[start], merges)
    if _holds_rows(lines[:start], lines[start]):
        return 0, 0  # a table whose lines differ in length, which is to be named
    first = start
    while (
        first
        and start - first < MOST_NAMES - 1
        and _spans_names(lines[first - 1], lines[first], merges)
    ):
        first -= 1
    return first, start


def _holds_rows(above, start):
    """Whether rows stand right above the line that was taken for the names."""
    return bool(above) and (
        start.number - above[-1].number == 1
        and len(above[-1].filled) > 1
        and _numbers(above[-1]) > 0
    )


def _is_wide(line, width):
    """Whether a line may hold names or a row: all its cells, or all but the first."""
    return len(line.filled) >= width or (
        len(line.filled) == width - 1 > 0 and line.filled[0] > 0
    )


def _all_words(lines):
    return not any(map(_numbers, lines))


def _spans_names(above, below, merges):
    """Whether a line holds names for several columns of the line below it."""
    if below.number - above.number != 1 or _numbers(above):
        return False
    whole = any(
        top == above.number and left == 1 and right >= len(below.cells)
        for top, left, _bottom, right in merges
    )
    if whole:
        return False
    return len(above.filled) > 1 or (len(above.filled) == 1 and above.filled[0] > 0)


def _last_of_names(lines, start, merges):
    """The last line of names, where they stand in lines one above the other."""
    last = start
    for top, _left, bottom, _right in merges:
        if top <= lines[start].number < bottom <= lines[start].number + MOST_NAMES:
            below = _line_numbered(lines, bottom)
            if below is not None and lines[below].number == bottom:
                if not _numbers(lines[below]):
                    last = max(last, below)
    while last + 2 < len(lines) and last - start < MOST_NAMES - 1:
        line, after = lines[last + 1], lines[last + 2]
        if line.number - lines[last].number != 1 or _numbers(line) or not line.filled:
            break
        if line.cell(0).strip() or not after.cell(0).strip() or not _numbers(after):
            break
        last += 1
    return last


def _numbers(line):
    """How many of its cells hold numbers, years not counted, or marks for none."""
    return sum(
        1
        for place in line.filled
        if no_value(line.cells[place]) is not None or _is_number(line.cells[place])
    )


def _is_number(cell):
    amount = take_apart(cell)
    return bool(amount) and not amount.word and not _is_year(cell)


def _is_year(cell):
    return len(cell) == 4 and cell.isdecimal() and "1500" <= cell < "2200"


def _is_data(lines, start):
    """Whether the first line is a row like those below it, and holds no names."""
    first, body = lines[start], lines[start + 1 :]
    if len(body) < 2 or not first.cell(0).strip():
        return False
    width = len(first.cells)
    of_numbers = [
        place
        for place in range(width)
        if sum(_is_number(line.cell(place)) for line in body) * 2 > len(body)
    ]
    cells = [first.cell(place) for place in of_numbers]
    if not cells or not all(map(_is_number, cells)) or len(of_numbers) == width == 1:
        return False
    whole = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 9]
    follows = len(whole) > 1 and whole == list(range(whole[0], whole[0] + len(whole)))
    return not follows and len(cells) < width
