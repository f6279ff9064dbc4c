"""Write a workbook whose second column has a number format."""

from decimal import Decimal

from .model import Shown, file, table, text
from .writing import workbook

JOBS = ("Cook", "Doctor", "Driver")
VALUES = (85, 1.5, 0.4)
EXACT = ("85", "1.5", "0.4")


def formatted(name, code, values, *readings, also=(), rows=JOBS, label="Pay"):
    """A workbook whose second column has this format."""
    lines = [["Job", label], *map(list, zip(rows, values, strict=True))]
    named = [table(text("Job", *rows), *r[:1], says=r[1:]) for r in readings]
    make = workbook(*lines, formats={"B": code})
    return file(name, "a.xlsx", make, *named, also=also)


def shown(*pairs):
    return [Shown(Decimal(rounded), Decimal(exact)) for rounded, exact in pairs]
