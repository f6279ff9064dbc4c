"""Say what was read in another way than it was written: marks, exponents, dates."""

import re
from decimal import Decimal
from functools import lru_cache

from babel.dates import get_month_names
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.locales import locale_of
from careerguide.languages.writing import number_text
from statistics.importing.workbooks import hidden_digits
from statistics.table.cell_notes import LIMITS
from statistics.table.errors import shortened

from .arrows import has_arrow
from .characters import plain
from .digits import COMMA, POINT, own_mark
from .parentheses import in_parentheses

RANGE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}\+?")
SOME = 4


def remarks(cells, column, mark=""):
    """Yield sentences on a `ColumnOfCells` that is read as `column`.

    `mark` is its decimal mark, where nobody chose it.
    """
    if column.type == "text":
        yield from _dates_among_labels(cells, column.label)
        return
    yield from _marks(cells, column.label)
    if cells.column.type:
        for sentence in hidden_digits.sentences(cells, column):
            yield f"{column.label}: {sentence}"
    if mark:
        for sentence in on_decimals(cells, column.type, mark):
            otherwise = _("If they do not, choose so under “Decimals”.")
            yield f"{column.label}: {sentence} {otherwise}"
    yield from _minus_signs(cells, column.label)
    for amount, text in zip(cells.amounts, cells.texts, strict=True):
        if amount and amount.exponent:
            yield _("%(label)s: “%(cell)s” is read as %(number)s.") % {
                "label": column.label,
                "cell": shortened(text),
                "number": amount.readings.get(POINT)
                or next(iter(amount.readings.values())),
            }
            return


def on_decimals(cells, kind, mark):
    """Yield a sentence on a cell of two readings that is not read by the site's own
    mark, or of which only other columns tell that three digits are decimals.
    """
    is_own = mark == own_mark()
    if is_own and cells.evidence().found:
        return
    for _row, _label, _kind, cell, amount in cells.places():
        readings = amount.of_type(kind)
        if len(set(readings.values())) > 1 and mark in readings:
            if is_own and "." not in readings[mark]:
                continue
            sentence = {
                COMMA: _(
                    "“%(cell)s” is read as %(number)s, as decimals follow a comma."
                ),
                POINT: _(
                    "“%(cell)s” is read as %(number)s, as decimals follow a point."
                ),
            }[mark]
            number = number_text(Decimal(readings[mark]))
            yield sentence % {"cell": shortened(cell), "number": number}
            return


def _minus_signs(cells, label):
    """A sentence on numbers below zero without a minus before them: (5), 5-, ▼5."""
    for text, amount in zip(cells.texts, cells.amounts, strict=True):
        if amount and (
            has_arrow(text) or plain(text)[-1:] == "-" or in_parentheses(text, amount)
        ):
            number = next(iter(amount.readings.values()))
            if number.startswith("-"):
                sentence = _("%(label)s: “%(cell)s” is read as a number below zero.")
                yield sentence % {"label": label, "cell": shortened(text)}
                return


def _marks(cells, label):
    signs = [
        text
        for text, m in zip(cells.texts, cells.no_value_marks, strict=True)
        if m == "" and text
    ]
    if signs:
        sentence = ngettext(
            "%(label)s: %(count)d cell is read as no value: %(some)s.",
            "%(label)s: %(count)d cells are read as no value: %(some)s.",
            len(signs),
        )
        yield _counted(sentence, label, signs)
    meant = [
        text for text, m in zip(cells.texts, cells.no_value_marks, strict=True) if m
    ]
    if meant:
        sentence = ngettext(
            "%(label)s: %(count)d cell has a mark in place of a number, kept as a "
            "note: %(some)s.",
            "%(label)s: %(count)d cells have a mark in place of a number, kept as a "
            "note: %(some)s.",
            len(meant),
        )
        yield _counted(sentence, label, meant)
    pairs = list(zip(cells.texts, cells.amounts, strict=True))
    limits = [text for text, amount in pairs if amount and amount.note in LIMITS]
    if limits:
        sentence = ngettext(
            "%(label)s: %(count)d cell is a limit, kept as a note and not drawn: "
            "%(some)s.",
            "%(label)s: %(count)d cells are limits, kept as notes and not drawn: "
            "%(some)s.",
            len(limits),
        )
        yield _counted(sentence, label, limits)
    noted = [
        text
        for text, amount in pairs
        if amount and amount.note and amount.note not in LIMITS
    ]
    if noted:
        sentence = ngettext(
            "%(label)s: %(count)d number has a mark, kept as a note: %(some)s.",
            "%(label)s: %(count)d numbers have a mark, kept as a note: %(some)s.",
            len(noted),
        )
        yield _counted(sentence, label, noted)


def _counted(sentence, label, cells):
    different = list(dict.fromkeys(cells))
    some = ", ".join(f"“{shortened(cell)}”" for cell in different[:SOME])
    more = ", …" if len(different) > SOME else ""
    return sentence % {"label": label, "count": len(cells), "some": some + more}


def _dates_among_labels(cells, label):
    texts = [text for text in cells.texts if text]
    dates = [text for text in texts if getattr(text, "kind", "") in ("date", "year")]
    if not dates and any(map(RANGE.fullmatch, texts)):
        dates = [text for text in texts if _day().fullmatch(text)]
    times = [text for text in texts if getattr(text, "kind", "") == "time"]
    if dates and len(dates) + len(times) < len(texts):
        sentence = _(
            "%(label)s: “%(cell)s” is a date among labels that are no dates: it may "
            "have been an age or a range, such as 5-10, that the spreadsheet changed."
        )
        for date in dates[:SOME]:
            yield sentence % {"label": label, "cell": date}


def _day():
    return _day_of(locale_of())


@lru_cache(maxsize=16)
def _day_of(locale):
    """5-Oct, 05. Okt, Oct-05: what spreadsheets make of 5-10."""
    names = {
        name.rstrip(".")
        for language in (locale, locale_of("en"))
        for name in get_month_names("abbreviated", locale=language).values()
    }
    month = "|".join(map(re.escape, sorted(names)))
    return re.compile(
        rf"\d{{1,2}}[-. /]{{1,2}}(?:{month})\.?|(?:{month})\.?[-. /]{{1,2}}\d{{1,2}}",
        re.IGNORECASE,
    )
