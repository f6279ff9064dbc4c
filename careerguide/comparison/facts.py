"""Describe one number of a career by all that decides what it can be compared with."""

import re
from dataclasses import dataclass
from decimal import Decimal

from careerguide.languages.scales import EXPONENTS
from statistics.row_html import row_id
from statistics.table.cell_notes import MARGIN, noted
from statistics.table.formatting import EXACT, format_value
from statistics.table.schema import Column, cell_text
from statistics.table.vocabulary import folded, total_words

BASES = ("statistic", "pay_tax", "pay_parts", "pay_period", "prices")
YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, eq=False)
class Fact:
    """One cell of a table, and what its table says of it; "" is what nobody says.

    `place_of` counts the careers from 0. `bases` are what an average or a pay is, as
    `statistics.measures` lists it, and `needed` those without which nobody knows what
    the number means. `row` and `column_name` leave out what is the career's own name,
    a total or a year, which is in `time`.
    """

    place_of: int
    who: str
    column: Column
    value: Decimal | str | None
    row: str = ""
    column_name: str = ""
    time: str = ""
    place: str = ""
    provenance: str = ""  # one of `Provenance`
    source: str = ""
    definition: str = ""
    own_definition: str = ""
    bases: tuple = ()
    needed: tuple = ()
    needs_unit: bool = False
    forecast: bool = False
    mark: str = ""
    sample_size: int | None = None
    margin: str = ""
    words: str = ""  # of the table, which may say what its fields do not
    url: str = ""

    @property
    def is_quantity(self):
        """Whether it says how much, so that it can stand on a scale."""
        return self.column.is_measure and isinstance(self.value, Decimal)

    @property
    def amount(self):
        """The value without a scale: 8430000000 for 8.43 billion."""
        return self.value.scaleb(EXPONENTS.get(self.column.scale, 0), EXACT)

    @property
    def text(self):
        """The cell as pages write it, with its mark."""
        text = format_value(self.value, self.column)
        return noted(text, _Marked(self), self.column, self.value)

    def basis(self, name):
        return dict(self.bases).get(name, "")


class _Marked:
    """A row with one note, as `noted` asks for it."""

    def __init__(self, fact):
        self.notes = {fact.column.key: fact.mark}


def fact_of(place_of, table, column, row):
    """Return the Fact of a cell of a published table, whose career is `place_of`."""
    data, career = table.table, table.career
    is_headline = bool(table.headline_label) and column.key == table.headline_column
    label = table.headline_label if is_headline and _is_named(row, table) else ""
    measure = table.measure if is_headline else None
    label_year = column.label.strip() if YEAR.fullmatch(column.label.strip()) else ""
    number = next(n for n, other in enumerate(data.rows, 1) if other is row)
    return Fact(
        place_of=place_of,
        who=career.name,
        column=column,
        value=row.cells[data.columns.index(column)],
        row=_names_of(row, data, column, career),
        column_name="" if label_year else column.label,
        time=_year_of(row, data) or label_year or table.period.strip(),
        place=table.place.strip(),
        provenance=table.provenance,
        source=(table.source_name or table.source_url).strip(),
        definition=measure.name if measure else "",
        own_definition=table.own_definition.strip(),
        bases=_bases_of(table) if is_headline else (),
        needed=measure.kind.bases if measure else (),
        needs_unit=measure.kind.needs_unit if measure else False,
        forecast=row.forecast,
        mark=row.notes.get(column.key, ""),
        sample_size=table.sample_size,
        margin=_margin_of(row, column) or table.margin.strip(),
        words=" · ".join(
            (table.title, table.subtitle, column.label, column.unit, label)
        ),
        url=f"{table.get_absolute_url()}#{row_id(number)}",
    )


def _is_named(row, table):
    """Whether the quick fact is of this row."""
    cell = table.table.find(table.headline_row, table.headline_column)
    return bool(cell) and cell[1] is row


def _margin_of(row, column):
    """The margin that stands beside the number itself: ± 3."""
    mark = row.notes.get(column.key, "")
    return mark if mark.startswith(MARGIN) else ""


def _bases_of(table):
    """What the quick fact is, in words: ("statistic", "Median"), …"""
    shown = {name: getattr(table, f"get_{name}_display") for name in BASES}
    bases = {name: str(say()) for name, say in shown.items() if getattr(table, name)}
    if table.price_year and "prices" in bases:
        bases["prices"] += f", {table.price_year}"
    return tuple(bases.items())


def _names_of(row, data, column, career):
    """What the row is of, by all of its texts: Senior, Berlin."""
    own = {folded(name) for name in (career.name, *career.other_name_list)}
    left_out = own | total_words()
    naming = {data.columns[data.label_index].key} - {column.key}
    naming |= {c.key for c in data.columns if c.type == "text"} - {column.key}
    names = []
    for other, cell in zip(data.columns, row.cells, strict=True):
        if cell is None or other.key not in naming or other.type == "year":
            continue
        name = " ".join(cell_text(cell).split())
        if name and not YEAR.fullmatch(name) and folded(name) not in left_out:
            names.append(name)
    return ", ".join(names)


def _year_of(row, data):
    """The year that a row is of, by its columns of years or its name: 2020, 2022."""
    cells = zip(data.columns, row.cells, strict=True)
    years = [f"{cell:f}" for c, cell in cells if c.type == "year" and cell is not None]
    if years:
        return ", ".join(years)
    label = data.label(row).strip() if data.columns else ""
    return label if YEAR.fullmatch(label) else ""
