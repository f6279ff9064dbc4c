"""Define a file of the corpus and its sidecar: contents, and honest answers."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal

MOST_TYPED = 11  # digits
READ, ASKED, REFUSED = "read", "asked", "refused"
ANSWERS = (READ, ASKED, REFUSED)


@dataclass(frozen=True)
class Shown:
    """A number that the file's own program shows rounded.

    The exact number with the column's decimals is right; of a result, which has more
    digits than anybody types, so is what is shown.
    """

    rounded: Decimal
    exact: Decimal

    @property
    def is_typed(self):
        return len(self.exact.as_tuple().digits) <= MOST_TYPED


@dataclass(frozen=True)
class Column:
    """A column as it should be read; `types` are those that are honest.

    `cells` are exact: `Decimal`, `str`, `None` for no value, a `Shown`, or a tuple
    where several values are right. A label in parts, such as that of a header of two
    lines, has to hold each of them.
    """

    label: str | tuple[str, ...]
    types: tuple[str, ...]
    cells: tuple
    currency: str = ""
    scale: str = ""


@dataclass(frozen=True)
class Reading:
    """One right way to read a file, and the kinds of sentences that belong to it."""

    columns: tuple[Column, ...]
    says: tuple[str, ...] = ()
    totals: tuple[int, ...] | None = None  # rows from 1; None where it is no matter


@dataclass(frozen=True)
class File:
    """A file (`name`), or a paste (no name), with the answers that are honest."""

    id: str
    name: str
    make: Callable[[], bytes]
    readings: tuple[Reading, ...]
    answers: tuple[str, ...]
    language: str = "en"
    decimal_mark: str = ""  # what the editor chose under "Decimals"

    @property
    def kind(self):
        return self.id.partition("/")[0]

    def sidecar(self):
        """What stands beside the file where it is written to a disk."""
        sidecar = asdict(self)
        del sidecar["make"]
        return sidecar


def table(*columns, says=(), totals=None):
    says = (says,) if isinstance(says, str) else tuple(says)
    return Reading(columns, says, totals)


def text(label, *cells):
    return Column(label, ("text",), cells)


def number(label, *cells, scale=""):
    return Column(label, ("integer", "decimal"), _exact(cells), scale=scale)


def money(label, currency, *cells, scale=""):
    return Column(label, ("money",), _exact(cells), currency, scale)


def percent(label, *cells):
    return Column(label, ("percent",), _exact(cells))


def year(label, *cells):
    return Column(label, ("year",), _exact(cells))


def rank(label, *cells):
    return Column(label, ("rank", "integer"), _exact(cells))


def _exact(cells):
    return tuple(_one(cell) for cell in cells)


def _one(cell):
    if isinstance(cell, tuple):
        return tuple(map(_one, cell))
    return Decimal(cell) if isinstance(cell, str | int) else cell


def file(id, name, make, *readings, also=(), language="en", decimal_mark=""):
    """A `File`: read as one of the readings, or answered by what `also` allows."""
    also = (also,) if isinstance(also, str) else tuple(also)
    answers = (READ,) * bool(readings) + also
    return File(id, name, make, readings, answers, language, decimal_mark)
