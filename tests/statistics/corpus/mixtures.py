"""Draw tables of several columns of different kinds by a seeded generator.

What stands beside a column must not change how it is read: each table mixes kinds that
the other modules try alone.
"""

from random import Random

from .model import (
    ASKED,
    Column,
    file,
    money,
    number,
    percent,
    rank,
    table,
    text,
    year,
)
from .writing import lines_of, separated, text_file, workbook

NAMES = (
    *("Aberdeen", "Bath", "Cardiff", "Derry", "Exeter", "Falkirk", "Glasgow", "Hove"),
    *("Inverness", "Jarrow", "Kendal", "Luton", "Margate", "Newport", "Oban", "Poole"),
)
FIRST_NAMES = ("Area", "City", "Job title", "Occupation", "Sector", "Town or city")
TABLES = 60


def files():
    for seed in range(TABLES):
        yield _Mixture(Random(f"mixture {seed}")).file(seed)


class _Mixture:
    """One table; each method named for a kind gives texts, cells, format and column."""

    def __init__(self, random):
        self.random = random
        self.height = random.randint(5, 14)
        self.mark = random.choice(".,")
        self.form = random.choice(("csv", "paste", "workbook"))

    def file(self, seed):
        names = self.random.sample(NAMES, self.height) if self.height <= 16 else NAMES
        label = self.random.choice(FIRST_NAMES)
        first = (names, names, None, text(label, *names))
        kinds = [
            self.whole,
            self.decimal,
            self.share,
            self.pounds,
            self.code,
            self.years,
        ]
        kinds += [self.days, self.bands, self.places, self.signed, self.grouped]
        chosen = [
            make() for make in self.random.sample(kinds, self.random.randint(3, 6))
        ]
        # A decimal that can mean one number only settles the mark of all.
        chosen.append(self.settling())
        columns = [first, *chosen]
        labels = [column.label for _t, _v, _f, column in columns]
        what = " ".join(column.types[0] for _t, _v, _f, column in columns[1:])
        right = table(*[column for _t, _v, _f, column in columns])
        name = (
            f"{seed:02} {self.form} {'point' if self.mark == '.' else 'comma'} {what}"
        )
        if self.form == "workbook":
            rows = lines_of(labels, *[values for _t, values, _f, _c in columns])
            formats = {
                chr(ord("A") + place): code
                for place, (_t, _v, code, _c) in enumerate(columns)
                if code
            }
            make, at = workbook(*rows, formats=formats), "a.xlsx"
        else:
            rows = lines_of(labels, *[texts for texts, _v, _f, _c in columns])
            separator = "\t" if self.form == "paste" else self.random.choice(";|\t")
            make = text_file(separated(rows, separator))
            at = "" if self.form == "paste" else "a.csv"
        return file(name, at, make, right, also=ASKED)

    def _values(self, low, high, places):
        step = 10**places
        numbers = [self.random.randint(low * step, high * step) for _n in self._rows()]
        return [f"{number / step:.{places}f}" for number in numbers]

    def _rows(self):
        return range(self.height)

    def _written(self, plain, group=""):
        whole, _point, fraction = plain.partition(".")
        if group:
            whole = f"{int(whole):,}".replace(",", group)
        return whole + (self.mark + fraction if fraction else "")

    def settling(self):
        cells = self._values(1, 90, 1)
        texts = [self._written(cell) for cell in cells]
        return texts, [float(c) for c in cells], "0.0", number("Index", *cells)

    def whole(self):
        cells = self._values(2, 900, 0)
        return cells, [int(c) for c in cells], None, number("Vacancies", *cells)

    def decimal(self):
        cells = self._values(-40, 90, 2)
        texts = [self._written(cell) for cell in cells]
        return texts, [float(c) for c in cells], "0.00", number("Change", *cells)

    def grouped(self):
        cells = self._values(1000, 99000, 0)
        texts = [
            self._written(cell, "," if self.mark == "." else ".") for cell in cells
        ]
        return texts, [int(c) for c in cells], "#,##0", number("Employees", *cells)

    def share(self):
        cells = self._values(0, 100, 1)
        space = self.random.choice(("", " "))
        texts = [f"{self._written(cell)}{space}%" for cell in cells]
        values = [float(cell) / 100 for cell in cells]
        return texts, values, "0.0%", percent("Share of women", *cells)

    def pounds(self):
        sign, currency = self.random.choice((("£", "GBP"), ("€", "EUR")))
        cells = self._values(9, 90, 2)
        texts = [f"{sign}{self._written(cell)}" for cell in cells]
        values = [float(cell) for cell in cells]
        return texts, values, f'"{sign}"0.00', money("Hourly pay", currency, *cells)

    def signed(self):
        cells = self._values(-9, 9, 1)
        dash = self.random.choice(("-", "−", "–"))
        texts = [self._written(cell).replace("-", dash) for cell in cells]
        return texts, [float(c) for c in cells], "0.0", number("Growth", *cells)

    def code(self):
        cells = [f"0{self.random.randint(10, 1999)}" for _n in self._rows()]
        return cells, cells, None, text("Dial code", *cells)

    def years(self):
        cells = [str(self.random.randint(1990, 2025)) for _n in self._rows()]
        column = year("Year", *cells)
        return cells, [int(c) for c in cells], None, column

    def places(self):
        cells = [str(n) for n in range(1, self.height + 1)]
        return cells, [int(c) for c in cells], None, rank("Rank", *cells)

    def days(self):
        days = [self.random.randint(1, 28) for _n in self._rows()]
        cells = [f"{day:02}/03/2024" for day in days]
        return cells, [45351 + day for day in days], "dd/mm/yyyy", _days(cells, days)

    def bands(self):
        starts = [self.random.randint(1, 60) for _n in self._rows()]
        cells = [f"{start}-{start + 4}" for start in starts]
        return cells, cells, None, text("Age", *cells)


def _days(cells, days):
    both = [(cell, f"2024-03-{day:02}") for cell, day in zip(cells, days, strict=True)]
    return Column("Updated", ("text",), tuple(both))
