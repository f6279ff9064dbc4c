"""What is wrong with a table, as sentences that know the cell they are about."""


class Problem(str):
    """A sentence; `row` counts from 1, `column` is a label, each None for no one's."""

    def __new__(cls, sentence, row=None, column=None):
        problem = super().__new__(cls, sentence)
        problem.row, problem.column = row, column
        return problem


class DataError(ValueError):
    """What is wrong with a table, as sentences that name row and column."""

    def __init__(self, problems):
        self.problems = [p if isinstance(p, Problem) else Problem(p) for p in problems]
        super().__init__(" ".join(self.problems))


def row_problem(row, what):
    return Problem(f"Row {row}: {what}.", row)


def cell_problem(row, column, what):
    return Problem(f"Row {row}, column “{column}”: {what}.", row, column)
