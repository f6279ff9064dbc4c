"""Put the cells of a document's table into lines, and read them as a pasted table."""

from collections import Counter
from dataclasses import dataclass

from statistics.importing.layout.separators import WhichSeparator
from statistics.importing.text import lines_to_text, read_text
from statistics.importing.values.decimal_mark import Unsettled
from statistics.table.errors import DataError
from statistics.table.formatting import format_value
from statistics.table.schema import TableData

from ..words import words_of

CHOICES = ("decimal_mark", "header_row")


@dataclass(frozen=True)
class TableReading:
    """What was read: a table, or a question or problems that say why there is none."""

    lines: tuple
    table: TableData | None = None
    sentences: tuple = ()
    is_question: bool = False
    problems: tuple = ()
    is_edited: bool = False

    @property
    def is_whole(self):
        """Whether each line is a row or names columns, and each column is there."""
        width = max((sum(map(bool, line)) for line in self.lines), default=0)
        return (
            self.table is not None
            and len(self.table.rows) == len(self.lines) - 1
            and len(self.table.columns) >= width
        )

    @property
    def is_comparison(self):
        """Whether nothing in it is a number: words side by side, of a text."""
        return self.table is not None and all(
            column.type == "text" for column in self.table.columns
        )

    def words(self):
        """Count the words that the table shows: its names, cells and notes."""
        texts = []
        if self.table:
            for column in self.table.columns:
                texts += [column.label, column.unit]
            for row in self.table.rows:
                for cell, column in zip(row.cells, self.table.columns, strict=True):
                    shown = "" if cell is None else format_value(cell, column)
                    texts += [shown, str(row.notes.get(column.key, ""))]
        return Counter(word for text in texts for word in words_of(text))


def lines_of(block):
    """Return the cells of a table block as lines of texts, those that span spread.

    A cell that spans rows stands in each of them; across columns in the first.
    """
    lines, down = [], {}
    for row in block.rows:
        line, cells = [], iter(row)
        while True:
            place = len(line)
            if place in down:
                text, left = down.pop(place)
                if left > 1:
                    down[place] = text, left - 1
                line.append(text)
                continue
            if (cell := next(cells, None)) is None:
                if not any(place > len(line) for place in down):
                    break
                line.append("")
                continue
            text = " ".join(cell.text.split())
            line += [text, *[""] * (cell.columns - 1)]
            if cell.rows > 1:
                down |= {place: (text, cell.rows - 1)}
        lines.append(tuple(line))
    return tuple(line for line in lines if any(line))


def read_cells(lines, choices=None):
    """Return the `TableReading` of lines of cells, by somebody's choices."""
    chosen = {k: v for k, v in (choices or {}).items() if k in CHOICES}
    try:
        reading = read_text(lines_to_text([list(line) for line in lines]), **chosen)
    except (Unsettled, WhichSeparator) as question:
        return TableReading(
            lines, is_question=True, problems=tuple(map(str, question.problems))
        )
    except DataError as error:
        return TableReading(lines, problems=tuple(map(str, error.problems)))
    return TableReading(lines, reading.table, tuple(reading.sentences))
