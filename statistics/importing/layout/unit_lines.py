"""Read a line below the names that says in which units their numbers are.

`;1000;%` below `;Employed;Share`: the words go to the names, and a power of ten is the
scale of its column.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import number_text
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.characters import plain
from statistics.importing.values.missing import LETTERS
from statistics.table.vocabulary import folded, words_of

UNIT = pgettext_lazy(
    "words, separated by commas",
    "unit, units, unit of measure, unit of measurement, measure, scale, einheit, "
    "einheiten, maßeinheit, unité, unités, unidad, unidades, unidade, unità, enhet, "
    "enheder, enhed, eenheid, eenheden, jednostka, jednostka miary, j.m., jednotka, "
    "birim, yksikkö, mértékegység, ед. изм., единица, единица измерения, 単位, 单位, "
    "단위, इकाई, वर्ग, الوحدة, وحدة, יחידה",
)
NAMES = {power: name for name, power in EXPONENTS.items()}
LONGEST = 30  # characters of a unit
POWER = re.compile(
    r"(?:[x×*] ?)?(?P<number>1(?:[ .,']?000)+|10{3,})(?: ?(?P<rest>[^\d\s].*))?"
)
ZEROS = re.compile(r"(?P<sign>[^\d\s]{0,4}) ?'?000'?s?")  # £000
COMPARED = 20  # rows below
BRACKETS = {"(": ")", "[": "]"}


class ScaledName(str):
    """The name of a column below which a power of ten stands: `scale`, `written`."""

    scale = written = ""

    @classmethod
    def of(cls, name, scale, written):
        scaled = cls(name)
        scaled.scale, scaled.written = scale, written
        return scaled


def says_units(line, body):
    """Return whether a line below the names says units, one of them a power of ten.

    It has no name of its own, and numbers stand below.
    """
    places = [place for place in line.filled if place]
    head = line.cell(0).strip()
    is_named = folded(head.strip("()[]:")) in words_of(UNIT)
    if not places or (head and not is_named) or not body:
        return False
    found = [_power(line.cells[place]) for place in places]
    if not is_named and not any(found) and not _are_bracketed(line, places):
        return False
    others = [
        line.cells[p] for p, power in zip(places, found, strict=True) if not power
    ]
    if not all(map(_may_be_unit, others)):
        return False
    rows = body[:COMPARED]
    below = [
        place
        for place in places
        if any(_is_number(row.cell(place)) for row in rows) or not others
    ]
    return len(below) * 2 > len(places)


def _are_bracketed(line, places):
    """Whether all stand in brackets, and are no shorthand for no value: [EUR], [%]."""
    cells = [plain(str(line.cells[place])) for place in places]
    return all(
        len(cell) > 2
        and BRACKETS.get(cell[0]) == cell[-1]
        and cell[1:-1] not in LETTERS
        and not any(character.isdigit() for character in cell)
        for cell in cells
    )


def names_with_units(names, line):
    """Return names with the units that stand below them."""
    return [
        _named(str(name), str(line.cell(place))) if place else name
        for place, name in enumerate(names)
    ]


def _named(name, unit):
    found = _power(unit)
    power, rest = found or (0, plain(unit))
    if found and power not in NAMES:
        rest = f"× {number_text(10**power)} {rest}"
    if not found and rest == "1":
        rest = ""  # in ones
    named = f"{name} {rest}".strip()
    return ScaledName.of(named, NAMES[power], unit) if power in NAMES else named


def sentences_on(lines):
    """Yield what is said of lines of units, which are no rows."""
    for line in lines:
        some = ", ".join(f"“{line.cells[place]}”" for place in line.filled[:6])
        sentence = _("Line %(line)d says the units of the columns: %(cells)s.")
        yield sentence % {"line": line.number, "cells": some}


def _power(cell):
    """(power of ten, the unit after it) of 1000, (1 000 000) or 1.000 EUR."""
    text = plain(str(cell))
    if len(text) > 2 and BRACKETS.get(text[0]) == text[-1]:
        text = text[1:-1].strip()
    if found := ZEROS.fullmatch(text):
        return 3, found["sign"].strip("'’ ")
    found = POWER.fullmatch(text)
    if not found:
        return None
    zeros = found["number"].count("0")
    return zeros, (found["rest"] or "").strip()


def _may_be_unit(cell):
    text = plain(str(cell))
    if text == "1":  # in ones, beside thousands
        return True
    return len(text) <= LONGEST and not _is_number(text)


def _is_number(cell):
    amount = take_apart(cell)
    return bool(amount) and not amount.word
