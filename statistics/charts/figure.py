"""Define what a chart is drawn from, and the forms there are."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from statistics.table.cell_notes import is_inexact, shown_with_note
from statistics.table.formatting import value_writer
from statistics.table.schema import Column


class Form(StrEnum):
    BARS = "bars"
    PARTS = "parts"
    LINE = "line"
    LIST = "list"
    NONE = "none"


class ChartError(ValueError):
    """Error that says why a form does not fit, and what to do instead."""


@dataclass(frozen=True)
class Point:
    label: str
    value: Decimal | None
    forecast: bool = False
    at: float | None = None  # its place on an axis of time, if that is no whole year
    note: str = ""  # the mark of its cell
    limit: Decimal | None = None  # in place of a value: it is no less, or no more

    @property
    def is_inexact(self):
        return is_inexact(self.note)

    @property
    def place(self):
        """The place in time; None where nothing says when it was."""
        if self.at is not None:
            return self.at
        return int(self.label) if self.label.lstrip("-").isdecimal() else None


@dataclass(frozen=True)
class Figure:
    """Points in the order readers see, with what is needed to name and print them.

    `column` is the column of the values, which says how they are written; None for a
    list of names. `over_time` says that labels are times, `ranked` that the order is
    the message, `diverging` that the parts run from good to bad.
    """

    id: str
    title: str
    points: tuple[Point, ...]
    column: Column | None = None
    unit: str = ""
    source: str = ""
    over_time: bool = False
    ranked: bool = False
    diverging: bool = False

    @property
    def name_id(self):
        """The element that names its table: the title names the figure already."""
        return f"{self.id}-unit" if self.unit else self.id

    @property
    def numbers(self):
        return [point.value for point in self.points if point.value is not None]

    @cached_property
    def text_of(self):
        """Writes values in the language that was active at first."""
        return value_writer(self.column)

    def text(self, point):
        """Return the point's value as readers see it."""
        value = point.value if point.limit is None else point.limit
        return shown_with_note(self.text_of(value), point.note, value is None)


def in_this_language(figure):
    """The same figure, whose texts are written in the language that is active now."""
    return replace(figure)
