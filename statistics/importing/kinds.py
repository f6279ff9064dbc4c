"""What a column holds where no line describes it, in a sentence that can be undone."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.data import Column
from statistics.problems import about_column, cell_problem
from statistics.vocabulary import rank_words

from .currencies import SHARED, name_of, settled
from .scales import NAMES
from .texts import reason_for_text
from .words import says_how_much, says_numbering, says_year, unit_words

FOUR = re.compile(r"[0-9]{4}")
YEAR = re.compile(r"(1[5-9]|2[01])[0-9]{2}")


@dataclass(frozen=True)
class Kind:
    """A column with its type, the sentence on it, and what one click makes of it."""

    column: Column
    sentence: str = ""
    other: Column | None = None
    change: str = ""
    problems: tuple = ()


def kind_of(cells, mark):
    """The `Kind` of a `ColumnOfCells`, whose decimals are written with `mark`."""
    if cells.column.type:
        return Kind(cells.column)
    kind = _kind_of(cells, mark)
    if cells.decimals is None or not kind.column.is_measure:
        return kind
    sentence = ngettext(
        "Readers see %d decimal, as the workbook shows; it holds more.",
        "Readers see %d decimals, as the workbook shows; it holds more.",
        cells.decimals,
    )
    column = replace(kind.column, decimals=cells.decimals)
    said = f"{kind.sentence} {sentence % cells.decimals}"
    return replace(kind, column=column, sentence=said)


def _kind_of(cells, mark):
    column, label = replace(cells.column, type="text"), cells.column.label
    reason = reason_for_text(cells)
    if reason is not None:
        number = replace(column, type=_of_numbers(cells, mark)) if reason else None
        return Kind(column, reason, number, _("Make it a number") if number else "")
    for found in (_rank, _year):
        if kind := found(cells):
            return kind
    if any(amount.word for amount in cells.numbers):
        return _with_word(cells, mark)
    signs = {amount.sign for amount in cells.numbers if amount.sign}
    percent = any(amount.percent for amount in cells.numbers)
    if signs and percent:
        sentence = _("%s holds percentages and amounts of money: read as text.")
        return Kind(column, sentence % label)
    if signs:
        return _money(cells, signs)
    return _plain(cells, mark, percent)


def _rank(cells):
    label = cells.column.label
    ranks = label.strip().casefold() in rank_words()
    whole = all(re.fullmatch(r"[1-9][0-9]*", text.strip()) for text in cells.filled)
    if not ranks and not (says_numbering(label) and whole):
        return None
    if not ranks and len(set(cells.filled)) < len(cells.filled):
        return None
    column = replace(cells.column, type="rank")
    sentence = _("%s: ranks, as its name says.") % label
    return Kind(column, sentence, *_as_number(column))


def _year(cells):
    """Years where the label says so, or the place: first, and rising or falling."""
    label, texts = cells.column.label, [text.strip() for text in cells.filled]
    column = replace(cells.column, type="year")
    named = says_year(label)
    if named and (marked := _marked_years(cells)):
        sentence = _("%(label)s: text, as “%(cell)s” is a year with a mark.")
        parts = {"label": label, "cell": marked[:40]}
        text = replace(column, type="text")
        return Kind(text, sentence % parts, column, _("Make it years"))
    if not all(map((FOUR if named else YEAR).fullmatch, texts)):
        return None
    years = list(map(int, texts))
    if named or all(getattr(t, "kind", "") == "year" for t in cells.filled):
        sentence = _("%s: years.")
    elif (
        cells.place == 0
        and len(years) > 1
        and not says_how_much(label)
        and years in (sorted(set(years)), sorted(set(years), reverse=True))
    ):
        sentence = _("%s: read as years, as it comes first and they follow each other.")
    else:
        return None
    return Kind(column, sentence % label, *_as_number(column))


def _marked_years(cells):
    """A year with a mark beside it, where all cells are years: 2022p."""
    numbers = [next(iter(a.readings.values())) for a in cells.numbers]
    if not all(map(FOUR.fullmatch, numbers)):
        return ""
    marked = (t for t, a in zip(cells.texts, cells.amounts, strict=True) if a and a.note)
    return next(marked, "")


def _with_word(cells, mark):
    """Numbers that are all followed by one word: their unit, or something to ask."""
    word = next(amount.word for amount in cells.numbers)
    label = cells.column.label
    base = _money(cells, s) if (s := _signs(cells)) else _plain(cells, mark, False)
    column = replace(base.column, unit=word)
    parts = {"label": label, "word": word}
    if word.casefold() in unit_words():
        sentence = _("%(label)s: “%(word)s” is read as the unit.") % parts
        return replace(base, column=column, sentence=f"{base.sentence} {sentence}")
    sentence = _(
        "Column “%(label)s”: “%(word)s” beside its numbers is not understood. Say what "
        "the column holds: if it is the unit, write “%(line)s”."
    )
    line = f"{label}: {column.type} {column.currency}".strip() + f", unit {word}"
    problem = about_column(sentence % (parts | {"line": line}), label)
    change = _("Take “%s” as the unit") % word
    return Kind(column, problem, column, change, (*base.problems, problem))


def _signs(cells):
    return {amount.sign for amount in cells.numbers if amount.sign}


def _money(cells, signs):
    label = cells.column.label
    signed = [set(a.currencies) for a in cells.numbers if a.sign]
    common = set.intersection(*signed)
    first = next(amount.currencies for amount in cells.numbers if amount.sign)
    codes = tuple(code for code in first if code in common)
    some = ", ".join(sorted(signs))
    text = replace(cells.column, type="text")
    if not common - {None}:
        if any(hasattr(cell, "amount") for cell in cells.texts):
            return _several_currencies(text, some)
        sentence = _("%(label)s holds several currencies (%(signs)s): read as text.")
        return Kind(text, sentence % {"label": label, "signs": some})
    scale, problems = _scale(cells)
    code = settled(codes, label)
    if code is None:
        code = next(filter(None, codes))
        column = replace(cells.column, type="money", currency=code, scale=scale)
        return _which_currency(column, some, [c for c in codes if c], problems)
    column = replace(cells.column, type="money", currency=code, scale=scale)
    parts = {"label": label, "name": name_of(code), "sign": some}
    shared = len(signs) == 1 and some in SHARED and len(codes) > 1
    sentence = (
        _("%(label)s: read as %(name)s; “%(sign)s” is the sign of others, too.")
        if shared
        else _("%(label)s: money, %(name)s.")
    )
    return _number_kind(column, sentence % parts, cells, problems)


def _several_currencies(text, signs):
    sentence = _(
        "Column “%(label)s” holds several currencies (%(signs)s): give each its own "
        "column, or write “%(label)s: text”."
    )
    problem = about_column(sentence % {"label": text.label, "signs": signs}, text.label)
    return Kind(text, problem, text, _("Make it text"), (problem,))


def _which_currency(column, sign, codes, problems):
    sentence = _(
        "Column “%(label)s”: “%(sign)s” is the sign of several currencies (%(codes)s). "
        "Say which: write “%(line)s”."
    )
    line = f"{column.label}: money {column.currency}"
    line += f", {column.scale}" * bool(column.scale)
    parts = {"label": column.label, "sign": sign, "codes": ", ".join(codes)}
    problem = about_column(sentence % (parts | {"line": line}), column.label)
    change = _("Make it %s") % column.currency
    return Kind(column, problem, column, change, (*problems, problem))


def _plain(cells, mark, percent):
    scale, problems = ("", ()) if percent else _scale(cells)
    kind = "percent" if percent else _of_numbers(cells, mark, bool(scale))
    column = replace(cells.column, type=kind, scale=scale)
    sentence = {
        "percent": _("%s: percentages."),
        "integer": _("%s: whole numbers."),
        "decimal": _("%s: numbers with decimals."),
    }[kind]
    if percent:
        problems = tuple(_percent_or_share(cells, mark))
    return _number_kind(column, sentence % cells.column.label, cells, problems)


def _number_kind(column, sentence, cells, problems):
    words = dict.fromkeys(a.scale for a in cells.numbers if a.scale)
    if words:
        scales = ", ".join(
            _("“%(word)s” is read as %(zeros)s") % {"word": word, "zeros": zeros}
            for word, zeros in (
                (a.scale, f"{10**a.power:,}") for a in cells.numbers if a.scale
            )
            if words.pop(word, "gone") != "gone"
        )
        sentence = f"{sentence} {scales}."
    text = replace(column, type="text", currency="", scale="")
    return Kind(column, sentence, text, _("Make it text"), tuple(problems))


def _scale(cells):
    """The scale that all numbers share; a problem for each that may lack its own."""
    powers = {amount.power for amount in cells.numbers}
    if len(powers) == 1:
        return NAMES.get(powers.pop(), ""), ()
    if 0 not in powers:
        return "", ()
    return "", tuple(_lacking_scale(cells))


def _lacking_scale(cells):
    word = next(amount.scale for amount in cells.numbers if amount.scale)
    for row, amount in enumerate(cells.amounts, 1):
        if not amount or amount.power or hasattr(cells.texts[row - 1], "amount"):
            continue
        number = next(iter(amount.readings.values())).lstrip("-")
        if len(number.partition(".")[0]) < 4 and number.strip("0."):
            what = _("“%(cell)s” has no “%(word)s”, though others have: write it in full")
            parts = {"cell": cells.texts[row - 1][:40], "word": word}
            yield cell_problem(row, cells.column.label, what % parts)


def _percent_or_share(cells, mark):
    """Cells without % that may be shares: 0.25 among 25%."""
    for row, amount in enumerate(cells.amounts, 1):
        if amount and not amount.percent:
            number = amount.readings.get(mark, "1").lstrip("-")
            if number.startswith("0.") and number.strip("0."):
                what = _("“%s” has no % sign, though others have: write it as they are")
                cell = cells.texts[row - 1][:40]
                yield cell_problem(row, cells.column.label, what.replace("%s", cell))


def _of_numbers(cells, mark, scaled=False):
    """Whether they are whole; one that cannot be read so is a problem of its cell."""
    for row, amount in enumerate(cells.amounts):
        if amount:
            its_mark = cells.reading(row, mark)
            text = amount.readings.get(its_mark, ".")
            if "." in text and (scaled or not amount.power):
                return "decimal"
    return "integer"


def _as_number(column):
    return replace(column, type="integer"), _("Make it a number")
