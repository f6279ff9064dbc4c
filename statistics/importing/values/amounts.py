"""Take apart what is written in a cell as a number: $(1,234.50), 75,5 Mrd. €, 32000p.

An `Amount` says what the digits mean by each decimal mark, and what stands beside them:
the currency's sign, the word of a scale, percent, a mark that becomes the cell's note,
or a word that is not understood, about which somebody has to be asked.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import get_language

from statistics.table.cell_notes import LIMITS

from .affixes import Affixes, read_affixes
from .arrows import with_sign
from .cell_notes import flag, without_note
from .characters import plain
from .digits import DECIMAL_MARKS, own_mark, readings_of

LONGEST = 100  # characters of a cell that may be a number

CORE = re.compile(
    # A point after letters belongs to them: Fr.5 is five francs, not a half.
    r"(?P<before>(?:[^0-9]*(?:[^0-9.,]|(?<=[^\W\d_])[.,]))?)"
    r"(?P<digits>[.,]?[0-9][0-9.,' ]*)"
    r"(?P<exponent>[eE][-+]?[0-9]{1,3}(?![0-9a-zA-Z]))?"
    r"(?P<after>.*)"
)
NEGATIVE = re.compile(r"([^()0-9]*)\(([^()]*[0-9][^()]*)\)([^()0-9]*)")
MINUS_AFTER = re.compile(r"-( ?[^-]*)|( ?[^-]+)-")  # 1.234,50- in accounts
# What a currency's whole amounts end in: 12.–, and in Swedish 12:-
NOTHING_AFTER = re.compile(r"-{1,2}")
COLON_DASH = re.compile(r":-{1,2}(?!\d)")
# Those that have as many decimals as a table takes without rounding.
FRACTIONS = {"½": "5", "¼": "25", "¾": "75", "⅕": "2", "⅖": "4", "⅗": "6", "⅘": "8"}
FRACTIONS |= {"⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875"}
FRACTION = re.compile(rf"([0-9]?) ?([{''.join(FRACTIONS)}])")


@dataclass(frozen=True)
class Amount:
    """A cell's number: its `readings` by decimal mark, and what stands beside it.

    `currencies` are the codes that `sign` may mean, the likeliest first; `power` is the
    power of ten that `scale` stands for; `word` was not understood.
    """

    readings: dict
    sign: str = ""
    currencies: tuple = ()
    percent: bool = False
    scale: str = ""
    power: int = 0
    note: str = ""
    word: str = ""
    exponent: bool = False

    @property
    def begins_with_zero(self):
        """Whether a zero stands before other digits, as in codes: 020."""
        text = next(iter(self.readings.values())).lstrip("-")
        return text[0] == "0" and text[1:2].isdigit()

    def of_type(self, kind):
        """The readings that a column of this type takes: 1.234 is no whole number.

        Where the language of the site writes decimals so, it may be one in the wrong
        column: 37.125 hours among whole ones are not 37,125. Then both are there.
        """
        if kind not in ("integer", "year", "rank"):
            return self.readings
        whole = {m: t for m, t in self.readings.items() if is_whole(t)}
        is_own = own_mark() in self.readings
        return whole if whole and (own_mark() in whole or not is_own) else self.readings

    def in_our_notation(self, mark, otherwise=""):
        """Return the same with a decimal point and nothing between thousands."""
        if mark not in self.readings:
            return otherwise
        number = self.readings[mark]
        minus = "-" * number.startswith("-")
        apart = " " * self.sign[-1:].isalpha() + " " * (self.sign[-1:] == ".")
        text = f"{minus}{self.sign}{apart}{number.removeprefix('-')}"
        # 12m are millions and 12 m may be metres: what was attached stays so.
        text += " " * (self.scale != "m" or bool(self.sign)) * bool(self.scale)
        text += self.scale + f" {self.word}" * bool(self.word)
        text += "%" * self.percent
        return text + f" [{self.note}]" * bool(self.note)


def take_apart(cell):
    """Return what is written in a cell, or None if it is no number."""
    if hasattr(cell, "amount"):  # of a workbook, which knows its numbers
        return cell.amount
    if getattr(cell, "kind", "") in ("date", "time", "code"):
        return None
    return _read(cell, get_language()) if len(cell) <= LONGEST else None


@lru_cache(maxsize=4096)
def _read(cell, _language):
    note, text = without_note(plain(cell))
    text = with_sign(text)
    negative = False
    if found := NEGATIVE.fullmatch(text):
        text, negative = "".join(found.groups()).strip(), True
        if "-" in text or "+" in text:
            return None
    fraction, text = _without_fraction(text)
    found = CORE.fullmatch(text)
    if not found:
        return None
    before, digits, exponent, after = found.groups("")
    if any(c.isdecimal() for c in after):
        return None
    mark_note, after = flag(after, digits)
    digits, after = _without_dash(digits.rstrip(" "), after)
    is_long = sum(c.isdigit() for c in digits) > 2
    if is_long and (found := MINUS_AFTER.fullmatch(after)):
        if negative or "-" in before or "+" in before:
            return None
        after, negative = "".join(found.groups("")), True
    affixes = read_affixes(
        before,
        after.strip(),
        attached=not after.startswith(" "),
        is_long=is_long,
    )
    if not affixes or (note and mark_note):
        return None
    sign = "-" if negative or affixes.minus else ""
    readings = readings_of(digits, exponent, sign)
    if fraction:
        whole = {m: t for m, t in readings.items() if "." not in t and not exponent}
        readings = {mark: f"{text}.{fraction}" for mark, text in whole.items()}
    if not readings:
        return None
    is_other = bool(exponent or fraction)
    return amount_of(readings, affixes, note or mark_note, is_other)


def amount_of(readings, affixes, note="", exponent=False):
    """Return an `Amount` of readings and the `Affixes` around them."""
    return Amount(
        readings,
        affixes.sign,
        affixes.currencies,
        affixes.percent,
        affixes.scale,
        affixes.power,
        note,
        affixes.word,
        exponent,
    )


def exact_amount(text, before, after):
    """Return the amount of a number that a workbook stores, shown with text around it.

    `text` is the number in our own notation. What is around it is read as in a cell;
    where it makes no sense, it is a word to ask about.
    """
    if any(character.isdecimal() for character in before):
        affixes = Affixes(word=f"{before.strip()} {after.strip()}".strip()[:40])
        return amount_of(dict.fromkeys(DECIMAL_MARKS, text), affixes)
    space = " " * after[:1].isspace()
    note, around = without_note(f"{plain(before)}0{space}{plain(after)}")
    head, _zero, tail = around.partition("0")
    mark_note, tail = flag(tail, "0")
    if head.strip().endswith("(") and tail.strip().startswith(")"):
        head, tail = head.strip()[:-1], tail.strip()[1:]
    affixes = read_affixes(head, tail.strip(), attached=not tail.startswith(" "))
    if not affixes:
        affixes = Affixes(word=f"{head.strip()} {tail.strip()}".strip()[:40])
    minus = "-" if affixes.minus and not text.startswith("-") else ""
    readings = dict.fromkeys(DECIMAL_MARKS, f"{minus}{text}")
    if note in LIMITS:  # of all numbers of a format, which nobody means
        note, affixes = "", replace(affixes, word=f"{note} {affixes.word}".strip())
    return amount_of(readings, affixes, note or mark_note)


def is_whole(text):
    return not text.partition(".")[2].strip("0")


def _without_fraction(text):
    """The decimals of a fraction after the digits, 37½, and the text without it."""
    found = FRACTION.search(text)
    if not found:
        return "", text
    before, after = text[: found.start()], text[found.end() :]
    return FRACTIONS[found[2]], f"{before}{found[1] or '0'}{after}"


def _without_dash(digits, after):
    if found := COLON_DASH.match(after):
        return digits, after[found.end() :]
    if digits[-1] in DECIMAL_MARKS and (found := NOTHING_AFTER.match(after)):
        return digits[:-1], after[found.end() :]
    return digits, after
