"""Split lines of a name and a number, as people type lists: Nurses - $61,200."""

import re
import unicodedata

from django.utils.translation import gettext as _

from careerguide.languages.signs import DASHES
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import no_value
from statistics.table.errors import DataError, shortened

from .headers import names_of
from .lines import Line

MOST_LINES = 2_100
LONGEST_LINE = 300
MOST_AROUND = 4  # lines of a title or of notes
DASH = rf"\s+[-{DASHES}=→]+>?\s+"
LEADER = r"\s*(?:…[.… ]*|(?:[.·_][ ]?){3,})\s*"
LEADERS = re.compile(LEADER)
BETWEEN = re.compile(rf"(?P<dash>{DASH})|{LEADER}|\s*:\s+")
BRACKETED = re.compile(r"(?P<name>.*[^\W\d_].*?)\s*[(\[](?P<number>[^()\[\]]+)[)\]]")
THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
INDIAN = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
DECIMALS = r"[0-9]{1,3}(?:[. ’'][0-9]{3})+,[0-9]+|[0-9]+,(?:[0-9]+|[-–—]+)"
GROUPED = re.compile(rf"(?<![\w.,])(?:{THOUSANDS}|{INDIAN})(?![0-9]|,[0-9])")
NUMBER = re.compile(rf"(?<![\w.,])(?:{THOUSANDS}|{INDIAN}|{DECIMALS})(?![0-9]|,[0-9])")


def is_list(rows):
    """Return whether all rows are a name and a number with a sign between them."""
    return bool(rows) and all(_parts(row) or _in_brackets(row) for row in rows)


def cuts_numbers(rows):
    """Return whether each comma stands within a number of thousands, or of a list."""
    with_commas = [row for row in rows if "," in row]
    if any("," in _without(NUMBER, row) for row in with_commas):
        return False
    grouped = not any("," in _without(GROUPED, row) for row in with_commas)
    return is_list(with_commas) or (grouped and not any(map(_is_bare, with_commas)))


def may_cut_numbers(rows):
    """Return whether some commas may part cells while others stand in numbers."""
    body = [row for row in rows[1:] if "," in row]
    if not body:
        return False
    if "," in rows[0] and not any("," in _without(NUMBER, r) for r in [rows[0], *body]):
        return True  # 1,234 is one number or two, in each line
    if "," in rows[0] and not is_list(rows[:1]) and is_list(rows[1:]):
        return cuts_numbers(body)
    if not all(GROUPED.search(row) for row in body):
        return False
    rest = [_without(GROUPED, row) for row in rows]
    return any("," in row for row in rest) and not any(
        re.search(r",(?! )", row) for row in rest
    )


def _without(pattern, row):
    return pattern.sub("", LEADERS.sub(" ", row))


def split_list(rows):
    """Numbered rows as lines of two cells; nothing where they are no such list.

    A few lines above and below may be a title and notes. Raises `DataError` where
    brackets may say that numbers are below zero.
    """
    if not 2 <= len(rows) <= MOST_LINES:
        return []
    if all(_in_brackets(row) for _number, row in rows[1:]):
        sentence = _(
            "“%s” may hold a number in brackets or one below zero: put a tab or a "
            "semicolon between the name and the number."
        )
        raise DataError([sentence % shortened(rows[1][1].strip())])
    parts = [_parts(row) for _number, row in rows]
    found = [place for place, cells in enumerate(parts) if cells]
    if not found or found[0] > MOST_AROUND or found[-1] < len(rows) - 1 - MOST_AROUND:
        return []
    inside = rows[found[0] : found[-1] + 1]
    is_whole = len(found) == len(inside)
    # A number in one line of a text makes no list; nor do two with words around them.
    if not is_whole or len(found) < min(3, len(rows) - (found[0] == 1)):
        return []
    lines = []
    for place, (number, row) in enumerate(rows):
        names = _names(row) if place == found[0] - 1 else []
        cells = parts[place] or names or [row.strip()]
        lines.append(Line(number, cells, len(cells)))
    # In front of the first line, as no line holds names.
    return [Line(0, names_of(2), 2), *lines] if parts[0] else lines


def _parts(row):
    """[name, number] of a line, at the last sign that may part them."""
    if len(row) > LONGEST_LINE:
        return None
    for found in reversed(list(BETWEEN.finditer(row))):
        name, number = row[: found.start()].strip(), row[found.end() :].strip()
        if found["dash"] and name[-1:].isdigit():
            return None  # a range: 5 - 10
        is_name = any(character.isalnum() for character in name)
        if is_name and (take_apart(number) or no_value(number) is not None):
            return [name, number]
    return None


def _names(row):
    """The names above a list, parted in the same way: Job: Pay."""
    found = BETWEEN.search(row)
    names = [row[: found.start()].strip(), row[found.end() :].strip()] if found else []
    return names if all(names) else []


def _in_brackets(row):
    found = BRACKETED.fullmatch(row.strip()) if len(row) <= LONGEST_LINE else None
    return bool(found and take_apart(found["number"].strip()))


def _is_bare(row):
    """Whether there are but digits and marks, no letter and no sign of a currency."""
    return not any(c.isalpha() or unicodedata.category(c) == "Sc" for c in row)
