"""Define a small table of areas, their pay and their jobs, for sheets."""

from .model import ASKED, REFUSED, number, table, text

BOTH = (ASKED, REFUSED)
AREAS = ("London", "Leeds", "York", "Hull")
PAY = (31.5, 28.25, 27.75, 26.5)
JOBS = (120, 70, 130, 45)


def pay(*more, says=(), totals=None, areas=AREAS):
    cells = [str(value) for value in PAY]
    return table(
        text("Area", *areas), number("Pay", *cells), *more, says=says, totals=totals
    )


def rows_of(*columns):
    return [list(row) for row in zip(*columns, strict=True)]


def named(units):
    cells = [str(value) for value in PAY]
    return table(text("Area", *AREAS), number(("Pay", units), *cells))
