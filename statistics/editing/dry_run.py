"""Read an uploaded file in place of the form's texts; nothing is stored."""

from dataclasses import dataclass, field, replace

from statistics.importing.files import read_file
from statistics.importing.layout.separators import WhichSeparator
from statistics.importing.layout.totals import sentences_on, with_totals
from statistics.importing.tables import read_table
from statistics.importing.text import from_text, lines_to_text, to_text
from statistics.importing.values.decimal_mark import Unsettled
from statistics.importing.values.digits import POINT
from statistics.table.diff import differences
from statistics.table.errors import DataError, Problem
from statistics.table.schema import TableData


@dataclass
class DryRun:
    """The texts for the form, in our own notation.

    Where there is a `question` they are those that the form had.
    """

    numbers: str
    columns: str
    decimal_mark: str
    sentences: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    question: DataError | None = None
    source: dict | None = None
    inferred: list = field(default_factory=list)
    totals: list = field(default_factory=list)


def dry_run(file, numbers="", columns="", decimal_mark="", known=None, **choices):
    """Read a file, and say what it would change in the form's texts.

    Columns that the form describes stay described. `choices` are those of `read_file`.
    Raises `DataError` if the file cannot be read; what is wrong with its cells is in
    the answer's `problems`.
    """
    known = known or TableData()
    form = numbers, columns, decimal_mark
    try:
        sheet = read_file(file, **choices)
    except WhichSeparator as question:
        source = {"kind": "text", "separators": question.choices, "separator": ""}
        return DryRun(*form, [], question.problems, question, source)
    source = sheet.source.to_json()
    described = _lines_about(sheet.names, columns)
    try:
        reading = read_table(
            sheet.names, sheet.body, described, known, decimal_mark, say_all=True
        )
    except Unsettled as question:
        problems = [_placed(problem, sheet) for problem in question.problems]
        notes, inferred = list(sheet.notes), list(question.inferred)
        return DryRun(*form, notes, problems, question, source, inferred)
    except DataError as error:
        problems = [_placed(problem, sheet) for problem in error.problems]
        text = lines_to_text(error.lines or [sheet.names, *sheet.body])
        notes, inferred = list(sheet.notes), list(error.inferred)
        described = "\n".join(filter(None, [described, error.descriptions]))
        result = DryRun(text, described, POINT, notes, problems, None, source)
        return replace(result, inferred=inferred)
    table, totals = with_totals(reading.table)
    now = _readable(numbers, form[1], known)
    sentences = [*sheet.notes, *reading.sentences, *sentences_on(table, totals)]
    sentences += differences(now, table)
    texts = to_text(table)
    return DryRun(*texts, POINT, sentences, [], None, source, reading.inferred, totals)


def _placed(problem, sheet):
    """The problem with the place of its row in the file."""
    if problem.row is None:
        return problem
    text = f"{problem} {sheet.place(problem.row, problem.column)}"
    return Problem(text, problem.row, problem.column)


def _lines_about(labels, descriptions):
    """The description lines of columns that the file has, too."""
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
