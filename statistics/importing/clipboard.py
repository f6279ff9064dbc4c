"""Read cells pasted into the grid, which has its columns already, or typed into it."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from careerguide.languages.writing import number_text
from statistics.importing.values.columns import UNKNOWN, ColumnOfCells, limit
from statistics.importing.values.decimal_mark import MAY_LACK_A_DIGIT, Unsettled
from statistics.importing.values.digits import COMMA, POINT, own_mark
from statistics.importing.values.infer import kind_of
from statistics.importing.values.letters import WITH_PENCE, may_be_pence
from statistics.importing.values.parentheses import in_parentheses
from statistics.importing.values.remarks import on_decimals
from statistics.table.cell_notes import LIMITS, with_note
from statistics.table.errors import Problem, shortened
from statistics.table.schema import MAX_COLUMNS, MAX_ROWS, TYPES, Column

from .tables import decimal_marks


def read_clipboard(lines, kinds, decimal_mark="", typed=False, beside=()):
    """Return (cells, notes, sentences): the lines with their numbers in our own
    notation, currency and percent kept, where they hold notes, and what there is to
    say.

    `kinds` are the types of the columns they go to, "" where none is known: there cells
    stay as they are unless all of the column, with those `beside` them, are numbers,
    and one of them would mean another by other marks. Raises `Unsettled` if the cells
    do not tell how decimals are written; of cells that were `typed` the language of the
    site tells it, unless they can be read in two ways.
    """
    _check(lines, kinds, beside)
    width = max(map(len, lines), default=0)
    sheet = [
        ColumnOfCells(
            Column("", str(place + 1), (kinds + [UNKNOWN] * width)[place]),
            tuple(line[place].strip() if place < len(line) else "" for line in lines),
            place=place,
        )
        for place in range(width)
    ]
    unknown = [not source.column.type for source in sheet]
    sheet = [
        _as_text_if_it_is(source, beside[place] if place < len(beside) else ())
        for place, source in enumerate(sheet)
    ]
    decimals = [decimal_mark] * width
    if typed:
        decimals = decimals if decimal_mark else [_typed_mark(sheet)] * width
        decimal_mark = decimal_mark or decimals[0]
    else:
        decimals = decimal_marks(sheet, decimal_mark)
    cells, notes, sentences = [list(line) for line in lines], [], []
    for place, (source, mark) in enumerate(zip(sheet, decimals, strict=True)):
        if not decimal_mark:
            sentences += on_decimals(source, source.column.type, mark)
        if unknown[place]:
            rewritten = _rewritten(source, mark, typed)
            if not rewritten:
                continue
            sentences += _on_label(rewritten) if typed else []
        for row, _label, kind, cell, amount in source.places():
            # With a word beside it a cell may be a name: 5G is not 5 G.
            is_plain = amount.word and amount.readings.get(mark, "-") in cell
            # What it means is asked where the column's currency is known.
            pence = kind == "money" and any(
                may_be_pence(cell, amount, code) for code in WITH_PENCE
            )
            if not (amount.begins_with_zero or is_plain or pence):
                cells[row - 1][place] = _written(
                    _chosen(amount, mark, typed), mark, cell
                )
                sentences += _on_parentheses(cell, amount, sentences)
                note = limit(cell) if amount.note in LIMITS else amount.note
                notes += _note(row, place, note)
        for row, no_value_mark in enumerate(source.no_value_marks, 1):
            if no_value_mark and source.column.type not in ("text", UNKNOWN):
                cells[row - 1][place] = with_note("", no_value_mark)
                notes += _note(row, place, no_value_mark)
    return cells, notes, sentences


def _as_text_if_it_is(source, beside):
    """The column as text where its cells, with those beside them, are no numbers."""
    if source.column.type:
        return source
    texts = (*source.texts, *beside)
    kind = kind_of(replace(source, texts=texts), own_mark())
    if kind.column.is_measure and not kind.problems:
        return source
    return replace(source, column=replace(source.column, type="text"))


def _rewritten(source, mark, typed=False):
    """A cell, and its number, that other marks would give another meaning."""
    for _row, _label, _kind, cell, amount in source.places():
        readings = _chosen(amount, mark, typed).readings
        number = readings.get(mark, "").lstrip("-")
        if number not in cell and not amount.begins_with_zero:
            return cell, readings[mark]
    return None


def _on_label(rewritten):
    cell, number = rewritten
    sentence = _("“%(cell)s” was read as the number %(number)s.")
    return [
        sentence % {"cell": shortened(cell), "number": number_text(Decimal(number))}
    ]


def _on_parentheses(cell, amount, sentences):
    """A sentence on a cell whose parentheses become a minus, once."""
    sentence = _("“%s” is read as a number below zero.") % shortened(cell)
    return (
        [sentence] if in_parentheses(cell, amount) and sentence not in sentences else []
    )


def _written(amount, mark, cell):
    if amount.note in LIMITS:
        return with_note("", limit(cell))
    return amount.in_our_notation(mark, cell)


def _note(row, place, note):
    return [{"row": row - 1, "column": place, "note": note}] if note else []


def _typed_mark(sheet):
    """The mark that the language writes; `Unsettled` where a cell has two readings."""
    own = own_mark()
    for source in sheet:
        for row, label, kind, cell, amount in source.places():
            readings = amount.of_type(kind)
            if len(set(readings.values())) > 1:
                raise _which_number(row, label, cell, readings)
            if own not in readings:
                if whole := _grouped_wrongly(amount, own):
                    raise _which_number(row, label, cell, readings | {own: whole})
                own = next(iter(readings))
    return own


def _chosen(amount, mark, typed):
    """The amount of a typed cell as the whole number that somebody chose for it."""
    whole = typed and mark not in amount.readings and _grouped_wrongly(amount, mark)
    return replace(amount, readings={mark: whole}) if whole else amount


def _grouped_wrongly(amount, own):
    """The whole number that 12,34 may be where decimals follow a point, or ""."""
    text = amount.readings.get(COMMA, "")
    may_be = own == POINT and MAY_LACK_A_DIGIT.fullmatch(text)
    return text.replace(".", "") if may_be else ""


def _which_number(row, label, cell, readings):
    """The question which number a cell means, that by the site's mark first."""
    own = own_mark()
    order = [own, *(mark for mark in readings if mark != own)]
    sentence = _("“%(cell)s” could mean %(first)s or %(second)s.")
    first, second = [readings[mark] for mark in order][:2]
    parts = {"cell": shortened(cell), "first": first, "second": second}
    problem = Problem(sentence % parts, row, label)
    return Unsettled(problem, shortened(cell), {mark: readings[mark] for mark in order})


def _check(lines, kinds, beside):
    """Refuse what no clipboard of ours sends."""
    if not isinstance(lines, list) or len(lines) > MAX_ROWS + 1:
        raise ValueError("too many rows")
    if not isinstance(beside, list | tuple) or len(beside) > MAX_COLUMNS + 1:
        raise ValueError("too many columns")
    for line in (*lines, kinds):
        if not isinstance(line, list) or len(line) > MAX_COLUMNS + 1:
            raise ValueError("too many columns")
        if not all(isinstance(cell, str) for cell in line):
            raise ValueError("not texts")
    for cells in beside:
        if not isinstance(cells, list) or len(cells) > MAX_ROWS:
            raise ValueError("too many cells")
        if not all(isinstance(cell, str) for cell in cells):
            raise ValueError("not texts")
    if not set(kinds) <= {UNKNOWN, *TYPES}:
        raise ValueError("no types")
