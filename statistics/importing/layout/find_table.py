"""Find a table among its lines: the names of its columns, its rows, and the rest.

Offices put a title above a table and notes below it, and several tables on one sheet.
What is found is a proposal: the editor sees what was left out, and can choose another
line for the names.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.importing.values.amounts import take_apart

from .below_names import BelowNames, parted
from .column_numbers import may_number_columns, numbers_names
from .cut_rows import refuse_cut_rows
from .ends import end_of
from .headers import join, names_of
from .name_lines import is_data, last_of_names, line_numbered, names_at

MOST_LINES, MOST_CELLS = 5_000, 1_000  # of lines, and of one line
SOME = 8
MOST_NOTES = 2_000  # characters


@dataclass
class Layout:
    """`header_row` is 0 where no line holds names; lines keep their numbers.

    `not_rows` are lines between names and rows that are neither.
    """

    names: list
    body: list
    header_row: int = 0
    above: list = field(default_factory=list)
    below: list = field(default_factory=list)
    header_lines: list = field(default_factory=list)
    not_rows: BelowNames = field(default_factory=BelowNames)
    has_another: bool = False

    def left_out(self):
        """Return sentences on the lines above the names and below the rows."""
        sentences = []
        if len(self.header_lines) > 1:
            names = ", ".join(f"“{name}”" for name in self.names[:6] if name)
            sentence = _(
                "The names of the columns were joined from %(count)d lines: %(names)s."
            )
            parts = {"count": len(self.header_lines), "names": names}
            sentences.append(sentence % parts)
        sentences += self.not_rows.sentences()
        sentences += self.doubts()
        if self.above:
            sentences.append(_lines_sentence(_above, self.above))
        if self.below:
            sentences.append(_lines_sentence(_below, self.below))
        if self.has_another:
            sentence = _("Another table begins in line %d: only the first was read.")
            number = next(line.number for line in self.below)
            sentences.append(sentence % number)
        return sentences

    def doubts(self):
        """Sentences on lines that may be rows, or none: names or counts of columns."""
        if not self.header_row or not self.body:
            return []
        if self.names and all(name and take_apart(name) for name in self.names):
            sentence = _(
                "The names of the columns, in line %d, are numbers: if they are a row, "
                "choose that no line holds names."
            )
            return [sentence % self.header_row]
        first, *rest = self.body
        if rest and may_number_columns(first, rest):
            sentence = _("Line %d may number the columns: if it is no row, delete it.")
            return [sentence % first.number]
        return self._on_names_alone() or self._on_names_not_repeated()

    def _on_names_not_repeated(self):
        """A sentence on rows that the name above may be of, too, as pandas prints."""
        first, *rest = self.body
        name = first.cell(0).strip()
        blank = [line for line in rest if line.filled and not line.cell(0).strip()]
        if not name or take_apart(name) or not blank:
            return []
        sentence = ngettext(
            "Line %(lines)s begins with an empty cell: if the name above goes on, "
            "write it there.",
            "Lines %(lines)s begin with an empty cell: if the names above go on, "
            "write them there.",
            len(blank),
        )
        return [sentence % {"lines": _some_lines(blank)}]

    def _on_names_alone(self):
        """A sentence on rows that may head others, or go on below."""
        alone = [line for line in self.body if line.filled == [0]]
        if len(self.names) < 2 or not 0 < len(alone) < len(self.body):
            return []
        sentence = ngettext(
            "Line %(lines)s holds a name and no values: if it belongs to the names "
            "below it, write it there.",
            "Lines %(lines)s hold a name and no values: if they belong to the names "
            "below them, write them there.",
            len(alone),
        )
        return [sentence % {"lines": _some_lines(alone)}]

    def first_lines(self):
        """Return the lines that may hold the names of the columns."""
        lines = [*self.above, *self.header_lines, *self.not_rows.lines]
        return [*sorted(lines, key=lambda line: line.number), *self.body]

    def notes(self):
        """Return what stands below the table, as a proposal for the field of notes."""
        if self.has_another:
            return ""
        # A line break alone is none in Markdown.
        return "\n\n".join(line.text for line in self.below)[:MOST_NOTES]


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


def _is_too_large(lines):
    return len(lines) > MOST_LINES or any(
        len(line.cells) > MOST_CELLS and sum(map(bool, line.cells)) > MOST_CELLS
        for line in lines
    )


def find(lines, header_row="", merges=()):
    """Return the `Layout` of lines; `header_row` is somebody's choice, "0" for none.

    `merges` are (top, left, bottom, right) of cells shown as one, counted from 1.
    """
    if not lines:
        return Layout([], [])
    if header_row == "0":
        return _without_names(lines)
    if _is_too_large(lines):  # as will be said, with less work
        return Layout(join(lines[:1]), lines[1:], lines[0].number)
    chosen = header_row.isdecimal() and len(header_row) < 8
    at = line_numbered(lines, int(header_row)) if chosen else None
    first, start = names_at(lines, merges)
    if at is None:
        if first == start and is_data(lines, start):
            return _without_names(lines[start:], lines[:start])
    elif at != first:
        first = start = at
    counts = []
    if first == start and _numbers_names(lines, first):
        counts, first, start = [lines[first]], first + 1, start + 1
    last = last_of_names(lines, start, merges)
    header, below, rest = parted(lines[first : last + 1], lines[last + 1 :])
    end, has_another = end_of(header, rest, after=below.lines)
    below.counts[:0] = counts
    refuse_cut_rows(header, rest[:end])
    return Layout(
        below.names(join(header, merges)),
        rest[:end],
        lines[first].number,
        lines[: first - len(counts)],
        rest[end:],
        header,
        below,
        has_another,
    )


def _numbers_names(lines, first):
    """Whether a line numbers the columns above their names."""
    names = lines[first + 1 : first + 2]
    return bool(names) and numbers_names(lines[first], names[0], lines[first + 2 :])


def _without_names(lines, above=()):
    width = max(len(line.cells) for line in lines)
    end, has_another = end_of([], lines)
    body = lines[:end]
    return Layout(
        names_of(width), body, 0, list(above), lines[end:], has_another=has_another
    )


def _some_lines(lines):
    some = ", ".join(str(line.number) for line in lines[:SOME])
    return some + ", …" * (len(lines) > SOME)
