"""Define errors of a table: sentences that know the cell they are about."""

from django.utils.translation import gettext as _

LONGEST_NAMED = 40  # characters of a text that a sentence names


class Problem(str):
    """A sentence; `row` counts from 1, `column` is a label, each None for no one's.

    `in_descriptions` says that it is about the lines on what columns hold.
    """

    def __new__(cls, sentence, row=None, column=None, in_descriptions=False):
        problem = super().__new__(cls, sentence)
        problem.row, problem.column = row, column
        problem.in_descriptions = in_descriptions
        return problem


class DataError(ValueError):
    """Error in a table, as sentences that name row and column.

    `inferred` says of columns what they were taken for all the same, and `lines` holds
    the cells in our own notation, as far as they could be read. `descriptions` are of
    columns whose scale stands in no line of `lines`.
    """

    inferred, lines, descriptions = (), None, ""

    def __init__(self, problems):
        self.problems = [p if isinstance(p, Problem) else Problem(p) for p in problems]
        super().__init__(" ".join(self.problems))


def row_problem(row, what):
    sentence = _("Row %(row)s: %(what)s.") % {"row": row, "what": what}
    return Problem(sentence, row)


def cell_problem(row, column, what):
    sentence = _("Row %(row)s, column “%(column)s”: %(what)s.")
    parts = {"row": row, "column": column, "what": what}
    return Problem(sentence % parts, row, column)


def about_column(sentence, column):
    return Problem(sentence, column=column)


def shortened(text):
    """Return a text as a sentence names it: what is long is cut, and shows that."""
    return text if len(text) <= LONGEST_NAMED else f"{text[: LONGEST_NAMED - 1]}…"
