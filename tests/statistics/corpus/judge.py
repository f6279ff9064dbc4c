"""Compare an answer with the sidecar of its file.

A cell is silently wrong if its value, or what its column makes of it (type, currency,
scale), differs from what the file shows, and the answer neither asks nor names it. A
column that fell to text with a sentence that names it is wrong, but not silently.
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from .model import READ, Shown

SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


@dataclass
class Verdict:
    answer: str  # read, asked, refused or crash
    honest: bool = True  # whether the sidecar allows this answer
    silent: list = field(default_factory=list)  # what is wrong, and nothing says so
    named: list = field(default_factory=list)  # what is wrong, and said
    unsaid: list = field(default_factory=list)  # kinds of sentences that are missing
    cells: int = 0  # how many cells are silently wrong

    @property
    def is_good(self):
        return self.honest and not (self.silent or self.named or self.unsaid)

    def __str__(self):
        parts = [self.answer] if not self.honest else []
        parts += [f"silently wrong: {', '.join(self.silent[:6])}"] * bool(self.silent)
        parts += [f"wrong and said: {', '.join(self.named[:6])}"] * bool(self.named)
        parts += [f"not said: {', '.join(self.unsaid)}"] * bool(self.unsaid)
        return "; ".join(parts) or "good"


def judge(file, answer):
    """The `Verdict` on an answer: that by the reading which fits it best."""
    verdict = Verdict(answer.kind, honest=answer.kind in file.answers)
    if answer.kind != READ:
        return verdict
    if not file.readings:
        shape = f"{len(answer.rows)} rows of {len(answer.columns)} columns"
        verdict.silent.append(f"read {shape} where there is nothing to read")
        verdict.cells = len(answer.rows) * len(answer.columns)
        return verdict
    verdicts = [_against(reading, answer) for reading in file.readings]
    best = min(verdicts, key=lambda v: (len(v.silent) + len(v.named), len(v.unsaid)))
    best.honest = verdict.honest
    return best


def _against(reading, answer):
    verdict = Verdict(READ)
    verdict.unsaid = [kind for kind in reading.says if not answer.says(kind)]
    expected = [column.label for column in reading.columns]
    got = [column.label for column in answer.columns]
    height = len(reading.columns[0].cells)
    if not _same_labels(expected, got):
        verdict.cells = height * len(expected)
        verdict.silent.append(f"columns {got} in place of {expected}")
        return verdict
    if len(answer.rows) != height:
        verdict.cells = height * len(expected)
        verdict.silent.append(f"{len(answer.rows)} rows in place of {height}")
        return verdict
    for place, column in enumerate(reading.columns):
        found = answer.columns[place]
        cells = [row.cells[place] for row in answer.rows]
        wrong = list(_differing(column, found, cells))
        fell = found.type == "text" and answer.names(found.label, "text")
        (verdict.named if fell else verdict.silent).extend(wrong)
    verdict.cells = len(verdict.silent)
    if reading.totals is not None:
        totals = tuple(n for n, row in enumerate(answer.rows, 1) if row.total)
        if totals != reading.totals:
            verdict.unsaid.append(f"totals {reading.totals}, but {totals}")
    return verdict


def _same_labels(expected, got):
    return len(expected) == len(got) and all(
        label == found
        if isinstance(label, str)
        else all(part in found for part in label)
        for label, found in zip(expected, got, strict=True)
    )


def _differing(column, found, cells):
    kind = f"{found.type} {found.currency} {found.scale}".strip()
    for number, (right, got) in enumerate(zip(column.cells, cells, strict=True), 1):
        choices = right if isinstance(right, tuple) else (right,)
        same_type = found.type in column.types and found.currency == column.currency
        if right is None and got is None:
            continue
        if not same_type or not any(_same(c, got, column, found) for c in choices):
            shown = f"{got} ({kind})" if not isinstance(got, str) else repr(got)
            yield f"{found.label}[{number}] {shown} for {_named(column, choices)}"


def _same(right, got, column, found):
    if isinstance(right, Shown):
        may_be_rounded = not right.is_typed or right.rounded == right.exact
        if may_be_rounded and _same(right.rounded, got, column, found):
            return True
        if not isinstance(got, Decimal) or found.decimals is None:
            return False
        step = Decimal(1).scaleb(-found.decimals)
        rounded = got.quantize(step, rounding=ROUND_HALF_UP)
        return _same(right.exact, got, column, found) and _same(
            right.rounded, rounded, column, found
        )
    if not (isinstance(right, Decimal) and isinstance(got, Decimal)):
        return right == got and type(right) is type(got)
    if found.scale != column.scale and found.decimals is None and _is_padded(got):
        return False  # 85000 in thousands is 85, not 85.000
    return right.scaleb(SCALES[column.scale]) == got.scaleb(SCALES[found.scale])


def _is_padded(number):
    exponent = number.as_tuple().exponent
    return exponent < 0 and number.normalize().as_tuple().exponent > exponent


def _named(column, choices):
    values = [c.rounded if isinstance(c, Shown) else c for c in choices]
    words = " or ".join(map(str, values))
    kind = f"{column.types[0]} {column.currency} {column.scale}"
    return f"{words} ({' '.join(kind.split())})"
