"""Read columns of years and of ranks, which say which, and not how much."""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from statistics.table.errors import shortened
from statistics.table.vocabulary import folded, rank_words

from .characters import plain
from .kind import Kind, as_number
from .subjects import is_counted, is_measured
from .words import says_numbering, tokens
from .year_words import says_event, says_period, says_year

FOUR = re.compile(r"[0-9]{4}(?:[.]0)?")  # with .0 where a program lacked a year
YEAR = re.compile(r"(1[5-9]|2[01])[0-9]{2}")
STEP = 50  # years, at most, between those that only their place says to be years


def rank(cells):
    label = cells.column.label
    ranks = folded(label) in rank_words()
    whole = all(re.fullmatch(r"[1-9][0-9]*", plain(text)) for text in cells.filled)
    if not ranks and not (says_numbering(label) and whole):
        return None
    if not ranks and len(set(cells.filled)) < len(cells.filled):
        return None
    if any(plain(text) == "0" for text in cells.filled):
        return None  # ranks begin at 1
    column = replace(cells.column, type="rank")
    sentence = _("%s: ranks, as its name says.") % label
    return Kind(column, sentence, *as_number(column))


def year(cells):
    """Years where the label says so, or the place: first, and rising or falling."""
    label, texts = cells.column.label, [plain(text) for text in cells.filled]
    column = replace(cells.column, type="year")
    named = says_year(label)
    if named and (marked := _marked_years(cells)):
        sentence = _("%(label)s: text, as “%(cell)s” is a year with a mark.")
        parts = {"label": label, "cell": shortened(marked)}
        text = replace(column, type="text")
        return Kind(text, sentence % parts, column, _("Make it years"))
    form = FOUR if named and len(tokens(label)) == 1 else YEAR
    if not all(map(form.fullmatch, texts)):
        return None
    years = [int(text.removesuffix(".0")) for text in texts]
    if (
        named
        or says_event(label)
        or (says_period(label) and _are_recent(years))
        or all(getattr(t, "kind", "") == "year" for t in cells.filled)
    ):
        sentence = _("%s: years.")
    elif (
        cells.place == 0
        and not (is_counted(label) or is_measured(label))
        and _follow_each_other(years)
    ):
        sentence = _("%s: read as years, as it comes first and they follow each other.")
    else:
        return None
    return Kind(column, sentence % label, *as_number(column))


def are_years(texts):
    """Return whether all could be years, whatever their column is called."""
    return bool(texts) and all(YEAR.fullmatch(plain(text)) for text in texts)


def _are_recent(years):
    """Whether they are no round amounts, such as those from and to which one pays."""
    return all(1800 <= year <= 2100 for year in years) and (
        any(year % 50 for year in years)
    )


def _follow_each_other(years):
    """Whether they rise or fall, as years do: 1500 and 2000 are rather metres."""
    if len(years) < 2 or years not in (sorted(years), sorted(years, reverse=True)):
        return False
    steps = {abs(a - b) for a, b in zip(years, years[1:], strict=False)}
    return 0 not in steps and max(steps) <= STEP


def _marked_years(cells):
    """A year with a mark beside it, where all cells are years: 2022p."""
    numbers = [next(iter(a.readings.values())) for a in cells.numbers]
    if not all(map(FOUR.fullmatch, numbers)):
        return ""
    marked = (
        t for t, a in zip(cells.texts, cells.amounts, strict=True) if a and a.note
    )
    return next(marked, "")
