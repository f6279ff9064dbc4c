"""Find a table among its lines: the names of its columns, its rows, and the rest.

Offices put a title above a table and notes below it, and several tables on one sheet.
What is found is a proposal: the editor sees what was left out, and can choose another
line for the names.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import column_numbers, unit_lines
from .ends import end_of
from .headers import join, names_of
from .name_lines import is_data, last_of_names, line_numbered, names_at

MOST_LINES = 5_000
MOST_NOTES = 2_000  # characters


@dataclass
class Layout:
    """`header_row` is 0 where no line holds names; lines keep their numbers.

    `counts` are lines that number the columns and `units` those that say their units,
    which are no rows.
    """

    names: list
    body: list
    header_row: int = 0
    above: list = field(default_factory=list)
    below: list = field(default_factory=list)
    header_lines: list = field(default_factory=list)
    counts: list = field(default_factory=list)
    units: list = field(default_factory=list)
    has_another: bool = False

    def left_out(self):
        """Sentences on the lines above the names and below the rows."""
        sentences = []
        if len(self.header_lines) > 1:
            names = ", ".join(f"“{name}”" for name in self.names[:6] if name)
            sentence = _(
                "The names of the columns were joined from %(count)d lines: %(names)s."
            )
            parts = {"count": len(self.header_lines), "names": names}
            sentences.append(sentence % parts)
        sentences += unit_lines.sentences_on(self.units)
        sentences += column_numbers.sentences_on(self.counts)
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
        """A sentence on a first row of 1, 2, 3, which may number the columns."""
        body = self.body
        if not self.header_row or len(body) < 2:
            return []
        if not column_numbers.may_number_columns(body[0], body[1:]):
            return []
        sentence = _("Line %d may number the columns: if it is no row, delete it.")
        return [sentence % body[0].number]

    def first_lines(self):
        """The lines that may hold the names of the columns."""
        lines = [*self.above, *self.header_lines, *self.units, *self.counts]
        return [*sorted(lines, key=lambda line: line.number), *self.body]

    def notes(self):
        """What stands below the table, as a proposal for the field of notes."""
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


def find(lines, header_row="", merges=()):
    """The `Layout` of lines; `header_row` is somebody's choice, "0" for none.

    `merges` are (top, left, bottom, right) of cells shown as one, counted from 1.
    """
    if not lines:
        return Layout([], [])
    if header_row == "0":
        return _without_names(lines)
    if len(lines) > MOST_LINES:  # too many rows, as will be said
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
    if first == start and first + 1 < len(lines):
        below = lines[first + 1]
        if column_numbers.numbers_names(lines[first], below, lines[first + 2 :]):
            counts, first, start = [lines[first]], first + 1, start + 1
    above = [line for line in lines[:first] if line not in counts]
    last = last_of_names(lines, start, merges)
    header, rest = lines[first : last + 1], lines[last + 1 :]
    header, counts, units = _names_alone(header, rest, counts)
    while rest and _is_next(header, counts, units, rest):
        if column_numbers.numbers_columns(rest[0], rest[1:]):
            counts.append(rest[0])
        elif not units and unit_lines.says_units(rest[0], rest[1:]):
            units = [rest[0]]
        else:
            break
        rest = rest[1:]
    names = join(header, merges)
    if units:
        names = unit_lines.names_with_units(names, units[0])
    end, has_another = end_of(header, rest, after=[*counts, *units])
    return Layout(
        names,
        rest[:end],
        lines[first].number,
        above,
        rest[end:],
        header,
        counts,
        units,
        has_another,
    )


def _names_alone(header, rest, counts):
    """(names, counts, units) of lines that were taken for names: a, b, c are none."""
    units = []
    for line in header[1:]:
        if column_numbers.numbers_columns(line, rest):
            counts = [*counts, line]
        elif not units and unit_lines.says_units(line, rest):
            units = [line]
    return [n for n in header if n not in [*counts, *units]], counts, units


def _is_next(header, counts, units, rest):
    """Whether the next line stands right below the names."""
    above = max(line.end for line in [*header, *counts, *units])
    return len(rest) > 1 and rest[0].number - above == 1


def _without_names(lines, above=()):
    width = max(len(line.cells) for line in lines)
    end, has_another = end_of([], lines)
    body = lines[:end]
    return Layout(
        names_of(width), body, 0, list(above), lines[end:], has_another=has_another
    )
