"""A file of somebody's in place of the texts of the form; nothing is stored."""

from dataclasses import dataclass, field

from .changes import changes
from .data import TableData
from .marks import POINT
from .paste import from_text, read_lines, to_text
from .problems import DataError
from .spreadsheets import read_file


@dataclass
class Intake:
    """The texts for the form, in our own notation unless there are problems."""

    numbers: str
    columns: str
    decimal_mark: str
    sentences: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    readings: dict = field(default_factory=dict)


def take_in(file, numbers="", columns="", decimal_mark="", known=None):
    """Read a file, and say what it would change in the form's texts.

    Columns that the form describes stay described. Raises `DataError` if the file
    cannot be read; what is wrong with its cells is in the answer's `problems`.
    """
    known = known or TableData()
    sheet = read_file(file)
    mark = sheet.decimal_mark or decimal_mark
    described = _lines_about(sheet.text, columns)
    try:
        table = from_text(sheet.text, described, known, mark)
    except DataError as error:
        return Intake(
            sheet.text,
            described,
            mark,
            list(sheet.notes),
            error.problems,
            getattr(error, "readings", {}),
        )
    now = _readable(numbers, columns, known)
    sentences = [*sheet.notes, *changes(now, table)]
    return Intake(*to_text(table), POINT, sentences)


def _lines_about(text, descriptions):
    """The description lines of columns that the file has, too."""
    labels = next(iter(read_lines(text)), [])
    return "\n".join(
        line
        for line in descriptions.splitlines()
        if any(line.strip().startswith(f"{label}:") for label in labels)
    )


def _readable(numbers, columns, known):
    """The table that the form holds, or the stored one if it cannot be read."""
    try:
        return from_text(numbers, columns, known, POINT)
    except DataError:
        return known
