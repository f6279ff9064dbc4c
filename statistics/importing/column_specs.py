"""Parse what columns hold, one a line: `Label: type, option, …`.

A column that no line describes is worked out from its cells. The words are a notation,
the same in every language.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import number_text
from statistics.table.errors import DataError, Problem, shortened
from statistics.table.schema import CURRENCY, MAX_COLUMNS, SCALES, TYPES, Column


def describe(column):
    """Return the line that says what a column holds."""
    parts = [f"{column.type} {column.currency}".strip()]
    parts += [column.scale] * bool(column.scale)
    parts += [f"unit {column.unit}"] * bool(column.unit)
    parts += [f"decimals {column.decimals}"] * (column.decimals is not None)
    return f"{column.label}: {', '.join(parts)}"


def read_descriptions(text, labels):
    """Return columns by label, from one line each; problems name the line."""
    columns, problems = {}, []
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MAX_COLUMNS:
        # Each would be answered with all the names there are.
        raise DataError([_about(_too_many(len(lines)))])
    for number, line in lines:
        label, _colon, spec = (part.strip() for part in line.rpartition(":"))
        # A label or a unit may hold a colon: the longest label that fits is meant.
        begun = [other for other in labels if line.strip().startswith(f"{other}:")]
        if begun:
            label = max(begun, key=len)
            spec = line.strip().removeprefix(f"{label}:").strip()
        if label not in labels:
            sentence = _(
                "Columns, line %(number)d: “%(name)s” is not one of the column names "
                "(%(names)s). Correct it or delete the line."
            )
            name, names = shortened(label or line.strip()), ", ".join(labels)
            parts = {"number": number, "name": name, "names": names}
            problems.append(_about(sentence % parts))
            continue
        try:
            columns[label] = _described(label, spec)
        except ValueError as error:
            sentence = _("Columns, line %(number)d: %(what)s.")
            problems.append(_about(sentence % {"number": number, "what": error}))
    if problems:
        raise DataError(problems)
    return columns


def _too_many(count):
    sentence = ngettext(
        "Columns, %(count)s line; a table takes %(most)d.",
        "Columns, %(count)s lines; a table takes %(most)d.",
        count,
    )
    return sentence % {"count": number_text(count), "most": MAX_COLUMNS}


def _about(sentence):
    return Problem(sentence, in_descriptions=True)


def _described(label, spec):
    kind, *options = (part.strip() for part in spec.split(","))
    kind, _space, currency = kind.partition(" ")
    if kind not in TYPES:
        sentence = _("“%(word)s” is no type; choose one of %(words)s")
        raise ValueError(
            sentence % {"word": shortened(kind), "words": ", ".join(TYPES)}
        )
    if kind == "money" and not CURRENCY.fullmatch(currency):
        raise ValueError(_("money needs its currency, as in money USD"))
    if kind != "money" and currency:
        sentence = _("nobody knows what “%(word)s” means after %(type)s")
        raise ValueError(sentence % {"word": shortened(currency), "type": kind})
    fields = {"currency": currency}
    for option in options:
        word, _space, rest = option.partition(" ")
        if option in SCALES:
            fields["scale"] = option
        elif word == "unit" and rest:
            fields["unit"] = rest
        elif word == "decimals" and rest.isascii() and rest.isdigit():
            fields["decimals"] = int(rest)
        elif "unit" in fields:  # which may hold a comma
            fields["unit"] += f", {option}"
        else:
            sentence = _(
                "“%s” is not understood; write thousand, million, billion, unit per "
                "year, or decimals 2"
            )
            raise ValueError(sentence % shortened(option))
    return Column("", label, kind, **fields)
