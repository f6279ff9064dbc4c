"""Write numbers as the active language does, digit for digit.

Nothing is rounded and no zero added: a number keeps the decimals it has. What a
language says of a kind of number is put together once and kept.
"""

import re
from dataclasses import astuple
from decimal import Context, Decimal
from functools import lru_cache

from babel.units import format_unit
from django.utils.translation import get_language, get_language_bidi

from .locales import locale_of
from .numbers import NBSP, Affixes, money_symbols_of, symbols_of
from .scales import EXPONENTS, scale_forms

# Python's own 28 digits would round, or refuse, the longest numbers a table takes.
EXACT = Context(prec=60)
# English as it is written here: “$” is the US dollar, and other currencies are codes.
ENGLISH_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
ISOLATE, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
DIRECTION = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")


def number_writer(scale=""):
    """Return a function that writes a Decimal: 1.234,5; in millions, 1.234,5 Mio."""
    return _writer(get_language(), "number", scale)


def percent_writer():
    """Return a function that writes what is percent already: 25 as 25 %."""
    return _writer(get_language(), "percent")


def money_writer(currency, scale=""):
    """A function that writes amounts of a currency, an ISO 4217 code: 12,5 Mio. €."""
    return _writer(get_language(), "money", scale, currency)


def number_text(number):
    """Return one number, a Decimal or an int: 1.234,5."""
    return number_writer()(Decimal(number))


def digits_text(text):
    """The text in the language's own digits, as years are written, without groups."""
    digits = symbols_of(locale_of()).digits
    return text if digits.isascii() else text.translate(_digits(digits))


def kilobytes_text(number):
    """Return a size in kilobytes: 2,7 kB."""
    return _kilobytes(locale_of()).replace("{0}", number_text(number))


def isolated(text):
    """Return the text with marks that keep its direction to itself, in languages that
    run from the right; elsewhere as it is.
    """
    return f"{ISOLATE}{text}{END}" if get_language_bidi() else text


def shown_length(text):
    """Return how many characters of a text take room: marks of direction do not."""
    return len(text) if text.isascii() else len(DIRECTION.sub("", text))


class _Writer:
    """Writes one kind of number.

    `forms` are by plural category what stands around the digits, and by how many digits
    the decimal mark moves.
    """

    def __init__(self, locale, symbols, forms):
        self.locale, self.symbols, self.forms = locale, symbols, forms
        self.one_form = forms["other"] if len(forms) == 1 else None
        # From the notation of Python's own `f"{value:,f}"`.
        signs = _digits(symbols.digits) | {46: symbols.decimal, 44: symbols.group}
        # None where they are the same, as in English.
        self.signs = {c: sign for c, sign in signs.items() if chr(c) != sign}
        groups = symbols.first_group, symbols.other_groups, symbols.least_grouped
        self.in_threes = groups == (3, 3, 4)

    def __call__(self, value):
        size = value.copy_abs()
        around, moved = self.one_form or self._form(size)
        if moved:
            size = size.scaleb(moved, context=EXACT)
        digits = f"{size:,f}" if self.in_threes else self._grouped(size)
        if self.signs:
            digits = digits.translate(self.signs)
        if value < 0:
            return f"{around.before_negative}{digits}{around.after_negative}"
        return f"{around.before}{digits}{around.after}"

    def _form(self, size):
        category = self.locale.plural_form(size)
        return self.forms.get(category, self.forms["other"])

    def _grouped(self, size):
        """The digits with commas between groups and a decimal point."""
        whole, point, fraction = f"{size:f}".partition(".")
        if len(whole) < self.symbols.least_grouped:
            return whole + point + fraction
        first, other = self.symbols.first_group, self.symbols.other_groups
        groups, whole = [whole[-first:]], whole[:-first]
        while whole:
            groups.append(whole[-other:])
            whole = whole[:-other]
        return ",".join(reversed(groups)) + point + fraction


@lru_cache(maxsize=512)
def _writer(language, kind, scale="", currency=""):
    locale = locale_of(language)
    symbols = money_symbols_of(locale) if kind == "money" else symbols_of(locale)
    base = getattr(symbols, kind)
    forms = {"other": (base, 0)}
    if scale:
        written_out = {"other": (base, EXPONENTS[scale])}
        forms = scale_forms(locale, scale, kind == "money") or written_out
    if kind == "money":
        sign = _sign(locale, currency)
        forms = {
            category: (_with_sign(_as_money(around, base), sign), moved)
            for category, (around, moved) in forms.items()
        }
    if all(form == forms["other"] for form in forms.values()):
        forms = {"other": forms["other"]}
    return _Writer(locale, symbols, forms)


def _sign(locale, currency):
    if locale.language == "en":
        return ENGLISH_SIGNS.get(currency, currency)
    return locale.currency_symbols.get(currency, currency)


def _as_money(around, money):
    """A scale without a place for the currency, put where amounts have their digits."""
    if "¤" in "".join(astuple(around)):
        return around
    return Affixes(
        money.before + around.before,
        around.after + money.after,
        money.before_negative + around.before,
        around.after + money.after_negative,
    )


def _with_sign(around, sign):
    """The affixes with the currency's sign; letters stand apart from digits."""

    def before(affix):
        apart = NBSP if affix.endswith("¤") and sign[-1:].isalpha() else ""
        return affix.replace("¤", sign + apart)

    def after(affix):
        apart = NBSP if affix.startswith("¤") and sign[:1].isalpha() else ""
        return affix.replace("¤", apart + sign)

    return Affixes(
        before(around.before),
        after(around.after),
        before(around.before_negative),
        after(around.after_negative),
    )


@lru_cache(maxsize=64)
def _digits(digits):
    return {ord(str(number)): digit for number, digit in enumerate(digits)}


@lru_cache(maxsize=64)
def _kilobytes(locale):
    return format_unit("{0}", "digital-kilobyte", "short", locale=locale)
