"""What columns hold, one a line: `Label: type, option, …`.

A column that no line describes is worked out from its cells.
"""

from .data import CURRENCY, MAX_COLUMNS, SCALES, TYPES, Column
from .problems import DataError


def describe(column):
    """The line that says what a column holds."""
    parts = [f"{column.type} {column.currency}".strip()]
    parts += [column.scale] * bool(column.scale)
    parts += [f"unit {column.unit}"] * bool(column.unit)
    parts += [f"decimals {column.decimals}"] * (column.decimals is not None)
    return f"{column.label}: {', '.join(parts)}"


def read_descriptions(text, labels):
    """Columns by label, from one line each; problems name the line."""
    columns, problems = {}, []
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MAX_COLUMNS:
        # Each would be answered with all the names there are.
        raise DataError(
            [f"Columns, {len(lines):,} lines; a table takes {MAX_COLUMNS}."]
        )
    for number, line in lines:
        label, _, spec = (part.strip() for part in line.rpartition(":"))
        # A label or a unit may hold a colon: the longest label that fits is meant.
        begun = [other for other in labels if line.strip().startswith(f"{other}:")]
        if begun:
            label = max(begun, key=len)
            spec = line.strip().removeprefix(f"{label}:").strip()
        if label not in labels:
            problems.append(
                f"Columns, line {number}: “{(label or line.strip())[:40]}” is not one "
                f"of the column names ({', '.join(labels)}). Correct it or delete the "
                "line."
            )
            continue
        try:
            columns[label] = _described(label, spec)
        except ValueError as error:
            problems.append(f"Columns, line {number}: {error}.")
    if problems:
        raise DataError(problems)
    return columns


def _described(label, spec):
    kind, *options = (part.strip() for part in spec.split(","))
    kind, _, currency = kind.partition(" ")
    if kind not in TYPES:
        raise ValueError(f"“{kind[:40]}” is no type; choose one of {', '.join(TYPES)}")
    if kind == "money" and not CURRENCY.fullmatch(currency):
        raise ValueError("money needs its currency, as in money USD")
    if kind != "money" and currency:
        raise ValueError(f"nobody knows what “{currency[:40]}” means after {kind}")
    fields = {"currency": currency}
    for option in options:
        word, _, rest = option.partition(" ")
        if option in SCALES:
            fields["scale"] = option
        elif word == "unit" and rest:
            fields["unit"] = rest
        elif word == "decimals" and rest.isascii() and rest.isdigit():
            fields["decimals"] = int(rest)
        elif "unit" in fields:  # which may hold a comma
            fields["unit"] += f", {option}"
        else:
            raise ValueError(
                f"“{option[:40]}” is not understood; write thousand, million, billion, "
                "unit per year, or decimals 2"
            )
    return Column("", label, kind, **fields)
