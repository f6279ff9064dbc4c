"""Draw tables as people publish them by a seeded generator.

Titles and notes with commas stand around numbers with decimal commas; some cells have a
mark for no value; amounts are written in several ways. Whatever is not certain may be
asked about; nothing may be read as something else.
"""

from decimal import Decimal
from random import Random

from .mixtures import NAMES
from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import lines_of, separated, text_file, workbook

LABELS = (
    *("Pay", "Median pay", "Hourly rate", "Gehalt", "Salary (GBP)", "Employment"),
    *("Jobs", "Change on year", "2023", "Growth", "Men", "Women", "Average hours"),
)
NO_VALUE = ("", "-", "–", "..", "n/a", ":", "x", "[x]", "[c]", "k. A.", "NaN", "*")
# What stands before and after a number, its column, and its format in a workbook.
WAYS = (
    *((("", "", number, "{}"),) * 4),
    ("£", "", lambda label, *c: money(label, "GBP", *c), '"£"{}'),
    ("", " €", lambda label, *c: money(label, "EUR", *c), '{}" €"'),
    ("CHF ", "", lambda label, *c: money(label, "CHF", *c), '"CHF "{}'),
    ("", "%", percent, "{}%"),
)
TITLE = [["Table 3: Pay by area, 2024"], []]
NOTE = [[], ["Source: Survey of pay, 2024"]]
# Seeds at random, and those that were once read wrong.
FAILED = (144, 149, 455, 528, 616, 936, 1245, 1959, 2047, 2127, 2238, 2402)
SEEDS = (*range(60), *FAILED)


def files():
    for seed in SEEDS:
        yield _Published(Random(f"published {seed}")).file(seed)
    yield from _around()


class _Published:
    def __init__(self, random):
        self.random = random
        self.mark, self.other = random.choice((".,", ",."))
        self.form = random.choice(("csv", "csv", "paste", "workbook", "workbook text"))
        self.names = random.sample(NAMES, random.randint(3, 12))

    def file(self, seed):
        labels = self.random.sample(LABELS, self.random.randint(1, 5))
        columns = [self._column(label) for label in labels]
        written = [
            values if self.form == "workbook" else cells
            for cells, values, _format, _column in columns
        ]
        lines = lines_of(("Area", *labels), self.names, *written)
        lines = self.random.choice(([], [], TITLE)) + lines
        lines += self.random.choice(([], [], NOTE))
        right = table(text("Area", *self.names), *[c for _c, _v, _f, c in columns])
        formats = {"BCDEF"[n]: f for n, (_c, _v, f, _r) in enumerate(columns)}
        return file(
            f"{seed:04} {self.form} {'point' if self.mark == '.' else 'comma'}",
            {"csv": "a.csv", "paste": ""}.get(self.form, "a.xlsx"),
            self._make(lines, formats),
            right,
            also=(ASKED, REFUSED),
        )

    def _make(self, lines, formats):
        if self.form.startswith("workbook"):
            return workbook(*lines, formats=formats if self.form == "workbook" else {})
        separators = ";\t|" if self.mark == "," else ";,\t|"
        separator = "\t" if self.form == "paste" else self.random.choice(separators)
        return text_file(separated(lines, separator))

    def _column(self, label):
        before, after, column, code = self.random.choice(WAYS)
        places = self.random.choice((0, 0, 1, 2, 3))
        high = self.random.choice((9, 99, 999, 9999, 250_000, 3_000_000))
        low = -high // 4 if self.random.random() < 0.2 else 0
        group = self.random.choice((self.other, "", " ", "'"))
        with_gaps = self.random.random() < 0.3
        cells, values, right = [], [], []
        for place in range(len(self.names)):
            step = 10**places
            value = Decimal(self.random.randint(low * step, high * step)) / step
            if with_gaps and place and self.random.random() < 0.25:
                cells.append(self.random.choice(NO_VALUE))
                values.append(None)
                right.append(None)
                continue
            digits = f"{abs(value):,.{places}f}"
            swapped = digits.translate(
                str.maketrans(",.", group[:1].ljust(1, "_") + self.mark)
            )
            sign = "-" if value < 0 else ""
            cells.append(f"{sign}{before}{swapped.replace('_', '')}{after}")
            shown = float(value) / 100 if column is percent else float(value)
            values.append(shown if places or column is percent else int(value))
            right.append(f"{value:.{places}f}")
        zeros = f"0.{'0' * places}" if places else "0"
        made = column(label, *right)
        return cells, values, code.format(zeros), made


def _around():
    """A title or a note with commas, around cells of commas and another separator."""
    rows = (("Poole", "99,526"), ("Exeter", "65,6"), ("Luton", "2,25"))
    pay = table(
        text("Area", "Poole", "Exeter", "Luton"),
        number("Pay", "99.526", "65.6", "2.25"),
    )
    for name, separator in (("semicolons", ";"), ("tabs", "\t"), ("bars", "|")):
        for around in ("title", "note", "both", "two titles"):
            above = ["Table 3: Pay by area, 2024", ""] * (around in ("title", "both"))
            above = above or ["Pay, by area", "April, 2024", ""] * (around[:3] == "two")
            below = ["", "Source: Survey of pay, 2024"] * (around in ("note", "both"))
            body = [f"Area{separator}Pay", *(separator.join(row) for row in rows)]
            written = "\n".join([*above, *body, *below])
            for at in ("a.csv", ""):
                form = "file" if at else "paste"
                yield file(
                    f"{name}, {around} with commas, {form}",
                    at,
                    text_file(written),
                    pay,
                    also=ASKED,
                )
    for label in ("Change on year", "Hours per year", "Pay a year", "Year change"):
        cells = ("3571", "2321", "2340")
        lines = lines_of(("Area", label), ("Poole", "Exeter", "Luton"), cells)
        right = table(text("Area", "Poole", "Exeter", "Luton"), number(label, *cells))
        yield file(f"no years: {label}", "a.csv", text_file(separated(lines)), right)
