"""Show a workbook's number as the spreadsheet does, and tell what it means.

The digits are those of the file. What a format says beyond them is read as the text of
a cell is: the sign of a currency, a scale, percent, a unit.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.translation import gettext as _

from careerguide.languages.signs import SPACES
from careerguide.languages.writing import EXACT, number_text
from statistics.importing.values.amounts import exact_amount
from statistics.importing.values.characters import plain
from statistics.importing.values.scales import NAMES

from .cells import DateCell, HiddenCell, NumberCell
from .dates import date_text
from .digit_patterns import MOST_ZEROS, template, without_group_marks
from .format_codes import BUILT_IN, section_for
from .zips import damaged

GENERAL = "General"
SHOWN_CHARACTERS = 11  # of a number without a format, with its point
FORMAT_MINUS, FORMAT_BRACKETS = FORMAT_SIGNS = "-", "( )"
ARROWS = dict.fromkeys(map(ord, "▲▼△▽↑↓⬆⬇"))  # beside a sign they say it again


@dataclass(frozen=True)
class Formats:
    """Formats of cells: codes by id, and the id of each style.

    `struck` are the styles that strike out what a cell holds.
    """

    codes: dict
    styles: list
    starts_1904: bool = False
    struck: frozenset = frozenset()

    def code(self, style):
        known_as = "0"
        if style and self.styles:
            known = style.isdecimal() and len(style) < 10
            if not known or int(style) >= len(self.styles):
                raise damaged()
            known_as = self.styles[int(style)]
        if known_as in self.codes:
            return self.codes[known_as]
        known = known_as.isdecimal() and len(known_as) < 10
        return BUILT_IN.get(int(known_as), GENERAL) if known else GENERAL

    def shown(self, number, style, computed=False):
        """Return the cell of a number.

        `computed` ones are rounded as the format rounds.
        """
        code = self.code(style)
        section, signed = section_for(number, code)
        if section.is_date:
            text, kind = date_text(number, section, self.starts_1904)
            if text:
                return DateCell.of(text, kind, section.unknown)
            return NumberCell.of(exact_amount(_plain(number), "", ""))
        return _number(number, section, signed, computed)


def _number(number, section, signed, computed):
    tokens = without_group_marks(section.tokens)
    if not tokens:
        return _unseen(number)
    if not section.has("digits", "general", "exponent", "at"):
        return _words_only(number, tokens)
    if pattern := template(number, tokens):
        return pattern
    before, after, commas, places, least, percent = _around(tokens)
    value = number.scaleb(2, context=EXACT) if percent else number
    if commas:
        value = value.scaleb(-3 * commas, context=EXACT).normalize(EXACT)
    before, after = before.translate(ARROWS), after.translate(ARROWS)
    if not number:
        before = before.replace("-", "")  # a dash in place of nothing
    shown = _rounded(value, section, places)
    if computed:
        value = shown
    bracketed = before.strip().endswith("(") and after.strip().startswith(")")
    if number > 0 and (bracketed or "-" in plain(before)):
        # Shown as if it were below zero, which the number itself is not.
        word = FORMAT_BRACKETS if bracketed else FORMAT_MINUS
        return NumberCell.of(replace(exact_amount(_plain(value), "", ""), word=word))
    if signed or bracketed:
        # The section shows the minus, with brackets or a colour.
        before = before.replace("(", "").replace("-", "")
        after = after.replace(")", "").replace("-", "")
    if least > 1 and not (commas or percent or section.has("slash", "exponent")):
        text = _zeros_before(_plain(shown), least, places)
        if before.strip(" $€£¥"):
            return f"{before}{text}{after}".strip()  # a code, such as E05000001
        return NumberCell.of(exact_amount(text, before, after))

    def amount_of(number):
        amount = exact_amount(_plain(number), before, after)
        amount = _divided(amount, commas) if commas else amount
        return _percent(amount) if percent and not amount.percent else amount

    if section.has("general", "at", "slash", "exponent"):
        return NumberCell.of(amount_of(value))
    rounded = amount_of(shown) if shown != value else None
    return NumberCell.of(amount_of(value), rounded, places, bool(commas))


def _around(tokens):
    """Text before and after the digits, and what the placeholders say."""
    before, after, commas, places, least, percent = "", "", 0, 0, 0, False
    seen, in_fraction = False, False
    last = max(
        (n for n, (kind, _t) in enumerate(tokens) if kind == "digits"), default=0
    )
    for place, (kind, text) in enumerate(tokens):
        if kind in ("digits", "general", "at"):
            if kind == "digits" and not seen:
                least = text.count("0")
            elif in_fraction and kind == "digits":
                places += len(text)
            seen = True
        elif kind == "point":
            in_fraction = seen = True
        elif kind == "comma":
            previous = tokens[place - 1][0] if place else ""
            commas += bool(seen and previous in ("digits", "comma"))
        elif kind == "percent":
            percent = True
        elif kind in ("literal", "currency"):
            if not seen:
                before += text
            elif place > last or text.strip(" '" + SPACES):  # no mark of thousands
                after += text
    return before, after, commas, places, least, percent


def _divided(amount, commas):
    """A format that divides by a thousand shows thousands, whatever word it adds."""
    power = 3 * commas
    if amount.power == power:
        return amount
    if amount.power or power not in NAMES:
        word = _("%(scale)s, of a number divided by %(by)s") % {
            "scale": amount.scale,
            "by": number_text(10**power),
        }
        return replace(amount, scale="", power=0, word=word)
    return replace(amount, scale=NAMES[power], power=power)


def _percent(amount):
    if amount.sign or amount.power:
        return replace(amount, word="%")
    return replace(amount, percent=True)


def _rounded(value, section, places):
    """A result as it is shown; a number without a format has about eleven digits."""
    if section.has("general", "at", "slash"):
        whole = len(f"{abs(value):f}".partition(".")[0])
        places = max(0, SHOWN_CHARACTERS - 1 - whole)
    if section.has("exponent"):
        return value.normalize(Context(prec=places + 1, rounding=ROUND_HALF_UP))
    step = Decimal(1).scaleb(-places)
    rounded = value.quantize(step, rounding=ROUND_HALF_UP, context=EXACT)
    if section.has("general", "at", "slash"):
        return rounded.normalize(EXACT)
    return value if rounded == value else rounded


def _zeros_before(text, least, places):
    """The text of a number as a format such as 0000.0 shows it."""
    minus, digits = text[: text.startswith("-")], text.removeprefix("-")
    whole, _point, fraction = digits.partition(".")
    fraction = f".{fraction.ljust(places, '0')}" if places else ""
    return minus + whole.zfill(min(least, MOST_ZEROS)) + fraction


def _unseen(number):
    """`;;;` shows nothing; zero that is not shown is zero all the same."""
    if not number:
        return NumberCell.of(exact_amount("0", "", ""))
    return HiddenCell("")


def _words_only(number, tokens):
    """A section without digits shows its words: "none" for 0, or a dash."""
    text = "".join(text for kind, text in tokens if kind in ("literal", "currency"))
    if not number and (not text.strip() or set(text.strip()) <= set("-–—$€£¥ ")):
        return NumberCell.of(exact_amount("0", "", ""))
    return text.strip() if text.strip() else _unseen(number)


def _plain(number):
    return f"{number:f}"
