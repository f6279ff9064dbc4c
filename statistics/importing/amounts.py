"""Take apart what is written in a cell as a number: $(1,234.50), 75,5 Mrd. €, 32000p.

An `Amount` says what the digits mean by each decimal mark, and what stands beside them:
the currency's sign, the word of a scale, percent, a mark that becomes the cell's note,
or a word that is not understood, about which somebody has to be asked.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .affixes import Affixes, read_affixes
from .characters import plain

LONGEST = 100  # characters of a cell that may be a number
LIMITS = ("<", ">", "≤", "≥")
POINT, COMMA = MARKS = ".", ","
MOST_EXPONENT = 40

CORE = re.compile(
    # A point after letters belongs to them: Fr.5 is five francs, not a half.
    r"(?P<before>(?:[^0-9]*(?:[^0-9.,]|(?<=[^\W\d_])[.,]))?)"
    r"(?P<digits>[.,]?[0-9][0-9.,' ]*)"
    r"(?P<exponent>[eE][-+]?[0-9]{1,3}(?![0-9a-zA-Z]))?"
    r"(?P<after>.*)"
)
NEGATIVE = re.compile(r"([^()0-9]*)\(([^()]*[0-9][^()]*)\)([^()0-9]*)")
NOTE_BEFORE = re.compile(r"(<=|>=|[<>≤≥~≈]|(?:circa|approx|ca|c)\.? )\s*", re.IGNORECASE)
BRACKETED = re.compile(r"\s*\[\s*([^][\n]{1,20}?)\s*\]")
SYMBOLS = re.compile(r"\s*(\*{1,3}|[†‡§#^]|(?<![^\W\d_])[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})")
IN_PARENTHESES = re.compile(r"\s*\(([a-z]{1,2}|[0-9]{1,2}|\*)\)")
FLAG = re.compile(r"[perf]| [bdepru]{1,2}")
# What a currency's whole amounts end in: 12.–
NOTHING_AFTER = re.compile(r"-{1,2}")


def _pattern(mark, other):
    groups = rf"[1-9][0-9]{{0,2}}(?P<end>[ '{other}])[0-9]{{3}}(?:(?P=end)[0-9]{{3}})*"
    indian = rf"[1-9][0-9]?(?:[{other}][0-9]{{2}})+[{other}][0-9]{{3}}"
    whole = rf"(?P<whole>{groups}|{indian}|[0-9]+)"
    return re.compile(rf"{whole}?(?:[{mark}](?P<fraction>[0-9]+))?")


PATTERNS = {POINT: _pattern(POINT, COMMA), COMMA: _pattern(COMMA, POINT)}


@dataclass(frozen=True)
class Amount:
    """A cell's number: its `readings` by decimal mark, and what stands beside it.

    `currencies` are the codes that `sign` may mean, the likeliest first; `power` is that
    of ten which `scale` stands for; `word` was not understood.
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
    def is_ambiguous(self):
        return len(set(self.readings.values())) > 1

    @property
    def begins_with_zero(self):
        """Whether a zero stands before other digits, as in codes: 020."""
        text = next(iter(self.readings.values())).lstrip("-")
        return text[0] == "0" and text[1:2].isdigit()

    def of_type(self, kind):
        """The readings that a column of this type takes: 1.234 is no whole number."""
        if kind in ("integer", "year", "rank"):
            whole = {m: t for m, t in self.readings.items() if is_whole(t)}
            return whole or self.readings
        return self.readings

    def in_our_notation(self, mark, otherwise=""):
        """The same with a decimal point and nothing between thousands."""
        if mark not in self.readings:
            return otherwise
        number = self.readings[mark]
        minus = "-" * number.startswith("-")
        apart = " " * self.sign[-1:].isalpha() + " " * (self.sign[-1:] == ".")
        text = f"{minus}{self.sign}{apart}{number.removeprefix('-')}"
        text += f" {self.scale}" * bool(self.scale) + f" {self.word}" * bool(self.word)
        text += "%" * self.percent
        return text + f" [{self.note}]" * bool(self.note)


def take_apart(cell):
    """What is written in a cell, or None if it is no number."""
    if hasattr(cell, "amount"):  # of a workbook, which knows its numbers
        return cell.amount
    if getattr(cell, "kind", "") in ("date", "time"):
        return None
    return _read(cell) if len(cell) <= LONGEST else None


@lru_cache(maxsize=4096)
def _read(cell):
    note, text = _without_note(plain(cell))
    negative = False
    if found := NEGATIVE.fullmatch(text):
        text, negative = "".join(found.groups()).strip(), True
        if "-" in text or "+" in text:
            return None
    found = CORE.fullmatch(text)
    if not found:
        return None
    before, digits, exponent, after = found.groups("")
    if any(c.isdecimal() for c in after):
        return None
    mark_note, after = _flag(after, digits)
    digits, after = _without_dash(digits.rstrip(" "), after)
    affixes = read_affixes(before, after.strip(), attached=not after.startswith(" "))
    if not affixes or (note and mark_note):
        return None
    sign = "-" if negative or affixes.minus else ""
    readings = _readings(digits, exponent, sign)
    if not readings:
        return None
    return amount_of(readings, affixes, note or mark_note, bool(exponent))


def amount_of(readings, affixes, note="", exponent=False):
    """An `Amount` of readings and the `Affixes` around them."""
    return Amount(
        readings,
        affixes.sign,
        affixes.currencies,
        affixes.percent,
        affixes.scale,
        affixes.power,
        note or affixes.note,
        affixes.word,
        exponent,
    )


def exact_amount(text, before, after):
    """The amount of a number that a workbook stores, shown with text around it.

    `text` is the number in our own notation. What is around it is read as in a cell;
    where it makes no sense, it is a word to ask about.
    """
    if any(character.isdecimal() for character in before):
        affixes = Affixes(word=f"{before.strip()} {after.strip()}".strip()[:40])
        return amount_of(dict.fromkeys(MARKS, text), affixes)
    space = " " * after[:1].isspace()
    note, around = _without_note(f"{plain(before)}0{space}{plain(after)}")
    head, _zero, tail = around.partition("0")
    mark_note, tail = _flag(tail, "0")
    if head.strip().endswith("(") and tail.strip().startswith(")"):
        head, tail = head.strip()[:-1], tail.strip()[1:]
    affixes = read_affixes(head, tail.strip(), attached=not tail.startswith(" "))
    if not affixes:
        affixes = Affixes(word=f"{head.strip()} {tail.strip()}".strip()[:40])
    minus = "-" if affixes.minus and not text.startswith("-") else ""
    readings = dict.fromkeys(MARKS, f"{minus}{text}")
    if note in LIMITS:  # of all numbers of a format, which nobody means
        note, affixes = "", replace(affixes, word=f"{note} {affixes.word}".strip())
    return amount_of(readings, replace(affixes, minus=False), note or mark_note)


def is_whole(text):
    return not text.partition(".")[2].strip("0")


def _without_note(text):
    """A mark that stands at an end of the cell, and what is left."""
    if found := NOTE_BEFORE.match(text):
        note = found[1].strip()
        text = text[found.end() :]
        return {"<=": "≤", ">=": "≥", "≈": "~"}.get(note, note if note in "<>≤≥~" else "~"), text
    for pattern in (BRACKETED, SYMBOLS, IN_PARENTHESES):
        found = re.search(rf"(?<=[^\s([])(?:{pattern.pattern})$", text)
        if found and any(c.isdigit() for c in text[: found.start()]):
            note = next(filter(None, found.groups()))
            return note, text[: found.start()]
    return "", text


def _flag(after, digits):
    """The letter by which statistical offices mark a number: 32000p, 12.5 b."""
    if FLAG.fullmatch(after) or (digits.endswith(" ") and FLAG.fullmatch(f" {after}")):
        return after.strip(), ""
    return "", f" {after}" if digits.endswith(" ") and after else after


def _without_dash(digits, after):
    if digits[-1] in MARKS and (found := NOTHING_AFTER.match(after)):
        return digits[:-1], after[found.end() :]
    return digits, after


def _readings(digits, exponent, sign):
    if not exponent:
        plains = {mark: _plain(digits, mark) for mark in MARKS}
        return {mark: sign + text for mark, text in plains.items() if text}
    # What a program writes has one digit before its mark, so the mark is a decimal one.
    # Without a mark or a sign, 1e5 is as likely a name.
    if not re.fullmatch(r"[0-9](?:[.,][0-9]+)?", digits):
        return {}
    if len(digits) == 1 and exponent[1] not in "+-":
        return {}
    power = int(exponent[1:])
    if abs(power) > MOST_EXPONENT:
        return {}
    number = _shifted(digits.replace(",", "."), power)
    marks = [digits[1]] if len(digits) > 1 else MARKS
    return dict.fromkeys(marks, sign + number)


def _shifted(text, power):
    return f"{Decimal(text).scaleb(power):f}"


def _plain(digits, mark):
    """The digits in our own notation, read by one mark; "" if they cannot be."""
    found = PATTERNS[mark].fullmatch(digits)
    if not found:
        return ""
    whole = re.sub("[^0-9]", "", found["whole"] or "0")
    return f"{whole}.{found['fraction']}" if found["fraction"] else whole
