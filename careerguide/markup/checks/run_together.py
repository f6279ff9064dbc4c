"""Find lines that were meant as a list or a table, and run together to a paragraph.

Markdown has no lists with letters, begins a list of numbers below a text with 1 only,
and shows a tab as a blank.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from careerguide.languages.roman import roman_number

from .findings import Fault, shortened
from .near_misses import BULLETS
from .outline import CODE, TAG

_MARK = re.compile(
    r"[ ]{0,3}(?P<before>\(?)(?P<name>\d{1,3}|[ivxlc]{1,5}|[a-z]|[IVXLC]{1,5}|[A-Z])"
    r"(?P<after>[.)]|\.\))[ \t]+(?=\S)"
)
# The first cell is no mark of a list, which a tab may follow.
_CELLS = re.compile(r"[ ]{0,3}[^\W_][^\t]*\t[^\n]*\S[^\n]*")
_ROW = re.compile(r"\| [^|\n]*\w[^|\n]* \|[^\n]*\|")
# Blanks between two cells, and not those after a sentence.
_GAP = re.compile(r"(?<=[^\s.!?:;,])[ ]{2,}(?=\S)")
_ARROWS = "→⇒➔➜↳›»"
MOST_OF_A_SIGN = 8  # characters that an emoji may be made of

_PROBLEMS = {
    "list below text": _(
        "“%s” and the next line are no list, so they run together: below a text a list "
        "begins with 1. Leave a blank line above it."
    ),
    "letters": _(
        "“%s” and the next line are no list, so they run together. Begin each line "
        "with a number like 1. and a blank, or leave a blank line between them."
    ),
    "signs": _(
        "“%s” and the next line are no list, so they run together. Begin each line "
        "with a hyphen and a blank before the sign."
    ),
    "blanks": _(
        "“%s” and the next lines have blanks between their cells, and readers see one "
        "blank only. Write a table with bars, as in | a | b |."
    ),
    "row": _(
        "“%s” is no row of a table, so its bars are shown. Take out the blank line "
        "above it, or write it without bars."
    ),
    "tabs": _(
        "“%s” and the next line have tabs between their cells, which readers do not "
        "see. Select the lines and press “Table”."
    ),
}


def run_together(outline, source):
    """Yield a fault for the first line of each run; none blocks publishing."""
    for block in outline.blocks:
        if block.name not in ("p", "li", "dd"):
            continue
        lines = block.text.replace(TAG, "").split("\n")
        if (
            len(lines) == 1
            and _ROW.fullmatch(lines[0].strip())
            and CODE not in lines[0]
        ):
            what = lines[0].strip()
            yield Fault("row", what, block.line, _PROBLEMS["row"] % shortened(what))
        if at := _in_columns(lines):
            what = lines[at - 1].strip()
            problem = _PROBLEMS["blanks"] % shortened(what)
            yield Fault("blanks", what, block.line + at - 1, problem)
        is_told = False
        for at, (line, after) in enumerate(zip(lines, lines[1:], strict=False)):
            kind = _kind(line, after)
            number = block.line + at
            if kind and not is_told and not _is_kept_apart(source, number):
                what = line.strip()
                problem = _PROBLEMS[kind] % shortened(what)
                yield Fault(
                    "no list" if kind != "tabs" else kind, what, number, problem
                )
            is_told = bool(kind)


def _in_columns(lines):
    """Return the number of the first of three lines whose cells blanks keep apart."""
    counts = [len(_GAP.findall(line.strip())) for line in lines]
    for at in range(len(counts) - 2):
        if counts[at] and counts[at] == counts[at + 1] == counts[at + 2]:
            return at + 1
    return 0


def _kind(line, after):
    if _is_signed(line) and _is_signed(after):
        return "signs"
    one, next_one = _MARK.match(line), _MARK.match(after)
    if "\t" in line and not one and CODE not in line + after:
        cells = line.strip().count("\t")
        if cells and cells == after.strip().count("\t") and _CELLS.fullmatch(line):
            return "tabs"
    if not one or not next_one or one["before"] != next_one["before"]:
        return ""
    if one["after"] != next_one["after"] or (one["after"] == "." and one["before"]):
        return ""
    counted = {(kind, value + 1) for kind, value in _values(one["name"])}
    if counted.isdisjoint(_values(next_one["name"])):
        return ""
    is_number = one["name"].isdigit() and not one["before"] and one["after"] != ".)"
    return "list below text" if is_number else "letters"


def _is_signed(line):
    """Whether it begins with an arrow, a tick or an emoji, and goes on with words."""
    sign, _blank, words = line.strip().partition(" ")
    if not 0 < len(sign) <= MOST_OF_A_SIGN or sign[0] in BULLETS or not words.strip():
        return False
    is_sign = unicodedata.category(sign[0]) == "So" or sign[0] in _ARROWS
    return is_sign and not any(map(str.isalnum, sign))


def _values(name):
    """Return what a mark may count, by its kind: "i" is the first or the ninth."""
    if name.isdigit():
        yield "number", int(name)
        return
    kind = "upper" if name.isupper() else "lower"
    if len(name) == 1:
        yield f"{kind} letter", ord(name)
    if number := roman_number(name):
        yield f"{kind} roman", number


def _is_kept_apart(source, number):
    """Whether the line ends with a line break of Markdown's."""
    written = source.written[number - 1] if 0 < number <= len(source.written) else ""
    return written.endswith(("  ", "\\"))
