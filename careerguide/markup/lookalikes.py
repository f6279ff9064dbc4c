"""What looks like a notation of ours and is none, so that readers would see its marks.

The notations are the line `[[table: slug]]` and the first line of a note, `[!NOTE]`.
"""

import re
from difflib import get_close_matches

from django.utils.translation import gettext as _

from .findings import Fault, shortened
from .notes import KINDS, MARKER
from .outline import TAG
from .tables import TABLE_LINE

_BRACKETS = re.compile(r"[\[［【]{2}([^\[\]］】]{0,300})[\]］】]{2}")
# One bracket too few, or brackets of another kind; only where it says "table:".
_ALMOST = re.compile(
    r"(?:\[{1,2}|\{{1,2}|\(\(|<<|［|【)\s*([^\W\d_]{3,8})\s*[:：]\s*[\w-]+\s*"
    r"(?:\]{1,2}|\}{1,2}|\)\)|>>|］|】|$)",
    re.M,
)
_WORD = re.compile(r"\W*([^\W\d_]+)")
_NOTE = re.compile(r"[\[［]\s*[!！]\s*([^\[\]\n]{1,30}?)\s*[\]］]")
_UNMARKED = re.compile(r"\s*!?[\[(]\s*[!:]?\s*([A-Za-z]{3,9})\s*[:!]?\s*[\])](?!\()")
_LONGEST_LINE = 2_000


def lookalikes(outline, shows_tables: bool):
    """Faults in the order of the text; `shows_tables`: whether it may hold tables."""
    for block in outline.blocks:
        text = block.text
        if "[" in text or "{" in text or "((" in text or "<<" in text or "［" in text:
            yield from _tables(block, text, shows_tables)
        if (
            "!" in text
            or "！" in text
            or (block.parent == "blockquote" and "[" in text)
        ):
            yield from _notes(block, text)


def _tables(block, text, shows_tables):
    lines, done = text.split("\n"), []
    for found in _BRACKETS.finditer(text):
        written, line = (
            _shown(found[0]),
            block.line + text.count("\n", 0, found.start()),
        )
        done.append(found.span())
        is_outer = block.name == "p" and not block.parent
        alone = TABLE_LINE.fullmatch(lines[line - block.line])
        if is_outer and alone:
            if not shows_tables:
                yield _fault(
                    "table place",
                    line,
                    written,
                    _(
                        "“%s” shows nothing here: tables stand in the body of an "
                        "article only. Link to the table instead."
                    ),
                )
            continue
        if TABLE_LINE.fullmatch(written):
            yield _fault(
                "table line",
                line,
                written,
                _(
                    "“%s” is not alone on its line, so its marks are shown. Give it a "
                    "line of its own, outside lists, quotes and sentences."
                ),
            )
        elif _is_about_a_table(found[1]):
            yield _fault(
                "table line",
                line,
                written,
                _(
                    "“%s” is no table's line, so its marks are shown. Write "
                    "[[table: address-of-the-table]], alone on its line."
                ),
            )
        else:
            yield _fault(
                "brackets",
                line,
                written,
                _(
                    "“%s” is shown as it stands. For a table write "
                    "[[table: address-of-the-table]]; for brackets that are meant, put "
                    "them between backticks (`)."
                ),
                blocks=False,
            )
    for found in _ALMOST.finditer(text):
        is_done = any(start <= found.start() < end for start, end in done)
        if not is_done and _is_about_a_table(found[0]):
            line = block.line + text.count("\n", 0, found.start())
            yield _fault(
                "table line",
                line,
                _shown(found[0]),
                _(
                    "“%s” is no table's line, so its marks are shown. Write "
                    "[[table: address-of-the-table]], alone on its line."
                ),
            )


def _is_about_a_table(inside):
    word = _WORD.match(inside)
    names = ("table", "tables", "tabelle", "tableau")
    return bool(word and get_close_matches(word[1].lower(), names, 1, 0.75))


def _notes(block, text):
    first, _newline, _rest = text.partition("\n")
    begins_quote = block.parent == "blockquote" and block.name == "p" and block.is_first
    if begins_quote and (marker := MARKER.match(first)) and marker[1].lower() in KINDS:
        text = text[marker.end() :]
    elif begins_quote and (kind := _unmarked(first)):
        yield _note_fault(block.line, _UNMARKED.match(first)[0], kind)
        return
    for found in _NOTE.finditer(text):
        line = block.line + block.text.count(
            "\n", 0, len(block.text) - len(text) + found.start()
        )
        written, kind = _shown(found[0]), _kind(found[1])
        if not kind:
            if begins_quote and found.start() < 3:
                yield _note_fault(line, written, "")
        elif begins_quote and line == block.line:
            yield _note_fault(line, written, kind)
        else:
            yield _fault(
                "note place",
                line,
                written,
                _(
                    "“%s” begins no note here, so its marks are shown. A note is a "
                    "quote whose first line is > [!NOTE]."
                ),
                blocks=False,
            )


def _unmarked(line):
    """The kind of note that a line names with other marks, as in [NOTE], or ""."""
    found = _UNMARKED.match(line)
    return found[1] if found and found[1].lower() in KINDS else ""


def _kind(word):
    close = get_close_matches(word.strip(" :.!").lower(), KINDS, 1, 0.75)
    return close[0] if close else ""


def _note_fault(line, written, kind):
    names = ", ".join(f"[!{name.upper()}]" for name in KINDS)
    if close := _kind(kind):
        problem = _(
            "“%(written)s” begins no note, so its marks are shown. Write "
            "> [!%(kind)s], and its text on the next line or after a blank."
        ) % {"written": shortened(written), "kind": close.upper()}
    else:
        problem = _("“%(written)s” is no kind of note. There are %(names)s.") % {
            "written": shortened(written),
            "names": names,
        }
    return Fault("note", _shown(written), line, problem)


def _shown(written):
    return written.replace(TAG, "")


def _fault(kind, line, written, problem, blocks=True):
    return Fault(kind, written, line, problem % shortened(written), blocks)
