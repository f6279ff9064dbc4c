"""Infer what an undescribed column holds, in a sentence that can be undone."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.languages.writing import number_text
from statistics.importing.workbooks import hidden_digits
from statistics.importing.workbooks.displayed import FORMAT_SIGNS
from statistics.table.errors import about_column
from statistics.table.vocabulary import folded

from .currencies import settled
from .doubts import percent_or_share, scale_of, without_percent
from .kind import Kind, number_kind
from .letters import doubtful_mark, doubtful_scale
from .money import money
from .multipliers import with_multiplier
from .parentheses import doubtful_parentheses
from .scales import NAMES, scales
from .texts import reason_for_text
from .words import unit_words
from .years import are_years, rank, year


def kind_of(cells, mark):
    """The `Kind` of a `ColumnOfCells`, whose decimals are written with `mark`."""
    kind = Kind(cells.column) if cells.column.type else _inferred(cells, mark)
    return with_multiplier(cells, kind) if cells.multiplier else kind


def _inferred(cells, mark):
    kind = _kind_of(cells, mark)
    if not kind.column.is_measure:
        return kind
    if asked := doubtful_parentheses(cells, kind):
        return asked
    decimals = hidden_digits.shown_decimals(cells, kind.column)
    column = replace(kind.column, decimals=decimals)
    sentence = " ".join([kind.sentence, *hidden_digits.sentences(cells, column)])
    return replace(kind, column=column, sentence=sentence)


def _kind_of(cells, mark):
    column, label = replace(cells.column, type="text"), cells.column.label
    reason = reason_for_text(cells)
    if reason is not None:
        kind = _of_numbers(cells, mark)
        number = replace(column, type=kind) if reason else None
        if number and len(signs := _signs(cells)) == 1:
            code = settled(cells.numbers[0].currencies, label)
            number = replace(number, type="money", currency=code) if code else None
        return Kind(column, reason, number, _("Make it a number") if number else "")
    for found in (rank, year):
        if kind := found(cells):
            return kind
    for doubtful in (doubtful_mark, doubtful_scale):
        if kind := doubtful(cells):
            return kind
    if any(amount.word for amount in cells.numbers):
        return _with_word(cells, mark)
    signs = _signs(cells)
    percent = any(amount.percent for amount in cells.numbers)
    if signs and percent:
        sentence = _("%s holds percentages and amounts of money: read as text.")
        return Kind(column, sentence % label)
    if signs:
        return money(cells, signs)
    return _plain(cells, mark, percent)


def _with_word(cells, mark):
    """Numbers that are all followed by one word: their unit, or something to ask."""
    words = list(dict.fromkeys(amount.word for amount in cells.numbers))
    word, label = words[0], cells.column.label
    alike = word and len({scales().doubts(other) for other in words}) == 1
    if (len(words) > 1 and not (alike and scales().doubts(word))) or (
        word in FORMAT_SIGNS
    ):
        return _several_words(cells, filter(None, words))
    percent = any(amount.percent for amount in cells.numbers)
    base = money(cells, s) if (s := _signs(cells)) else _plain(cells, mark, percent)
    column = replace(base.column, unit=word)
    parts = {"label": label, "word": word}
    if folded(word) in unit_words():
        sentence = _("“%s” is read as the unit.") % word
        return replace(base, column=column, sentence=f"{base.sentence} {sentence}")
    if powers := scales().doubts(word):
        return _which_scale(base, word, powers)
    sentence = _(
        "Column “%(label)s”: “%(word)s” beside its numbers is not understood. Say what "
        "the column holds: if it is the unit, write “%(line)s”."
    )
    line = f"{label}: {column.type} {column.currency}".strip() + f", unit {word}"
    problem = about_column(sentence % (parts | {"line": line}), label)
    change = _("Take “%s” as the unit") % word
    return Kind(column, problem, column, change, (*base.problems, problem))


def _which_scale(base, word, powers):
    """A `Kind` that asks which of its powers of ten a word stands for."""
    column, label = base.column, base.column.label
    sentence = _(
        "Column “%(label)s”: “%(word)s” beside its numbers is %(one)s to some and "
        "%(other)s to others. Say which it is; or write the numbers in full."
    )
    one, other = (number_text(10**power) for power in powers)
    parts = {"label": label, "word": word, "one": one, "other": other}
    problem = about_column(sentence % parts, label)
    choices = [
        (
            _("Read “%(word)s” as %(zeros)s")
            % {"word": word, "zeros": number_text(10**power)},
            replace(column, scale=NAMES[power]),
        )
        for power in powers
        if power in NAMES
    ]
    unit = replace(column, unit=word)
    choices.append((_("Take “%s” as the unit") % word, unit))
    problems = (*base.problems, problem)
    return Kind(unit, problem, problems=problems, choices=tuple(choices))


def _several_words(cells, words):
    sentence = _(
        "Column “%(label)s”: its number format adds %(words)s, which is not "
        "understood. Change the format, or write “%(label)s: text”."
    )
    label = cells.column.label
    some = ", ".join(f"“{word}”" for word in words)
    problem = about_column(sentence % {"label": label, "words": some}, label)
    text = replace(cells.column, type="text")
    return Kind(text, problem, text, _("Make it text"), (problem,))


def _signs(cells):
    return {amount.sign for amount in cells.numbers if amount.sign}


def _plain(cells, mark, percent):
    scale, problems = ("", ()) if percent else scale_of(cells)
    kind = "percent" if percent else _of_numbers(cells, mark, bool(scale))
    column = replace(cells.column, type=kind, scale=scale)
    sentence = {
        "percent": _("%s: percentages."),
        "integer": _("%s: whole numbers."),
        "decimal": _("%s: numbers with decimals."),
    }[kind] % cells.column.label
    if percent:
        problems = tuple(percent_or_share(cells, mark))
        if (bare := without_percent(cells)) and not problems:
            sentence = f"{sentence} {bare}"
    kind = number_kind(column, sentence, cells, problems)
    if column.type == "integer" and are_years(cells.filled):
        other = replace(column, type="year", scale="")
        return replace(kind, other=other, change=_("Make it years"))
    return kind


def _of_numbers(cells, mark, scaled=False):
    """Whether they are whole; one that cannot be read so is a problem of its cell."""
    for row, amount in enumerate(cells.amounts):
        if amount:
            its_mark = cells.reading(row, mark)
            text = amount.readings.get(its_mark, ".")
            if "." in text and (scaled or not amount.power):
                return "decimal"
    return "integer"
