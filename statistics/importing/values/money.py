"""Read columns of money: which currency, where a sign may mean several."""

from dataclasses import replace

from django.utils.translation import gettext as _

from statistics.table.errors import about_column

from .currencies import SHARED, name_of, settled
from .doubts import scale_of
from .kind import Kind, number_kind


def money(cells, signs):
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
    scale, problems = scale_of(cells)
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
    return number_kind(column, sentence % parts, cells, problems)


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
    choices = tuple(
        (_("Make it %s") % code, replace(column, currency=code)) for code in codes
    )
    return Kind(column, problem, problems=(*problems, problem), choices=choices)
